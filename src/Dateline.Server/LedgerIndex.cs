using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dateline.Exchange;
using Dateline.Server.Marking;
using Dateline.Storage;

namespace Dateline.Server;

/// <summary>A ledger, mostly that of one story, with the look-ups that pages need. Immutable: a request sees one state from its first line to its last.</summary>
public sealed class LedgerIndex
{
    private readonly Dictionary<ArticleId, AnnotatedArticle> articles;
    private readonly Dictionary<ArticleId, Story> storyOf = [];
    private readonly Dictionary<OriginId, Origin> origins;
    private readonly Dictionary<StatementId, Statement> statements;
    private readonly ILookup<StoryId, Track> tracks;
    private readonly ILookup<ArticleId, Cited> cited;
    private readonly ILookup<ArticleId, Copy> copies;
    private readonly ILookup<ArticleId, Origin> originsOf;
    private readonly Dictionary<ArticleId, Placement> placements = [];
    private readonly ConcurrentDictionary<ArticleId, CodePoints> points = [];

    public LedgerIndex(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Ledger = ledger;
        articles = ledger.Articles.ToDictionary(a => a.Article.Id);
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

    /// <summary>Who is who among the sources; of the whole story, where the ledger is a part of it.</summary>
    public SourceNames Sources
    {
        get => field ??= new SourceNames(Ledger.Stories is [{ Id: var story }] ? story : null, Ledger.Articles);
        init;
    }

    /// <summary>Where answers stand in their questions, where the ledger has only some of them.</summary>
    public IReadOnlyDictionary<Entry, int>? Places { get; init; }

    /// <param name="index">Its place among the answers that the ledger has.</param>
    public int PlaceOf(Track track, int index) => Places is not null && Places.TryGetValue((track ?? throw new ArgumentNullException(nameof(track))).Entries[index], out var place) ? place : index;

    public AnnotatedArticle Annotated(ArticleId id) => articles[id];

    public Article Article(ArticleId id) => articles[id].Article;

    public Story? StoryOf(ArticleId article) => storyOf.GetValueOrDefault(article);

    public Placement? PlacementOf(ArticleId article) => placements.GetValueOrDefault(article);

    /// <summary>The anchor of a quote in the page of its article.</summary>
    public string AnchorOf(ArticleId article, TextSpan span) => Anchor.Of(points.GetOrAdd(article, a => new CodePoints(Article(a).Text)), span);

    public IEnumerable<Track> TracksOf(Story story) => tracks[(story ?? throw new ArgumentNullException(nameof(story))).Id];

    public IEnumerable<Cited> CitedIn(ArticleId article) => cited[article].Select(c => c with { Place = PlaceOf(c.Track, c.Index) });

    public IEnumerable<Copy> CopiesOf(ArticleId article) => copies[article];

    /// <summary>The root that an entry rests on, where that is not the outlet that printed it.</summary>
    public Origin? RestsOn(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Origin is { } id && origins.TryGetValue(id, out var origin) && origin.Name != OutletOf(entry.Article) ? origin : null;
    }

    public Statement? Statement(StatementId? id) => id is { } known ? statements.GetValueOrDefault(known) : null;

    public IEnumerable<Origin> OriginsOf(ArticleId article) => originsOf[article];

    public IEnumerable<Origin> OriginsOf(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story.Articles.SelectMany(a => originsOf[a]).Distinct();
    }

    /// <summary>The roots that the story's pages rest on at least; a page that rests on none counts for itself.</summary>
    public int OriginCount(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Dateline.OriginCount.Least(story.Articles, OriginsOf(story));
    }

    public int OutletCount(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story.Articles.Select(a => Article(a).Outlet?.Value).Where(o => o is not null).Distinct(StringComparer.OrdinalIgnoreCase).Count();
    }

    /// <summary>The outlet's name; where the page does not tell it, the page's file name.</summary>
    public string OutletOf(ArticleId article) => Article(article).Outlet?.Value ?? Article(article).Page;

    public string TitleOf(ArticleId article) => Article(article).Title?.Value ?? Article(article).Page;

    /// <summary>The questions whose answers changed, the most salient first.</summary>
    public IEnumerable<Track> TurnedIn(Story story) => TracksOf(story).Where(t => t.Changes.Length > 0);

    /// <summary>The latest change of the most salient question whose answers changed.</summary>
    public Turn? LatestIn(Story story) => TurnedIn(story).FirstOrDefault() is { } track ? Turn.Of(track)[^1] : null;
}

/// <summary>One entry of a track, seen from the article that it quotes.</summary>
public sealed record Cited(Track Track, int Index)
{
    public Entry Entry => Track.Entries[Index];

    /// <summary>Where it stands in the whole question.</summary>
    public int Place { get; init; } = Index;
}

/// <summary>A change with the track that it belongs to.</summary>
public sealed record Turn(Track Track, Change Change)
{
    /// <summary>The changes of a track in the order of its entries.</summary>
    public static ImmutableArray<Turn> Of(Track track) =>
        [.. (track ?? throw new ArgumentNullException(nameof(track))).Changes.OrderBy(c => c.After).ThenBy(c => c.Before).Select(c => new Turn(track, c))];

    public Entry Before => Track.Entries[Change.Before];

    public Entry After => Track.Entries[Change.After];
}
