using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline serve [PATH...]: the ledger in the browser.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var paths = CommandLine.Paths(ArgumentArity.ZeroOrMore);
        var file = CommandLine.Ledger();
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; 0 takes any that is free.", HelpName = "NUMBER", DefaultValueFactory = _ => Server.Host.DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ushort.MaxValue))
                result.AddError($"--port takes a number from 0 to {ushort.MaxValue}.");
        });
        var host = new Option<IPAddress>("--host") { Description = "The address to listen on. On any but 127.0.0.1 everybody has to log in (dateline user add).", HelpName = "ADDRESS", DefaultValueFactory = _ => IPAddress.Loopback, CustomParser = ReadAddress };
        var names = new Option<string[]>("--name") { Description = "A name by which other machines know this one; may be given several times.", HelpName = "NAME" };
        return new Command("serve", "Shows the ledger in the browser, on this machine alone unless --host says otherwise; with paths: these, in a ledger of their own.") { paths, file, port, host, names }
            .Example("dateline serve samples")
            .Does(async (parsed, talk, cancel) =>
            {
                var added = parsed.GetValue(paths) ?? [];
                // To look at a folder must not put it into somebody's own record.
                using var ledger = CommandLine.Open(parsed.GetValue(file) ?? (added.Length > 0 ? LedgerPath.Of(added) : null));
                var binding = new Server.Binding(parsed.GetValue(host)!, parsed.GetValue(port), [.. parsed.GetValue(names) ?? []]);
                if (binding.AsksForLogin && !ledger.Users.Any()) throw new UsageException($"On {binding.Address} others can reach the server, and nobody could log in: make a user first with dateline user add NAME{(added.Length > 0 || parsed.GetValue(file) is not null ? $" --ledger \"{ledger.Location}\"" : "")}.");
                if (added.Length > 0) Adding.Run(ledger, added, talk, cancel);
                else Adding.Complete(ledger, talk, cancel);
                if (talk.ExitCode == ExitCodes.Usage && ledger.Counts().Captures == 0) return;
                talk.Raise(await Serve(ledger, binding, cancel));
            });
    }

    // Apart from the rest, so that no other command loads the web server.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> Serve(ILedger ledger, Server.Binding binding, CancellationToken cancel) => Server.Host.RunAsync(ledger, binding, Console.Error, cancel);

    private static IPAddress? ReadAddress(ArgumentResult result)
    {
        if (result.Tokens is [var token] && IPAddress.TryParse(token.Value, out var address)) return address;
        result.AddError("--host takes an address in numbers: 0.0.0.0 for all of this machine.");
        return null;
    }
}
