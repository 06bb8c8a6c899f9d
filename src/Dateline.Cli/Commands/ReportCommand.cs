using System.CommandLine;
using Dateline.Exchange;

namespace Dateline.Cli.Commands;

/// <summary>dateline report STORY: one story as one self-contained file on stdout.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var story = CommandLine.Story();
        var file = CommandLine.Ledger();
        var format = CommandLine.Format("json");
        return new Command("report", "Writes one story as one self-contained file to stdout.") { story, file, format }
            .Example("dateline report story-1 --format json > story.json")
            .Does((parsed, talk, cancel) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                Adding.Complete(ledger, talk, cancel);
                var one = CommandLine.LoadStory(ledger, parsed.GetValue(story)!);
                JsonOutput.Document(json => LedgerJson.Write(json, one));
            });
    }
}
