using System.Text.Json;
using Dateline.Exchange;
using Dateline.Storage;

namespace Dateline.Server.Reports;

/// <summary>A story as one file that needs no other: to send, to print, to keep.</summary>
public static class StoryReport
{
    /// <summary>The formats by the names that <c>--format</c> takes.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["html", "md", "json", "csv", "statements.csv", "jsonld"];

    /// <param name="format">One of <see cref="Formats"/>.</param>
    public static string MediaType(string format) => format switch
    {
        "html" => "text/html; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "csv" or "statements.csv" => "text/csv; charset=utf-8",
        "jsonld" => "application/ld+json",
        _ => "application/json; charset=utf-8",
    };

    /// <summary>Writes to the stream while it is made: no format is ever whole in memory.</summary>
    /// <param name="story">A ledger that holds one story, as <see cref="Ledger.Only"/> gives it.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <exception cref="ArgumentException">the ledger holds no story or several, or the format is unknown</exception>
    public static Task WriteAsync(Ledger story, string format, Stream output)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(output);
        return WriteAsync(story, story.Articles, () => new LedgerIndex(story), i => StoryShown.Of(i, story.Stories[0]), i => i.Annotated, format, output);
    }

    /// <summary>The same of a story whose articles are read one by one: those formats that need all of them at once hold their texts and what somebody says in them.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    public static Task WriteAsync(HeldStory story, string format, Stream output)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(output);
        return WriteAsync(story.Ledger, story.Articles, () => new LedgerIndex(Texts(story)), i => StoryShown.Of(i, story), _ => story.Article, format, output);
    }

    private static async Task WriteAsync(Ledger story, IEnumerable<AnnotatedArticle> articles, Func<LedgerIndex> index, Func<LedgerIndex, StoryShown> shown, Func<LedgerIndex, Func<ArticleId, AnnotatedArticle>> read, string format, Stream output)
    {
        if (story.Stories.Length != 1) throw new ArgumentException($"A report is of one story, not of {story.Stories.Length}.", nameof(story));
        if (!Formats.Contains(format)) throw new ArgumentException($"'{format}' is no format of a report; take one of {string.Join(", ", Formats)}.", nameof(format));
        if (format is "json" or "jsonld")
        {
            using var json = new Utf8JsonWriter(output, Json.Indented);
            if (format == "json") LedgerJson.Write(json, story, articles);
            else StoryJsonLd.Write(json, story, articles);
            return;
        }

        await using var text = new StreamWriter(output, leaveOpen: true);
        if (format is "html" && index() is var all) await HtmlReport.WriteAsync(text, shown(all), read(all));
        else if (format == "md") MarkdownReport.Write(text, index(), story.Stories[0]);
        else foreach (var line in format == "csv" ? StoryCsv.Entries(story, articles) : StoryCsv.Statements(story, articles)) text.Write(line);
    }

    /// <summary>The ledger with its articles cut down to their texts and to what somebody is quoted with in them.</summary>
    private static Ledger Texts(HeldStory story)
    {
        var cited = story.Ledger.Tracks.SelectMany(t => t.Entries).Select(e => e.Statement).OfType<StatementId>().ToHashSet();
        return story.Ledger with
        {
            Articles =
            [
                .. story.Articles.Select(a => new AnnotatedArticle(
                    a.Article with { Blocks = [] },
                    new Annotations(a.Article.Id, [], [], [], [], [], [.. a.Annotations.Statements.Where(s => !s.OutletVoice || cited.Contains(s.Id))]))),
            ],
        };
    }
}
