using System.CommandLine;
using System.Runtime.CompilerServices;
using Dateline.Exchange;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline report STORY: one story as one self-contained file on stdout.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var story = CommandLine.Story();
        var file = CommandLine.Ledger();
        var format = CommandLine.Format("html", "md", "json", "csv", "statements.csv", "jsonld");
        return new Command("report", "Writes one story as one self-contained file to stdout.") { story, file, format }
            .Example("dateline report story-1 --format html > story.html")
            .Does(async (parsed, talk, cancel) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                Adding.Complete(ledger, talk, cancel);
                using var one = CommandLine.OpenStory(ledger, parsed.GetValue(story)!);
                if (parsed.GetValue(format) is { } form and not "json") await Render(one, form);
                else JsonOutput.Document(json => LedgerJson.Write(json, one.Ledger, one.Articles));
            });
    }

    // Apart from the rest, so that JSON does not load the web server's pages.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task Render(HeldStory story, string format)
    {
        await using var stdout = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        await Server.Reports.StoryReport.WriteAsync(story, format, stdout);
    }
}
