using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Reads the collection, or a part of it, back into the core's values; the articles of a part come without their tokens.</summary>
/// <param name="story">Null for the whole collection.</param>
/// <param name="article">Of the story this article alone, without the questions.</param>
/// <param name="track">Of the story this question alone, with the articles that it quotes.</param>
internal sealed class CollectionReader(SqliteConnection connection, StoryId? story, ArticleId? article = null, TrackId? track = null)
{
    private const string InStory = "SELECT article FROM story_articles WHERE story = @story";

    private readonly string inside = article is not null ? "SELECT @article" : track is not null ? "SELECT article FROM entries WHERE track = @track" : InStory;

    private readonly Dictionary<string, UncertainDate> dates = new(StringComparer.Ordinal);

    private readonly object? wanted = story is { } s ? new { story = StoryKey.Of(s), article = article?.Value, track = track?.Value } : null;

    public Ledger Read()
    {
        using var snapshot = connection.BeginTransaction(deferred: true); // one state of the collection, whatever is being written meanwhile
        return Frame() with { Articles = [.. Articles()] };
    }

    /// <summary>All but the articles.</summary>
    public Ledger Frame()
    {
        var ledger = new Ledger(Stamp(), [], Stories(), Placements(), Copies(), Origins(), Tracks()) { Redirects = Redirects(), Moves = Moves() };
        return ledger with { Decisions = story is null ? Decisions(connection) : About() };
    }

    /// <summary>The articles one by one, in the order in which they came.</summary>
    public IEnumerable<AnnotatedArticle> Articles() => Rows(Where($"a.id IN ({inside})") + " ORDER BY c.seq, a.position", wanted);

    /// <summary>One of them.</summary>
    public AnnotatedArticle Article(ArticleId id) => Rows(" WHERE a.id = @id", new { id = id.Value }).Single();

    private IEnumerable<AnnotatedArticle> Rows(string which, object? values) =>
        connection.Query<(byte[] Bytes, long Length)>("SELECT coalesce(a.dated, a.own), coalesce(a.dated_length, a.own_length) FROM articles a JOIN captures c ON c.seq = a.capture" + which, values, buffered: false)
            .Select(r => story is null ? Payload.Article(Payload.Decompress(r.Bytes, r.Length)) : Payload.Untokened(r.Bytes, r.Length));

    /// <summary>Of the log, what is about the story.</summary>
    public ImmutableArray<Decision> About() =>
        Decisions(connection) is { Length: > 0 } log ? new Ledger("", [], Stories(), [], [], [], []) { Decisions = log }.Only(story!.Value).Decisions : [];

    /// <summary>The whole log, whatever the story.</summary>
    public static ImmutableArray<Decision> Decisions(SqliteConnection connection) => [.. connection.Query<DecisionRow>(DecisionRow.Select).Select(r => r.ToDecision())];

    private ImmutableArray<Redirect> Redirects() =>
        [.. connection.Query<(long Story, long Leads)>("SELECT story, leads FROM redirects" + Where("leads = @story"), wanted).Select(r => new Redirect(StoryKey.Id(r.Story), StoryKey.Id(r.Leads))).OrderBy(r => r.From)];

    private string Stamp() => connection.ExecuteScalar<string?>("SELECT stamp FROM fold") ?? Pipeline.Stamp;

    public ImmutableArray<Story> Stories()
    {
        var articles = connection.Query<(long Story, string Article)>("SELECT story, article FROM story_articles" + Where("story = @story") + " ORDER BY story, position", wanted).ToLookup(r => r.Story, r => new ArticleId(r.Article));
        var episodes = Episodes();
        return [.. connection.Query<(long Id, string Title, string First, string Last)>("SELECT id, title, first_date, last_date FROM stories" + Where("id = @story") + " ORDER BY position", wanted)
            .Select(r => new Story(StoryKey.Id(r.Id), r.Title, [.. articles[r.Id]], Payload.Date(r.First), Payload.Date(r.Last)) { Episodes = [.. episodes[r.Id]] })];
    }

    private ILookup<long, Episode> Episodes()
    {
        var articles = connection.Query<(long Story, long Episode, string Article)>("SELECT story, episode, article FROM episode_articles" + Where("story = @story") + " ORDER BY story, episode, position", wanted).ToLookup(r => (r.Story, r.Episode), r => new ArticleId(r.Article));
        return connection.Query<(long Id, long Story, string Title, string First, string Last)>("SELECT id, story, title, first_date, last_date FROM episodes" + Where("story = @story") + " ORDER BY story, position", wanted)
            .ToLookup(r => r.Story, r => new Episode(StoryKey.Id(r.Id), r.Title, [.. articles[(r.Story, r.Id)]], Payload.Date(r.First), Payload.Date(r.Last)));
    }

