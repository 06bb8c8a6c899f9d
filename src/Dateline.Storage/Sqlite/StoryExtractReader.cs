using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Dateline.Storage.Extracts;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Reads what a page shows of a story.</summary>
internal sealed class StoryExtractReader(SqliteConnection connection, StoryId id, StoryExtractQuery query)
{
    private readonly ExtractReader reader = new(connection);
    private readonly long key = StoryKey.Of(id);
    private readonly string? day = Payload.Day(query.AsOf);

    /// <summary>Null where there is no such story.</summary>
    public StoryExtract? Read()
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        if (connection.QuerySingleOrDefault<StoryRow>("SELECT title, first_date AS first, last_date AS last, articles, outlets, origins, changes, days FROM stories WHERE id = @key", new { key }) is not { } row) return null;
        var counts = Counts(row);
        var listed = Listed();
        var story = new Story(id, row.Title, listed, Payload.Date(row.First), Payload.Date(row.Last));
        var changes = Changes();
        var tracks = Tracks();
        var voices = Voices();
        var days = Days();
        var copies = Copies(listed);
        var entries = tracks.SelectMany(t => t.Track.Entries).Concat(changes.SelectMany(c => c.Track.Entries)).ToList();
        var articles = reader.Articles(
            listed.Concat(entries.Select(e => e.Article)).Concat(days.Select(d => d.Article)).Concat(voices.SelectMany(v => v.Sayings).SelectMany(s => s).Select(s => s.Article)).Concat(copies.SelectMany(c => new[] { c.A, c.B })),
            reader.Statements(entries.Select(e => e.Statement).OfType<StatementId>()).Concat(voices.SelectMany(v => v.Sayings).SelectMany(s => s)));
        var resting = Resting();
        var origins = reader.Origins(entries.Select(e => e.Origin).OfType<OriginId>().Concat(resting.Select(r => r.Origin)));
        var order = resting.Select((r, i) => (r.Origin, i)).ToDictionary(p => p.Origin, p => p.i);
        var ledger = new Ledger(
            Pipeline.Stamp, articles, [query.AsOf is null ? story : Dated(story)], Placements(listed), copies, [.. origins.OrderBy(o => order.GetValueOrDefault(o.Id, int.MaxValue))], [.. tracks.Select(t => t.Track)]);
        return new StoryExtract(
            ledger, counts, changes, tracks, days, voices, Flows(),
            [.. connection.Query<string>("SELECT holder FROM story_holders WHERE story = @key ORDER BY position", new { key })])
        {
            Sources = reader.Sources,
            Places = reader.PlaceOf,
            Resting = resting.ToDictionary(r => r.Origin, r => r.Articles),
            Captured = query.Clock == Clock.Captured ? reader.Captured(articles) : null,
        };
    }

    public ImmutableArray<Track> LastAnswers(int most) =>
        connection.Query<(string Track, string Question, string Kind, long AtLeast, long AtMost, long Entries)>("SELECT id, question, kind, at_least, at_most, entries FROM tracks WHERE story = @key ORDER BY position LIMIT @most", new { key, most }).ToList() is { Count: > 0 } rows ? reader.Cut([.. rows.Select(t => (Track(t.Track, t.Question, t.Kind, t.AtLeast, t.AtMost), (IReadOnlyCollection<int>)[(int)t.Entries - 1]))]) : [];

    /// <summary>" AND to_day &lt;= @day" where a day is asked for: what is not surely out by then is left out.</summary>
    private string Out(string column = "to_day") => day is null ? "" : $" AND {column} <= @day";

    private StoryCounts Counts(StoryRow row)
    {
        ImmutableArray<DateOnly> days = [.. row.Days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => DateOnly.ParseExact(d[..10], "O", CultureInfo.InvariantCulture))];
        var voices = connection.ExecuteScalar<int>(day is null ? "SELECT count(*) FROM story_voices WHERE story = @key" : $"SELECT count(DISTINCT voice) FROM story_statements WHERE story = @key{Out()}", new { key, day });
        var named = connection.ExecuteScalar<int>($"SELECT count(DISTINCT oa.origin) FROM story_articles sa JOIN origin_articles oa ON oa.article = sa.article WHERE sa.story = @key{Out("sa.to_day")}", new { key, day });
        var tracks = day is null
            ? connection.ExecuteScalar<int>("SELECT count(*) FROM tracks WHERE story = @key", new { key })
            : connection.ExecuteScalar<int>("SELECT count(*) FROM (SELECT 1 FROM tracks t JOIN entries e ON e.track = t.id WHERE t.story = @key AND e.to_day <= @day GROUP BY t.id HAVING min(e.article) <> max(e.article))", new { key, day });
        if (day is null) return new StoryCounts((int)row.Articles, (int)row.Outlets, (int)row.Origins, named, (int)row.Changes, tracks, voices, days, 0, 0);
        var (outlets, later, undated) = connection.QuerySingle<(long, long, long)>(
            "SELECT count(DISTINCT outlet) FILTER (WHERE to_day <= @day), count(*) FILTER (WHERE from_day > @day), count(*) FILTER (WHERE (to_day IS NULL OR to_day > @day) AND (from_day IS NULL OR from_day <= @day)) FROM story_articles WHERE story = @key",
            new { key, day });
        var changes = connection.ExecuteScalar<int>($"SELECT count(*) FROM changes WHERE story = @key{Out()} AND track IN (SELECT t.id FROM tracks t JOIN entries e ON e.track = t.id WHERE t.story = @key AND e.to_day <= @day GROUP BY t.id HAVING min(e.article) <> max(e.article))", new { key, day });
        ImmutableArray<ArticleId> pages = [.. connection.Query<string>($"SELECT article FROM story_articles WHERE story = @key{Out()} ORDER BY position", new { key, day }).Select(a => new ArticleId(a))];
        var origins = connection.Query<(string Id, string Name, string Article)>($"SELECT o.id, o.name, oa.article FROM story_articles sa JOIN origin_articles oa ON oa.article = sa.article JOIN origins o ON o.id = oa.origin WHERE sa.story = @key{Out("sa.to_day")} ORDER BY o.position", new { key, day })
            .GroupBy(o => (o.Id, o.Name), o => new ArticleId(o.Article)).Select(g => new Origin(new OriginId(g.Key.Id), g.Key.Name, [.. g], ""));
        return new StoryCounts(pages.Length, (int)outlets, OriginCount.Least(pages, origins), named, changes, tracks, voices, days, (int)later, (int)undated);
    }

    /// <summary>The ids of one page of the articles.</summary>
    private ImmutableArray<ArticleId> Listed() =>
        [.. connection.Query<string>($"SELECT article FROM story_articles WHERE story = @key{Out()} ORDER BY position LIMIT @take OFFSET @skip", Page(query.Articles, StoryExtractQuery.ArticlesShown)).Select(a => new ArticleId(a))];

    private object Page(int page, int size) => new { key, day, take = size, skip = (Math.Max(1, page) - 1) * size };

    /// <summary>The story from its first to its last article of those that were out.</summary>
    private Story Dated(Story story)
    {
        var first = connection.ExecuteScalar<string?>("SELECT article FROM story_articles WHERE story = @key AND to_day <= @day ORDER BY coalesce(from_day, to_day), position LIMIT 1", new { key, day });
        var last = connection.ExecuteScalar<string?>("SELECT article FROM story_articles WHERE story = @key AND to_day <= @day ORDER BY to_day DESC, position LIMIT 1", new { key, day });
        return first is null || last is null ? story : story with { First = reader.Article(new ArticleId(first))!.Published, Last = reader.Article(new ArticleId(last))!.Published };
    }

    private ImmutableArray<(Track Track, Change Change)> Changes()
    {
        // as of a day a question stands only where two pages answer it
        var asked = day is null ? "" : " AND EXISTS (SELECT 1 FROM entries e WHERE e.track = t.id AND e.to_day <= @day GROUP BY e.track HAVING min(e.article) <> max(e.article))";
        var rows = connection.Query<(string Track, string Question, string Kind, long AtLeast, long AtMost, long Before, long After, string Turn, string? At, string Reason)>(
            $"SELECT c.track, t.question, t.kind, t.at_least, t.at_most, c.before, c.after, c.kind, c.at, c.reason FROM changes c JOIN tracks t ON t.id = c.track WHERE c.story = @key{Out("c.to_day")}{asked} ORDER BY c.at DESC, t.position, c.after, c.before LIMIT @take OFFSET @skip",
            Page(query.Changes, StoryExtractQuery.ChangesShown)).ToList();
        var cut = reader.Cut([.. rows.Select(r => (Track(r.Track, r.Question, r.Kind, r.AtLeast, r.AtMost), (IReadOnlyCollection<int>)[(int)r.Before, (int)r.After]))]);
        return [.. rows.Zip(cut, (r, track) =>
        {
            var (before, after) = r.Before < r.After ? (0, 1) : (1, 0);
            return (track, new Change(Enum.Parse<ChangeKind>(r.Turn), before, after, r.At is null ? null : DateOnly.ParseExact(r.At, "O", CultureInfo.InvariantCulture), r.Reason));
        })];
    }

    private Track Track(string track, string question, string kind, long atLeast, long atMost) => new(new TrackId(track), id, question, Enum.Parse<TrackKind>(kind), (int)atLeast, (int)atMost, [], []);

    private ImmutableArray<ExtractedTrack> Tracks()
    {
        const string Head = "SELECT t.id, t.question, t.kind, t.at_least, t.at_most, ";
        var rows = connection.Query<(string Id, string Question, string Kind, long AtLeast, long AtMost, long Entries, long Pages, long Holders, string Steps, long Changes)>(
            Head + (day is null
                ? "t.entries, t.pages, t.holders, t.steps, (SELECT count(*) FROM changes c WHERE c.track = t.id) FROM tracks t WHERE t.story = @key ORDER BY t.position LIMIT @take OFFSET @skip"
                : """
                count(*), count(DISTINCT e.article), count(DISTINCT e.holder), '', (SELECT count(*) FROM changes c WHERE c.track = t.id AND c.to_day <= @day)
                FROM tracks t JOIN entries e ON e.track = t.id WHERE t.story = @key AND e.to_day <= @day GROUP BY t.id HAVING min(e.article) <> max(e.article) ORDER BY t.position LIMIT @take OFFSET @skip
                """),
            Page(query.Tracks, StoryExtractQuery.TracksShown));
        var tracks = ImmutableArray.CreateBuilder<ExtractedTrack>();
        var marks = 0;
        foreach (var row in rows)
        {
            marks += Math.Min((int)row.Entries, ExtractedTrack.MostMarksEach);
            var drawn = tracks.Count == 0 || (tracks.Count < ExtractedTrack.MostDrawn && marks <= ExtractedTrack.MostMarks && tracks[^1].Track.Entries.Length > 0);
            var track = Track(row.Id, row.Question, row.Kind, row.AtLeast, row.AtMost);
            if (drawn) track = reader.Cut(query.AsOf is null ? track : Rooted(track), reader.Sample(track.Id, (int)row.Entries, query.AsOf, query.Clock, ExtractedTrack.MostEntries));
            tracks.Add(new ExtractedTrack(track, (int)row.Entries, (int)row.Pages, (int)row.Holders, (int)row.Changes, day is null ? Payload.Strings(row.Steps) : Steps(row.Id)));
        }

        return tracks.ToImmutable();
    }

    /// <summary>The question with its origins counted over what was out by the day.</summary>
    private Track Rooted(Track track)
    {
        var none = UncertainDate.Unknown("");
        var rows = connection.Query<(string Holder, string Article, string? Origin)>("SELECT holder, min(article), origin FROM entries WHERE track = @track AND to_day <= @day GROUP BY holder, coalesce(origin, article)", new { track = track.Id.Value, day });
        var all = track with { Entries = [.. rows.Select(r => new Entry(new ArticleId(r.Article), default, "", r.Holder, "", none, null, none, null, r.Origin is null ? null : new OriginId(r.Origin)))] };
        var left = new Entry(default, default, "", "", "", none, null, none, null, null);
        var cut = (all with { Entries = [.. all.Entries, left] }).Only(e => e != left); // counts the origins of those that are kept
        return track with { AtLeast = cut.AtLeast, AtMost = cut.AtMost };
    }

    private ImmutableArray<string> Steps(string track) => StoryTables.Steps(connection.Query<string>("SELECT value FROM entries WHERE track = @track AND to_day <= @day ORDER BY position", new { track, day }));

    private ImmutableArray<ExtractedVoice> Voices()
    {
        var rows = connection.Query<(long Voice, long Statements)>(
            day is null
                ? "SELECT voice, statements FROM story_voices WHERE story = @key ORDER BY statements DESC, name LIMIT @take OFFSET @skip"
                : "SELECT voice, count(*) FROM story_statements WHERE story = @key AND to_day <= @day GROUP BY voice ORDER BY 2 DESC, (SELECT name FROM story_voices v WHERE v.story = @key AND v.voice = story_statements.voice) LIMIT @take OFFSET @skip",
            Page(query.Voices, StoryExtractQuery.VoicesShown)).ToList();
        if (rows.Count == 0) return [];
        var voices = ExtractReader.List(rows.Select(r => r.Voice.ToString(CultureInfo.InvariantCulture)));
        var wordings = connection.Query<(long Voice, long Wording, long First, long Wordings)>(
            $"""
            SELECT voice, wording, first, wordings FROM (
                SELECT voice, wording, min(place) AS first, count(*) OVER (PARTITION BY voice) AS wordings, row_number() OVER (PARTITION BY voice ORDER BY min(place)) AS number
                FROM story_statements INDEXED BY story_statements_voice WHERE story = @key AND voice IN (SELECT CAST(value AS INTEGER) FROM json_each(@voices)){Out()} GROUP BY voice, wording)
            WHERE number <= @most ORDER BY voice, first
            """,
            new { key, day, voices, most = StoryExtractQuery.SayingsShown }).ToList();
        var places = connection.Query<(long Voice, long Wording, string Json, string? Source)>(
            $"""
            SELECT s.voice, s.wording, s.statement, s.source FROM json_each(@list) k CROSS JOIN story_statements s INDEXED BY story_statements_voice ON s.story = @key AND s.voice = k.value ->> 0 AND s.wording = k.value ->> 1
            WHERE 1 = 1{Out("s.to_day")} ORDER BY s.place
            """,
            new { key, day, list = System.Text.Json.JsonSerializer.Serialize(wordings.Select(w => new[] { w.Voice, w.Wording })) })
            .ToLookup(r => (r.Voice, r.Wording), r => (r.Json, r.Source));
        return [.. rows.Select(r =>
        {
            var own = wordings.Where(w => w.Voice == r.Voice).ToList();
            ImmutableArray<ImmutableArray<Statement>> sayings = [.. own.Select(w => places[(w.Voice, w.Wording)].Take(4 * StoryExtractQuery.PlacesShown).Select(p => reader.Said(p.Json, p.Source)).DistinctBy(s => s.Article).Take(StoryExtractQuery.PlacesShown).ToImmutableArray())];
            return new ExtractedVoice(StoryFacts.Speaker(sayings[0][0]), (int)own[0].Wordings, sayings);
        })];
    }

    public ImmutableArray<ExtractedDay> Days()
    {
        var days = day is null
            ? connection.Query<string>("SELECT day FROM story_timelines WHERE story = @key ORDER BY position LIMIT @most", new { key, most = StoryExtractQuery.DaysShown }).ToList()
            : Ranked();
        // SQLite gives the other columns of the row that has the least
        return [.. connection.Query<(string Day, long Least, long Articles, string Article, long Start, long End, long Date, long DateEnd)>(
            $"""
            SELECT d.day, d.least, d.articles, sa.article, d.sentence_start, d.sentence_end, d.date_start, d.date_end FROM (
                SELECT day, min(distance * 1000000 + place) AS least, count(*) AS articles, place, sentence_start, sentence_end, date_start, date_end
                FROM story_days WHERE story = @key AND day IN (SELECT value FROM json_each(@days)){Out()} GROUP BY day) d
            JOIN story_articles sa ON sa.story = @key AND sa.position = d.place ORDER BY d.day
            """,
            new { key, day, days = ExtractReader.List(days) })
            .Select(d => new ExtractedDay(DateOnly.ParseExact(d.Day, "O", CultureInfo.InvariantCulture), (int)d.Articles, new ArticleId(d.Article), new TextSpan((int)d.Start, (int)d.End), new TextSpan((int)d.Date, (int)d.DateEnd)))];
    }

    /// <summary>The days as they weighed by then: by the articles that speak of them, and look back on them, less their neighbours; ties as they weigh in the whole story.</summary>
    private List<string> Ranked()
    {
        const int Around = 3;
        var rows = connection.Query<(string Day, long Articles, long Late)>("SELECT day, count(*), sum(late) FROM story_days WHERE story = @key AND to_day <= @day AND ahead = 0 GROUP BY day", new { key, day }).ToList();
        var known = rows.ToDictionary(r => DateOnly.ParseExact(r.Day, "O", CultureInfo.InvariantCulture).DayNumber, r => r.Articles);
        var rank = connection.Query<(string Day, long Position)>("SELECT day, position FROM story_timelines WHERE story = @key", new { key }).ToDictionary(r => r.Day, r => r.Position);
        return [.. rows.OrderByDescending(r => r.Articles + r.Late - (0.5 * Neighbours(DateOnly.ParseExact(r.Day, "O", CultureInfo.InvariantCulture).DayNumber))).ThenBy(r => rank.GetValueOrDefault(r.Day, long.MaxValue)).ThenBy(r => r.Day, StringComparer.Ordinal)
            .Select(r => r.Day).Take(StoryExtractQuery.DaysShown)];

        double Neighbours(int day) => Enumerable.Range(-Around, (2 * Around) + 1).Where(step => step != 0).Sum(step => known.GetValueOrDefault(day + step)) / (2.0 * Around);
    }

    /// <param name="most">Those of most statements.</param>
    public ImmutableArray<ExtractedFlow> Flows(int most = StoryExtractQuery.FlowsShown) =>
        [.. connection.Query<(string Root, string Through, string Outlet, long Statements)>($"SELECT root, through, outlet, sum(statements) FROM story_flows WHERE story = @key{Out()} GROUP BY root, through, outlet ORDER BY 4 DESC, root, through, outlet LIMIT @most", new { key, day, most })
            .Select(f => new ExtractedFlow(f.Root, f.Through.Length == 0 ? null : f.Through, f.Outlet, (int)f.Statements))];

    /// <summary>The first origins in the order of the articles, with how many of the story's rest on each.</summary>
    private List<(OriginId Origin, int Articles)> Resting() =>
        [.. connection.Query<(string Origin, long Articles, long First)>(
            $"SELECT oa.origin, count(*), min(sa.position) FROM story_articles sa JOIN origin_articles oa ON oa.article = sa.article JOIN origins o ON o.id = oa.origin WHERE sa.story = @key{Out("sa.to_day")} GROUP BY oa.origin ORDER BY 3, o.position LIMIT @most",
            new { key, day, most = StoryExtractQuery.OriginsShown }).Select(r => (new OriginId(r.Origin), (int)r.Articles))];

    private ImmutableArray<Copy> Copies(ImmutableArray<ArticleId> articles) => [.. connection.Query<(long Position, string A, string B, string Kind, double Share, string Why)>(
        $"""
        WITH beside AS (
            SELECT k.value AS article, c.b AS other, c.position FROM json_each(@list) k CROSS JOIN copies c ON c.a = k.value
            UNION ALL SELECT k.value, c.a, c.position FROM json_each(@list) k CROSS JOIN copies c ON c.b = k.value),
        numbered AS (
            SELECT b.position, row_number() OVER (PARTITION BY b.article ORDER BY b.position) AS number FROM beside b JOIN story_articles sa ON sa.article = b.other AND sa.story = @key WHERE 1 = 1{Out("sa.to_day")})
        SELECT position, a, b, kind, share, why FROM copies WHERE position IN (SELECT position FROM numbered WHERE number <= @most) ORDER BY position
        """,
        new { list = ExtractReader.List(articles.Select(a => a.Value)), key, day, most = StoryExtractQuery.CopiesShown })
        .Select(r => new Copy(new ArticleId(r.A), new ArticleId(r.B), Enum.Parse<CopyKind>(r.Kind), r.Share, [], r.Why))];

    private ImmutableArray<Placement> Placements(ImmutableArray<ArticleId> articles) =>
        [.. connection.Query<(string Article, long Story, double Score, string Why)>("SELECT article, story, score, why FROM placements WHERE article IN (SELECT value FROM json_each(@list)) ORDER BY position", new { list = ExtractReader.List(articles.Select(a => a.Value)) })
            .Select(r => new Placement(new ArticleId(r.Article), StoryKey.Id(r.Story), r.Score, r.Why))];

    private sealed record StoryRow(string Title, string First, string Last, long Articles, long Outlets, long Origins, long Changes, string Days);
}
