using System.CommandLine;
using Dateline.Server.Login;

namespace Dateline.Cli.Commands;

/// <summary>dateline user: who may use the server from other machines.</summary>
internal static class UserCommand
{
    public static Command Create() => new Command("user", "Who may use the server from other machines.") { Add() }.Example("dateline user add ada < password.txt");

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "As it shall stand beside what the person decides." };
        var file = CommandLine.Ledger();
        return new Command("add", "Adds a person, or gives one another password, which also ends what was logged in. The password is the first line of stdin, never an argument.") { name, file }
            .Example("dateline user add ada < password.txt")
            .Does((parsed, talk, _) =>
            {
                var wanted = parsed.GetValue(name)!;
                if (!Secrets.IsName(wanted)) throw new UsageException($"\"{wanted}\" is no name: letters, digits, blanks and - . _ @, {Secrets.LongestName} at most.");
                using var ledger = CommandLine.Open(parsed.GetValue(file));
                var password = Read(talk);
                if (password.Length is < Secrets.ShortestPassword or > Secrets.LongestPassword) throw new UsageException($"A password has {Secrets.ShortestPassword} to {Secrets.LongestPassword} characters; nothing was changed.");
                talk.Say(ledger.Users.Set(wanted, Secrets.Hash(password), TimeProvider.System.GetUtcNow()) ? $"{wanted} can log in." : $"{wanted} has another password.");
            });
    }

    /// <summary>What is typed at a terminal is not shown.</summary>
    private static string Read(Talk talk)
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine() ?? "";
        talk.Say("Password:");
        var typed = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key != ConsoleKey.Backspace) typed.Append(key.KeyChar);
            else if (typed.Length > 0) typed.Length--;
        }

        return typed.ToString();
    }
}
