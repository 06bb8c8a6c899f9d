using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Dateline.Storage.Extracts;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Reads single rows of a collection back into the core's values: articles without their annotations, some answers of a question.</summary>
internal sealed class ExtractReader(SqliteConnection connection)
{
    private readonly Dictionary<string, UncertainDate> dates = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SourceKey> sources = new(StringComparer.Ordinal);

    /// <summary>Where each answer that was read stands in its question.</summary>
    public Dictionary<Entry, int> PlaceOf { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Who is who among the sources of all that was read so far.</summary>
    public SourceNames Sources => new(sources);

    /// <summary>The articles alone, with those statements that are given, in the order of their ids.</summary>
    public ImmutableArray<AnnotatedArticle> Articles(IEnumerable<ArticleId> ids, IEnumerable<Statement> statements)
    {
        var said = statements.DistinctBy(s => s.Id).ToLookup(s => s.Article);
        var wanted = List(ids.Concat(said.Select(s => s.Key)).Select(i => i.Value).Distinct());
        return [.. connection.Query<(string Id, byte[] Bytes, long Length, long? Head)>("SELECT id, coalesce(dated, own), coalesce(dated_length, own_length), head FROM articles WHERE id IN (SELECT value FROM json_each(@wanted)) ORDER BY id", new { wanted })
            .Select(r => r.Head is { } head ? Payload.Head(r.Bytes, head) : Payload.Article(Payload.Decompress(r.Bytes, r.Length)).Article)
            .Select(a => new AnnotatedArticle(a, new Annotations(a.Id, [], [], [], [], [], [.. said[a.Id].OrderBy(s => s.ContentCover)])))];
    }

    public Article? Article(ArticleId id) => Articles([id], []) is [var (article, _)] ? article : null;

    /// <summary>The statements of the ids that are somebody's; those of the outlets' own voices say no more than their answers.</summary>
    public IEnumerable<Statement> Statements(IEnumerable<StatementId> ids) =>
        connection.Query<(string Json, string? Source)>("SELECT statement, source FROM story_statements WHERE id IN (SELECT value FROM json_each(@wanted))", new { wanted = List(ids.Select(i => i.Value).Distinct()) }).Select(r => Said(r.Json, r.Source)).ToList();

    public Statement Said(string json, string? source)
    {
        var statement = Payload.Statement(json);
        Know(SourceNames.NameOf(statement), source);
        return statement;
    }

    private void Know(string name, string? source)
    {
        if (source is not null) sources[name] = new SourceKey(source, name);
    }

    public ImmutableArray<Origin> Origins(IEnumerable<OriginId> ids) =>
        [.. connection.Query<(string Id, string Name, string Reason, long Length)>(
            "SELECT id, name, substr(reason, 1, @most), length(reason) FROM origins WHERE id IN (SELECT value FROM json_each(@wanted)) ORDER BY position", new { wanted = List(ids.Select(i => i.Value).Distinct()), most = StoryExtractQuery.ReasonShown })
            .Select(r => new Origin(new OriginId(r.Id), r.Name, [], r.Length > StoryExtractQuery.ReasonShown ? r.Reason + "…" : r.Reason))];

    /// <summary>The places of some answers of a question: all where they are few.</summary>
    /// <param name="most">More are thinned evenly, the first ones by the clock and those of the last changes kept.</param>
    public List<int> Sample(TrackId track, int entries, DateOnly? asOf, Clock? clock, int most)
    {
        if (entries <= most) return Places(track, asOf, clock, 0, entries);
        IEnumerable<int> even = asOf is null
            ? Enumerable.Range(0, most / 2).Select(i => (int)(i * (entries - 1L) / ((most / 2) - 1)))
            : Places(track, asOf, null, 0, entries) is var all ? Enumerable.Range(0, most / 2).Select(i => all[(int)(i * (all.Count - 1L) / ((most / 2) - 1))]) : [];
        var turned = connection.Query<(long Before, long After)>(
            $"SELECT before, after FROM changes WHERE track = @track{(asOf is null ? "" : " AND to_day <= @day")} ORDER BY after DESC, before DESC LIMIT @most", new { track = track.Value, day = Payload.Day(asOf), most = most / 16 });
        return [.. even.Concat(turned.SelectMany(t => new[] { (int)t.Before, (int)t.After })).Concat(Places(track, asOf, clock, 0, ExtractedTrack.FirstEntries)).Distinct().Order()];
    }

    /// <summary>Places of answers in the order of the clock.</summary>
    public List<int> Places(TrackId track, DateOnly? asOf, Clock? clock, int skip, int take)
    {
        var order = clock switch
        {
            Clock.Event => "e.event_day IS NULL, e.event_day, e.position",
            Clock.Said => "e.said_day IS NULL, e.said_day, e.position",
            Clock.Published => "e.published_day IS NULL, e.published_day, e.position",
            Clock.Captured => "c.captured_at IS NULL, substr(c.captured_at, 1, 10), julianday(c.captured_at), e.position",
            _ => "e.position",
        };
        var captures = clock == Clock.Captured ? " JOIN articles a ON a.id = e.article JOIN captures c ON c.seq = a.capture" : "";
        return [.. connection.Query<long>(
            $"SELECT e.position FROM entries e{captures} WHERE e.track = @track{(asOf is null ? "" : " AND e.to_day <= @day")} ORDER BY {order} LIMIT @take OFFSET @skip", new { track = track.Value, day = Payload.Day(asOf), take, skip }).Select(p => (int)p)];
    }

    /// <summary>The question cut down to the answers at some places, with the changes between them.</summary>
    public Track Cut(Track track, IReadOnlyCollection<int> places) => Cut([(track, places)])[0];

    /// <summary>The same for several at once.</summary>
    public ImmutableArray<Track> Cut(IReadOnlyList<(Track Track, IReadOnlyCollection<int> Places)> tracks)
    {
        var list = JsonSerializer.Serialize(tracks.SelectMany((t, i) => t.Places.Select(p => new object[] { i, t.Track.Id.Value, p })));
        var rows = connection.Query<(long At, long Place, string Article, long Start, long End, string Quote, string Holder, string? Source, string Value, string Time, string? Said, string Published, string? Statement, string? Origin)>(
            """
            SELECT k.value ->> 0, e.position, e.article, e.span_start, e.span_end, e.quote, e.holder, e.source, e.value, e.time, e.said, e.published, e.statement, e.origin
            FROM json_each(@list) k CROSS JOIN entries e ON e.track = k.value ->> 1 AND e.position = k.value ->> 2 ORDER BY 1, 2
            """,
            new { list }).ToLookup(r => (int)r.At);
        var changes = connection.Query<(long At, string Kind, long Before, long After, string? Day, string Reason)>(
            """
            SELECT k.value ->> 0, c.kind, c.before, c.after, c.at, c.reason FROM json_each(@list) k CROSS JOIN changes c ON c.track = k.value ->> 1 AND c.after = k.value ->> 2 ORDER BY 1, c.position
            """,
            new { list }).ToLookup(r => (int)r.At);
        return [.. tracks.Select((t, i) =>
        {
            var place = rows[i].Select((r, now) => ((int)r.Place, now)).ToDictionary(p => p.Item1, p => p.now);
            return t.Track with
            {
                Entries = [.. rows[i].Select(r => ToEntry(r.Place, r.Article, r.Start, r.End, r.Quote, r.Holder, r.Source, r.Value, r.Time, r.Said, r.Published, r.Statement, r.Origin))],
                Changes = [.. changes[i].Where(c => place.ContainsKey((int)c.Before)).Select(c => new Change(
                    Enum.Parse<ChangeKind>(c.Kind), place[(int)c.Before], place[(int)c.After], c.Day is null ? null : DateOnly.ParseExact(c.Day, "O", CultureInfo.InvariantCulture), c.Reason))],
            };
        })];
    }

    /// <summary>A list of words as one value of a query.</summary>
    public static string List(IEnumerable<string> words) => JsonSerializer.Serialize(words);

    private Entry ToEntry(long place, string article, long start, long end, string quote, string holder, string? source, string value, string time, string? said, string published, string? statement, string? origin)
    {
        Know(holder, source);
        var entry = new Entry(
            new ArticleId(article), new TextSpan((int)start, (int)end), quote, holder, value, Date(time), said is null ? null : Date(said), Date(published),
            statement is null ? null : new StatementId(statement), origin is null ? null : new OriginId(origin));
        PlaceOf[entry] = (int)place;
        return entry;
    }

    /// <summary>Most answers share their dates with others: each is read once.</summary>
    private UncertainDate Date(string json) => dates.TryGetValue(json, out var date) ? date : dates[json] = Payload.Date(json);

    public IReadOnlyDictionary<CaptureId, DateTimeOffset> Captured(IEnumerable<AnnotatedArticle> articles) =>
        connection.Query<(string Id, string At)>("SELECT id, captured_at FROM captures WHERE id IN (SELECT value FROM json_each(@wanted)) AND captured_at IS NOT NULL", new { wanted = List(articles.Select(a => a.Article.Capture.Value).Distinct()) })
            .ToDictionary(r => new CaptureId(r.Id), r => DateTimeOffset.ParseExact(r.At, "O", CultureInfo.InvariantCulture));
}
