using System.CommandLine;

namespace Dateline.Cli.Commands;

/// <summary>dateline add PATH...: pages into the ledger.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        var paths = CommandLine.Paths(ArgumentArity.OneOrMore);
        var file = CommandLine.Ledger();
        return new Command("add", "Adds pages to the ledger: reads, annotates, traces, places and follows them. Safe to repeat and to interrupt.") { paths, file }
            .Example("dateline add samples")
            .Does((parsed, talk, cancel) =>
            {
                using var ledger = CommandLine.Open(parsed.GetValue(file));
                Adding.Run(ledger, parsed.GetValue(paths)!, talk, cancel);
            });
    }
}
