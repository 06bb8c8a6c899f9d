using System.Buffers;
using System.Text.Json;
using Dateline.Exchange;

namespace Dateline.Server;

/// <summary>Parts of a ledger, each a whole ledger file again: one shape for the API, the reports and <c>dateline ledger</c>.</summary>
public static class LedgerSlice
{
    /// <summary>The list of stories and nothing else.</summary>
    public static Ledger OfStories(IEnumerable<Story> stories) => new(Pipeline.Stamp, [], [.. stories], [], [], [], []);

    /// <summary>An article that no story holds.</summary>
    public static Ledger OfArticle(AnnotatedArticle article) => new(Pipeline.Stamp, [article], [], [], [], [], []);

    /// <summary>One article of a ledger with its statements, copies and origins; the tracks stand with the story.</summary>
    public static Ledger OfArticle(Ledger ledger, ArticleId article)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger with
        {
            Articles = [.. ledger.Articles.Where(a => a.Article.Id == article)],
            Placements = [.. ledger.Placements.Where(p => p.Article == article)],
            Copies = [.. ledger.Copies.Where(c => c.A == article || c.B == article)],
            Origins = [.. ledger.Origins.Where(o => o.Articles.Contains(article))],
            Tracks = [],
        };
    }

    public static byte[] Json(Ledger ledger) => Written(json => LedgerJson.Write(json, ledger));

    /// <summary>A story's ledger as JSON-LD.</summary>
    public static byte[] JsonLd(Ledger story) => Written(json => StoryJsonLd.Write(json, story));

    /// <summary>An article as IPTC ninjs.</summary>
    public static byte[] Ninjs(AnnotatedArticle article) => Written(json => NinjsJson.Write(json, article));

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Exchange.Json.Indented)) write(json);
        return buffer.WrittenSpan.ToArray();
    }
}
