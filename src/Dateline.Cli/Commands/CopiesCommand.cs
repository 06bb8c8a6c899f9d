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
        var articles = new List<Article>(); // without their texts, which are longer than all that is known of them
        var points = new Dictionary<ArticleId, CodePoints>();
        var copies = Pipeline.FindCopies(lines.Read().Select(l => Held(l.Article)));
        using var stdout = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        if (pairs)
        {
            foreach (var copy in copies)
                if (partial || copy.Kind == CopyKind.NearCopy) Line(stdout, json => CopyJson.WritePair(json, copy));
        }
        else
        {
            foreach (var reuse in Reuse.Of(articles, copies)) Line(stdout, json => CopyJson.WriteReuse(json, reuse, points[reuse.Article.Id]));
        }

        return lines.Broken ? 1 : 0;

        Article Held(Article article)
        {
            articles.Add(article with { Text = "", Blocks = [] });
            points[article.Id] = new CodePoints(article.Text);
            return article;
        }
    }

    private static void Line(Stream stdout, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(stdout, Json.Compact)) write(json);
        stdout.WriteByte((byte)'\n');
    }
}
