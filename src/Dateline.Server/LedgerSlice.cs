using System.Buffers;
using System.Text.Json;
using Dateline.Exchange;

namespace Dateline.Server;

/// <summary>Parts of a ledger, each a whole ledger file again: one shape for the API, the reports and <c>dateline ledger</c>.</summary>
public static class LedgerSlice
{
    /// <summary>The list of stories and nothing else.</summary>
    public static Ledger OfStories(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger with { Articles = [], Placements = [], Copies = [], Origins = [], Tracks = [] };
    }

    public static Ledger OfStory(Ledger ledger, Story story)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(story);
        var inside = story.Articles.ToHashSet();
        return Of(ledger, inside.Contains) with { Stories = [story], Tracks = [.. ledger.Tracks.Where(t => t.Story == story.Id)] };
    }

    /// <summary>One article with its statements, its copies and its origins; the tracks stand with the story.</summary>
    public static Ledger OfArticle(Ledger ledger, ArticleId article)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return Of(ledger, a => a == article) with
        {
            Stories = [.. ledger.Stories.Where(s => s.Articles.Contains(article))],
            Copies = [.. ledger.Copies.Where(c => c.A == article || c.B == article)],
            Tracks = [],
        };
    }

    public static byte[] Json(Ledger ledger)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Exchange.Json.Indented)) LedgerJson.Write(json, ledger);
        return buffer.WrittenSpan.ToArray();
    }

    private static Ledger Of(Ledger ledger, Func<ArticleId, bool> inside) => ledger with
    {
        Articles = [.. ledger.Articles.Where(a => inside(a.Article.Id))],
        Placements = [.. ledger.Placements.Where(p => inside(p.Article))],
        Copies = [.. ledger.Copies.Where(c => inside(c.A) && inside(c.B))],
        Origins = [.. ledger.Origins.Where(o => o.Articles.Any(inside))],
    };
}
