using System.CommandLine;
using System.Text.Json;
using Dateline.Exchange;
using Dateline.Intake;

namespace Dateline.Cli.Commands;

/// <summary>dateline ledger PATH...: the whole ledger of some pages, straight to stdout, no database.</summary>
internal static class LedgerCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Pages or folders of pages.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("ledger", "Makes the whole ledger of some pages, without a database.") { paths };
        command.SetAction(parsed => Run(parsed.GetValue(paths)!));
        return command;
    }

    private static int Run(string[] paths)
    {
        var quarantined = false;
        var history = CaptureReader.Read(paths).AsParallel().AsOrdered().Select(c => c.TryGet(out var capture, out var reason) ? Pipeline.Read(capture) : reason).AsSequential().SelectMany(outcome =>
        {
            if (outcome.TryGet(out var page, out var reason)) return page.Articles.AsEnumerable();
            Console.Error.WriteLine($"{reason.Code}: {reason.Where}: {reason.Detail}");
            quarantined = true;
            return [];
        }).AsParallel().AsOrdered().Select(Pipeline.Annotate);
        var ledger = Pipeline.Follow([.. history]);
        using var stdout = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(stdout, Json.Indented);
        LedgerJson.Write(json, ledger);
        return quarantined ? 1 : 0;
    }
}
