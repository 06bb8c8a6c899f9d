using System.Text.Json;
using Dateline.Exchange;
using Dateline.Storage;

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

    /// <summary>An article with the ledger of its story cut down to it, or null.</summary>
    public static Ledger? OfArticle(ILedger ledger, ArticleId id)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        if (ledger.StoryOf(id) is { } story && ledger.Load(story) is { } found) return OfArticle(found, id);
        return ledger.Article(id) is { } alone ? OfArticle(alone) : null;
    }

    /// <summary>A track with the ledger of its story, or null.</summary>
    /// <param name="id">"story-1-t2109182c".</param>
    internal static (Ledger Story, Track Track)? FindTrack(ILedger ledger, string id) =>
        new TrackId(id).Story is { } story && ledger.Load(story) is { } found && found.Tracks.FirstOrDefault(t => t.Id.Value == id) is { } track ? (found, track) : null;

    /// <summary>One track with the articles that it quotes, or null.</summary>
    /// <param name="id">"story-1-t2109182c".</param>
    public static Ledger? OfTrack(ILedger ledger, string id)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(id);
        if (FindTrack(ledger, id) is not var (found, track)) return null;
        var quoted = track.Entries.Select(e => e.Article).ToHashSet();
        var origins = track.Entries.Select(e => e.Origin).OfType<OriginId>().ToHashSet();
        return found with
        {
            Articles = [.. found.Articles.Where(a => quoted.Contains(a.Article.Id))],
            Placements = [.. found.Placements.Where(p => quoted.Contains(p.Article))],
            Copies = [.. found.Copies.Where(c => quoted.Contains(c.A) && quoted.Contains(c.B))],
            Origins = [.. found.Origins.Where(o => origins.Contains(o.Id))],
            Tracks = [track],
        };
    }

    public static byte[] Json(Ledger ledger) => Written(json => LedgerJson.Write(json, ledger));

    /// <summary>A story's ledger as JSON-LD.</summary>
    public static byte[] JsonLd(Ledger story) => Written(json => StoryJsonLd.Write(json, story));

    /// <summary>An article as IPTC ninjs.</summary>
    public static byte[] Ninjs(AnnotatedArticle article) => Written(json => NinjsJson.Write(json, article));

    private static byte[] Written(Action<Utf8JsonWriter> write) => Exchange.Json.Bytes(write, Exchange.Json.Indented);
}
