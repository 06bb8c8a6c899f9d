using System.CommandLine;
using System.Globalization;
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
        return new Command("serve", "Shows the ledger in the browser, on this machine alone; with paths: adds them first.") { paths, file, port }
            .Example("dateline serve samples")
            .Does(async (parsed, talk, cancel) =>
            {
                var added = parsed.GetValue(paths) ?? [];
                using var ledger = CommandLine.Open(parsed.GetValue(file));
                if (added.Length > 0) Adding.Run(ledger, added, talk, cancel);
                else Adding.Complete(ledger, talk, cancel);
                if (talk.ExitCode == ExitCodes.Usage && ledger.Counts().Captures == 0) return;
                talk.Raise(await Serve(ledger, parsed.GetValue(port), cancel));
            });
    }

    // Apart from the rest, so that no other command loads the web server.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> Serve(ILedger ledger, int port, CancellationToken cancel) => Server.Host.RunAsync(ledger, port, Console.Error, cancel);
}
