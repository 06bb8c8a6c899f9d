using System.CommandLine;
using System.Globalization;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline stories: the stories of the ledger.</summary>
internal static class StoriesCommand
{
    public static Command Create()
    {
        var file = CommandLine.Ledger();
        var format = CommandLine.Format("text", "json");
        return new Command("stories", "Lists the stories of the ledger, the last changed first.") { file, format }
            .Example("dateline stories --format json")
            .Does((parsed, talk, cancel) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                Adding.Complete(ledger, talk, cancel);
                var stories = ledger.Stories();
                if (parsed.GetValue(format) == "json") WriteJson(stories);
                else WriteText(stories, ledger.Counts());
            });
    }

    private static void WriteText(IReadOnlyList<StorySummary> stories, LedgerCounts counts)
    {
        static string N(int number) => number.ToString(CultureInfo.InvariantCulture);
        Table.Write(
            Console.Out,
            ["ID", "FIRST", "LAST", "ARTICLES", "OUTLETS", "ORIGINS", "TRACKS", "CHANGES", "TITLE"],
            [.. stories.Select(s => new[] { s.Story.Id.ToString(), s.Story.First.FromIso ?? "?", s.Story.Last.ToIso ?? "?", N(s.Story.Articles.Length), N(s.Outlets), N(s.Origins), N(s.Tracks), N(s.Changes), s.Story.Title })]);
        Console.Out.WriteLine();
        Console.Out.WriteLine($"{N(counts.Captures)} captures, {N(counts.Articles)} articles, {N(stories.Count)} stories, {N(counts.Statements)} statements, {N(counts.Quarantined)} in quarantine");
    }

    private static void WriteJson(IReadOnlyList<StorySummary> stories) => JsonOutput.Document(json =>
    {
        json.WriteStartArray();
        foreach (var s in stories)
        {
            json.WriteStartObject();
            json.WriteString("id", s.Story.Id.ToString());
            json.WriteString("title", s.Story.Title);
            json.WriteString("first", s.Story.First.FromIso);
            json.WriteString("last", s.Story.Last.ToIso);
            json.WriteNumber("articles", s.Story.Articles.Length);
            json.WriteNumber("outlets", s.Outlets);
            json.WriteNumber("origins", s.Origins);
            json.WriteNumber("statements", s.Statements);
            json.WriteNumber("tracks", s.Tracks);
            json.WriteNumber("changes", s.Changes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
