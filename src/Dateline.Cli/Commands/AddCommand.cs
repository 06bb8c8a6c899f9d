using System.CommandLine;
using Dateline.Storage;
using Dateline.Storage.Sqlite;

namespace Dateline.Cli.Commands;

/// <summary>dateline add PATH...: pages into the ledger.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Pages or folders of pages.", Arity = ArgumentArity.OneOrMore };
        var file = new Option<string>("--ledger") { Description = "The ledger's file.", DefaultValueFactory = _ => LedgerPath.Default() };
        var command = new Command("add", "Adds pages to the ledger: reads, annotates, traces, places and follows them. Safe to repeat and to interrupt.") { paths, file };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(paths)!, parsed.GetValue(file)!, cancel)));
        return command;
    }

    private static int Run(string[] paths, string file, CancellationToken cancel)
    {
        using var ledger = SqliteLedger.Open(file);
        var counts = Adding.Run(ledger, paths, cancel);
        Console.Error.WriteLine($"{counts.New} added, {counts.Held} held already, {counts.Refused} in quarantine.");
        return counts.Refused > 0 ? 1 : 0;
    }
}
