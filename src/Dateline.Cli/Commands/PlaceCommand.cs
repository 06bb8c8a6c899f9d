using System.CommandLine;
using System.Text.Json;
using Dateline.Exchange;
using Dateline.Stories;

namespace Dateline.Cli.Commands;

/// <summary>dateline place FILE.jsonl: articles in stream order to the stories in which they were placed.</summary>
internal static class PlaceCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "JSON Lines: {\"id\",\"published\",\"outlet\",\"title\",\"text\"}, in stream order." };
        var final = new Option<bool>("--final") { Description = "The stories as they stand at the end: events of one affair under its first story." };
        var command = new Command("place", "Puts articles into stories, one pass in stream order.") { file, final };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(final)));
        return command.Example("dateline place articles.jsonl > placed.jsonl");
    }

    private static int Run(string file, bool final)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"There is no file {file}.");
            return 2;
        }

        using var stdout = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var lines = new ArticleLines(file);
        var stream = new StoryStream();
        foreach (var (article, _) in lines.Read())
        {
            var placement = stream.Add(article);
            if (!final) Write(stdout, placement.Article, placement.Story, placement.Why);
        }

        if (final) foreach (var (article, story) in stream.Standing()) Write(stdout, article, story, null);
        return lines.Broken ? 1 : 0;
    }

    private static void Write(Stream stdout, ArticleId article, StoryId story, string? why)
    {
        using (var json = new Utf8JsonWriter(stdout, Json.Compact))
        {
            json.WriteStartObject();
            json.WriteString("id", article.Value);
            json.WriteString("story", story.ToString());
            if (why is not null) json.WriteString("why", why);
            json.WriteEndObject();
        }

        stdout.WriteByte((byte)'\n');
    }
}
