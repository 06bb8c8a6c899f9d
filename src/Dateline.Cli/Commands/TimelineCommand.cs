using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Dateline.Exchange;
using Dateline.Stories;

namespace Dateline.Cli.Commands;

/// <summary>dateline timeline FILE.jsonl: the days of each story, the most salient first.</summary>
internal static class TimelineCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "JSON Lines: {\"id\",\"published\",\"title\",\"text\",\"story\"}." };
        var command = new Command("timeline", "Ranks the days of each story by how salient they are.") { file };
        command.SetAction(parsed => Run(parsed.GetValue(file)!));
        return command.Example("dateline timeline articles.jsonl > timeline.jsonl");
    }

    private static int Run(string file)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"There is no file {file}.");
            return 2;
        }

        var lines = new ArticleLines(file);
        var stories = lines.Read().GroupBy(l => l.Story ?? "", l => l.Article).Select(g => (Story: g.Key, Articles: g.ToList())).ToList();
        using var stdout = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        foreach (var (story, days) in stories.AsParallel().AsOrdered().Select(s => (s.Story, Timeline.Rank(s.Articles))))
        {
            using (var json = new Utf8JsonWriter(stdout, Json.Compact))
            {
                json.WriteStartObject();
                json.WriteString("story", story);
                json.WriteStartArray("dates");
                foreach (var day in days) json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            stdout.WriteByte((byte)'\n');
        }

        return lines.Broken ? 1 : 0;
    }
}
