using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dateline.Exchange;
using Dateline.Server.Marking;

namespace Dateline.Server;

/// <summary>One reading of the ledger with the look-ups that pages need. Immutable: a request sees one state from its first line to its last.</summary>
public sealed class LedgerIndex
{
    private readonly Dictionary<string, AnnotatedArticle> articles;
    private readonly Dictionary<string, Story> stories;
    private readonly Dictionary<ArticleId, Story> storyOf = [];
    private readonly Dictionary<OriginId, Origin> origins;
    private readonly Dictionary<StatementId, Statement> statements;
    private readonly ILookup<StoryId, Track> tracks;
    private readonly ILookup<ArticleId, Cited> cited;
    private readonly ILookup<ArticleId, Copy> copies;
    private readonly ILookup<ArticleId, Origin> originsOf;
    private readonly Dictionary<ArticleId, Placement> placements = [];
    private readonly ConcurrentDictionary<ArticleId, CodePoints> points = [];

    public LedgerIndex(Ledger ledger, ImmutableArray<Rejection> quarantine)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Ledger = ledger;
        Quarantine = quarantine;
        articles = ledger.Articles.ToDictionary(a => a.Article.Id.Value, StringComparer.Ordinal);
        stories = ledger.Stories.ToDictionary(s => s.Id.ToString(), StringComparer.Ordinal);
        foreach (var story in ledger.Stories)
            foreach (var article in story.Articles) storyOf[article] = story;
        foreach (var placement in ledger.Placements) placements[placement.Article] = placement;
        origins = ledger.Origins.ToDictionary(o => o.Id);
        statements = ledger.Statements.ToDictionary(s => s.Id);
        tracks = ledger.Tracks.ToLookup(t => t.Story);
        cited = ledger.Tracks.SelectMany(t => t.Entries.Select((e, i) => new Cited(t, i))).ToLookup(c => c.Entry.Article);
        copies = ledger.Copies.SelectMany(c => new[] { (c.A, c), (c.B, c) }).ToLookup(p => p.Item1, p => p.c);
        originsOf = ledger.Origins.SelectMany(o => o.Articles.Select(a => (a, o))).ToLookup(p => p.a, p => p.o);
    }

    public Ledger Ledger { get; }

    public ImmutableArray<Rejection> Quarantine { get; }

    public AnnotatedArticle? Article(string id) => articles.GetValueOrDefault(id);

    public Article Article(ArticleId id) => articles[id.Value].Article;

    /// <param name="id">As in addresses: "story-1".</param>
    public Story? Story(string id) => stories.GetValueOrDefault(id);

    public Story? StoryOf(ArticleId article) => storyOf.GetValueOrDefault(article);

    public Placement? PlacementOf(ArticleId article) => placements.GetValueOrDefault(article);

    /// <summary>The anchor of a quote in the page of its article.</summary>
    public string AnchorOf(ArticleId article, TextSpan span) => Anchor.Of(points.GetOrAdd(article, a => new CodePoints(Article(a).Text)), span);

    public IEnumerable<Track> TracksOf(Story story) => tracks[(story ?? throw new ArgumentNullException(nameof(story))).Id];

    public IEnumerable<Cited> CitedIn(ArticleId article) => cited[article];

    public IEnumerable<Copy> CopiesOf(ArticleId article) => copies[article];

    public Origin? Origin(OriginId? id) => id is { } known ? origins.GetValueOrDefault(known) : null;

    public Statement? Statement(StatementId? id) => id is { } known ? statements.GetValueOrDefault(known) : null;

    public IEnumerable<Origin> OriginsOf(ArticleId article) => originsOf[article];

    public IEnumerable<Origin> OriginsOf(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story.Articles.SelectMany(a => originsOf[a]).Distinct();
    }

    /// <summary>The roots that the story's pages rest on: named origins, and every page that rests on none of them counts for itself.</summary>
    public int OriginCount(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return OriginsOf(story).Count() + story.Articles.Count(a => !originsOf[a].Any());
    }

    public int OutletCount(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story.Articles.Select(a => Article(a).Outlet?.Value).Where(o => o is not null).Distinct(StringComparer.OrdinalIgnoreCase).Count();
    }

    /// <summary>The outlet's name; where the page does not tell it, the page's file name.</summary>
    public string OutletOf(ArticleId article) => Article(article).Outlet?.Value ?? Article(article).Page;

    public string TitleOf(ArticleId article) => Article(article).Title?.Value ?? Article(article).Page;

    /// <summary>Every change of the story with its track, the latest first; those without a day stand last.</summary>
    public IEnumerable<Turn> TurnsOf(Story story) =>
        TracksOf(story).SelectMany((t, rank) => t.Changes.Select(c => (Turn: new Turn(t, c), rank)))
            .OrderByDescending(p => p.Turn.Change.At ?? DateOnly.MinValue).ThenBy(p => p.rank).ThenByDescending(p => p.Turn.Change.After).Select(p => p.Turn);

    /// <summary>The stories as a reader wants them: the latest first.</summary>
    public IEnumerable<Story> Latest() => Ledger.Stories.OrderByDescending(s => s.Last.To ?? s.Last.From ?? DateOnly.MinValue).ThenByDescending(s => s.Articles.Length).ThenBy(s => s.Id.Value);
}

/// <summary>One entry of a track, seen from the article that it quotes.</summary>
public sealed record Cited(Track Track, int Index)
{
    public Entry Entry => Track.Entries[Index];
}

/// <summary>A change with the track that it belongs to.</summary>
public sealed record Turn(Track Track, Change Change)
{
    public Entry Before => Track.Entries[Change.Before];

    public Entry After => Track.Entries[Change.After];
}
