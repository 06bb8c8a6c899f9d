using System.CommandLine;
using System.Text.Json;
using Dateline.Exchange;
using Dateline.Stories;

namespace Dateline.Cli.Commands;

/// <summary>dateline place FILE.jsonl: articles in stream order to the stories in which they were placed.</summary>
internal static class PlaceCommand
{
    private const int Buffer = 1 << 20;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "JSON Lines: {\"id\",\"published\",\"outlet\",\"title\",\"text\"}, in stream order." };
        var final = new Option<bool>("--final") { Description = "The stories as they stand at the end: events of one affair under its first story." };
        var index = new Option<string?>("--index") { Description = "Goes on from the index of stories in this file, if it is there, and keeps what it knows in it." };
        var command = new Command("place", "Puts articles into stories, one pass in stream order.") { file, final, index };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(final), parsed.GetValue(index)));
        return command.Example("dateline place articles.jsonl > placed.jsonl");
    }

    private static int Run(string file, bool final, string? index)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"There is no file {file}.");
            return 2;
        }

        using var stdout = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        var lines = new ArticleLines(file);
        StoryStream stream;
        try
        {
            stream = index is not null && File.Exists(index) ? Load(index) : new StoryStream();
        }
        catch (InvalidDataException error)
        {
            Console.Error.WriteLine($"{index}: {error.Message}");
            return 2;
        }

        foreach (var (article, _) in lines.Read())
        {
            var placement = stream.Add(article);
            if (!final) Write(stdout, placement.Article, placement.Story, placement.Why);
        }

        if (final) foreach (var (article, story) in stream.Standing()) Write(stdout, article, story, null);
        if (index is not null) Save(stream, index);
        return lines.Broken ? 1 : 0;
    }

    private static StoryStream Load(string index)
    {
        using var from = new BufferedStream(File.OpenRead(index), Buffer);
        return StoryStream.Read(from);
    }

    /// <summary>Beside the old one first: whoever interrupts it keeps the old.</summary>
    private static void Save(StoryStream stream, string index)
    {
        var beside = index + ".new";
        using (var into = new BufferedStream(File.Create(beside), Buffer)) stream.Write(into);
        File.Move(beside, index, overwrite: true);
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