    private ImmutableArray<StoryMove> Moves() =>
        [.. connection.Query<(string Kind, long From, long To, string Article, string Why)>("SELECT kind, from_story, to_story, article, why FROM moves" + Where("from_story = @story OR to_story = @story") + " ORDER BY position", wanted)
            .Select(r => new StoryMove(Enum.Parse<StoryMoveKind>(r.Kind), StoryKey.Id(r.From), StoryKey.Id(r.To), new ArticleId(r.Article), r.Why))];

    private ImmutableArray<Placement> Placements() =>
        [.. connection.Query<(string Article, long Story, double Score, string Why)>("SELECT article, story, score, why FROM placements" + Where($"article IN ({inside})") + " ORDER BY position", wanted)
            .Select(r => new Placement(new ArticleId(r.Article), StoryKey.Id(r.Story), r.Score, r.Why))];

    private ImmutableArray<Copy> Copies() =>
        [.. connection.Query<(string A, string B, string Kind, double Share, string Passages, string Why)>(
            "SELECT a, b, kind, share, passages, why FROM copies" + Where(article is null ? $"a IN ({inside}) AND b IN ({inside})" : $"(a = @article OR b = @article) AND a IN ({InStory}) AND b IN ({InStory})") + " ORDER BY position",
            wanted).Select(r => new Copy(new ArticleId(r.A), new ArticleId(r.B), Enum.Parse<CopyKind>(r.Kind), r.Share, Payload.Passages(r.Passages), r.Why))];

    private ImmutableArray<Origin> Origins()
    {
        var articles = connection.Query<(string Origin, string Article)>("SELECT origin, article FROM origin_articles" + Where($"article IN ({InStory})") + " ORDER BY origin, position", wanted).ToLookup(r => r.Origin, r => new ArticleId(r.Article));
        return [.. connection.Query<(string Id, string Name, string Reason)>("SELECT id, name, reason FROM origins" + Where(track is not null ? "id IN (SELECT origin FROM entries WHERE track = @track)" : $"id IN (SELECT origin FROM origin_articles WHERE article IN ({inside}))") + " ORDER BY position", wanted)
            .Select(r => new Origin(new OriginId(r.Id), r.Name, [.. articles[r.Id]], r.Reason))];
    }

    public ImmutableArray<Track> Tracks()
    {
        if (article is not null) return [];
        var mine = story is null ? "" : track is not null ? " WHERE track = @track" : " WHERE track IN (SELECT id FROM tracks WHERE story = @story)";
        var entries = connection.Query<EntryRow>(
            "SELECT track, article, span_start AS start, span_end AS 'end', quote, holder, value, time, said, published, statement, origin FROM entries" + mine + " ORDER BY track, position", wanted).ToLookup(r => r.Track, r => r.ToEntry(Date));
        var changes = connection.Query<ChangeRow>("SELECT track, kind, before, after, at, reason FROM changes" + mine + " ORDER BY track, position", wanted).ToLookup(r => r.Track, r => r.ToChange());
        return [.. connection.Query<TrackRow>("SELECT id, story, question, kind, at_least AS atLeast, at_most AS atMost FROM tracks" + Where(track is null ? "story = @story" : "id = @track") + " ORDER BY position", wanted)
            .Select(r => new Track(new TrackId(r.Id), StoryKey.Id(r.Story), r.Question, Enum.Parse<TrackKind>(r.Kind), (int)r.AtLeast, (int)r.AtMost, [.. entries[r.Id]], [.. changes[r.Id]]))];
    }

    /// <summary>Most entries share their dates with others: each is read once.</summary>
    private UncertainDate Date(string json) => dates.TryGetValue(json, out var date) ? date : dates[json] = Payload.Date(json);

    private string Where(string condition) => story is null ? "" : " WHERE " + condition;

    private sealed record TrackRow(string Id, long Story, string Question, string Kind, long AtLeast, long AtMost);

    private sealed record EntryRow(
        string Track, string Article, long Start, long End, string Quote, string Holder, string Value, string Time, string? Said, string Published, string? Statement, string? Origin)
    {
        public Entry ToEntry(Func<string, UncertainDate> date) => new(
            new ArticleId(Article),
            new TextSpan((int)Start, (int)End),
            Quote,
            Holder,
            Value,
            date(Time),
            Said is null ? null : date(Said),
            date(Published),
            Statement is null ? null : new StatementId(Statement),
            Origin is null ? null : new OriginId(Origin));
    }

    private sealed record ChangeRow(string Track, string Kind, long Before, long After, string? At, string Reason)
    {
        public Change ToChange() => new(
            Enum.Parse<ChangeKind>(Kind), (int)Before, (int)After, At is null ? null : DateOnly.ParseExact(At, "O", CultureInfo.InvariantCulture), Reason);
    }
}
