using System.CommandLine;
using System.Globalization;
using Dateline.Server.Login;

namespace Dateline.Cli.Commands;

/// <summary>dateline token: by which programs read from other machines in a person's name.</summary>
internal static class TokenCommand
{
    public static Command Create() => new Command("token", "By which programs read from other machines in a person's name.") { Add(), List(), Revoke() }.Example("dateline token add ada");

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "Whose it is: somebody whom `dateline user add` made." };
        var file = CommandLine.Ledger();
        return new Command("add", "Makes a token and prints it, this one time: only its hash is kept.") { name, file }
            .Example("dateline token add ada")
            .Does((parsed, talk, _) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                var (owner, token) = (parsed.GetValue(name)!, Secrets.NewToken());
                var number = ledger.Users.AddToken(owner, Secrets.HashToken(token), TimeProvider.System.GetUtcNow()) ?? throw new UsageException($"There is no user {owner}; dateline user add makes one.");
                Console.Out.WriteLine(token);
                talk.Say($"Token {Talk.Number(number)}. Programs send it as: Authorization: Bearer TOKEN");
            });
    }

    private static Command List()
    {
        var file = CommandLine.Ledger();
        return new Command("list", "Lists all tokens, also those that were revoked.") { file }
            .Example("dateline token list")
            .Does((parsed, _, _) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                Table.Write(Console.Out, ["#", "OWNER", "MADE", "REVOKED"], [.. ledger.Users.Tokens().Select(t => new[] { Talk.Number(t.Number), t.Owner, Day(t.At), t.Revoked is { } at ? Day(at) : "" })]);
            });
    }

    private static Command Revoke()
    {
        var number = new Argument<int>("NUMBER") { Description = "The token's number; `dateline token list` lists them." };
        var file = CommandLine.Ledger();
        return new Command("revoke", "Revokes a token: from now on it opens nothing.") { number, file }
            .Example("dateline token revoke 1")
            .Does((parsed, talk, _) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                var wanted = parsed.GetValue(number);
                if (!ledger.Users.Revoke(wanted, TimeProvider.System.GetUtcNow())) throw new UsageException($"There is no token {Talk.Number(wanted)} that holds; dateline token list shows all.");
                talk.Say($"Token {Talk.Number(wanted)} is revoked.");
            });
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
