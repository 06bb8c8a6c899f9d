using System.CommandLine;
using System.Text.Json;
using Dateline.Exchange;

namespace Dateline.Cli.Commands;

/// <summary>dateline copies FILE.jsonl: articles to what each carries of the others.</summary>
internal static class CopiesCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "JSON Lines: {\"id\",\"published\",\"outlet\",\"title\",\"text\"}." };
        var pairs = new Option<bool>("--pairs") { Description = "Prints the near-copies pair by pair instead: {\"a\",\"b\",\"kind\",\"share\"}." };
        var partial = new Option<bool>("--partial") { Description = "With --pairs: the partial copies too." };
        var command = new Command("copies", "Finds which articles carry text of others, where, and from whom.") { file, pairs, partial };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(pairs), parsed.GetValue(partial)));
        return command.Example("dateline copies articles.jsonl > copies.jsonl");
    }

    private static int Run(string file, bool pairs, bool partial)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"There is no file {file}.");
            return 2;
        }

        var lines = new ArticleLines(file);
        List<Article> articles = [.. lines.Read().Select(l => l.Article)];
        var copies = Pipeline.FindCopies(articles);
        using var stdout = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        if (pairs)
        {
            foreach (var copy in copies)
                if (partial || copy.Kind == CopyKind.NearCopy) Line(stdout, json => CopyJson.WritePair(json, copy));
        }
        else
        {
            foreach (var reuse in Reuse.Of(articles, copies)) Line(stdout, json => CopyJson.WriteReuse(json, reuse));
        }

        return lines.Broken ? 1 : 0;
    }

    private static void Line(Stream stdout, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(stdout, Json.Compact)) write(json);
        stdout.WriteByte((byte)'\n');
    }
}
