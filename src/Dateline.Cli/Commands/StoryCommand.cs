using System.CommandLine;
using Dateline.Exchange;

namespace Dateline.Cli.Commands;

/// <summary>dateline story show STORY: one story in the terminal.</summary>
internal static class StoryCommand
{
    public static Command Create()
    {
        var story = CommandLine.Story();
        var file = CommandLine.Ledger();
        var format = CommandLine.Format("text", "json");
        var show = new Command("show", "Shows one story: what changed, the tracks with their exact words, the origins, the articles.") { story, file, format }
            .Example("dateline story show story-1")
            .Does((parsed, talk, cancel) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                Adding.Complete(ledger, talk, cancel);
                var one = CommandLine.LoadStory(ledger, parsed.GetValue(story)!);
                if (parsed.GetValue(format) == "json") JsonOutput.Document(json => LedgerJson.Write(json, one));
                else StoryText.Write(Console.Out, one);
            });
        return new Command("story", "Works on one story.") { show }.Example("dateline story show story-1");
    }
}
