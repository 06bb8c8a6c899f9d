using System.Collections.Immutable;
using System.CommandLine;
using Dateline.Exchange;
using Dateline.Intake;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline ledger PATH...: the whole ledger of some pages, straight to stdout, no database.</summary>
internal static class LedgerCommand
{
    public static Command Create()
    {
        var paths = CommandLine.Paths(ArgumentArity.OneOrMore);
        var format = CommandLine.Format("json");
        return new Command("ledger", "Makes the whole ledger of some pages, straight to stdout, without a database.") { paths, format }
            .Example("dateline ledger samples > ledger.json")
            .Does((parsed, talk, cancel) => Run(parsed.GetValue(paths)!, talk, cancel));
    }

    private static void Run(string[] paths, Talk talk, CancellationToken cancel)
    {
        var seen = new HashSet<CaptureId>();
        var history = ImmutableArray.CreateBuilder<AnnotatedArticle>();
        foreach (var derived in InOrder.Select(Captures(), Derived.From))
        {
            cancel.ThrowIfCancellationRequested();
            if (derived.Rejection is { } rejection) talk.Reject(rejection);
            history.AddRange(derived.Articles);
            talk.Progress("Reading pages:", seen.Count);
        }

        var ledger = Pipeline.Follow(history.ToImmutable());
        JsonOutput.Document(json => LedgerJson.Write(json, ledger));

        IEnumerable<Capture> Captures()
        {
            foreach (var arrival in CaptureReader.Read(paths))
            {
                if (!talk.Hear(arrival) || arrival is not Arrival.Got { Capture: var capture }) continue;
                if (seen.Add(capture.Id)) yield return capture;
                else talk.Note(new Remark(Codes.Duplicate, "Left out: the same bytes came before under another name.", capture.Page));
            }
        }
    }
}
