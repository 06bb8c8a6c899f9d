using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Sources and outlets, as their pages show them.</summary>
internal static class VoiceQuery
{
    public static SourceSummary? Source(SqliteConnection connection, string id) =>
        connection.ExecuteScalar<string?>("SELECT summary FROM sources WHERE id = @id", new { id }) is { } summary ? Payload.Source(summary) : null;

    public static SaidList Said(SqliteConnection connection, SaidQuery query)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var where = "ss.source = @source AND ss.repeats = 0" + (query.Story is null ? "" : " AND ss.story = @story");
        var values = new { source = query.Source, story = query.Story is { } s ? StoryKey.Of(s) : 0, take = Math.Clamp(query.Take, 0, SaidQuery.Most), skip = Math.Max(0, query.Skip) };
        var total = connection.ExecuteScalar<int>($"SELECT count(*) FROM source_statements ss WHERE {where}", values);
        if (total == 0 || query.Skip >= total || query.Take <= 0) return new SaidList(total, []); // without a row SQLite cannot tell the types of the columns
        var rows = connection.Query<Row>($"{Select} WHERE {where} ORDER BY ss.day DESC, ss.statement LIMIT @take OFFSET @skip", values).ToList();
        return new SaidList(total, [.. rows.Select(r =>
        {
            var others = new { source = query.Source, r.Wording, r.Statement, most = SaidWords.MostPlaces };
            var count = connection.ExecuteScalar<int>("SELECT count(*) FROM source_statements WHERE source = @source AND wording = @Wording AND statement <> @Statement", others);
            var also = count == 0 ? [] : connection.Query<Row>($"{Select} WHERE ss.source = @source AND ss.wording = @Wording AND ss.statement <> @Statement ORDER BY ss.day, ss.statement LIMIT @most", others).Select(o => o.Place()).ToImmutableArray();
            return new SaidWords(new StatementId(r.Statement), r.Story is { } story ? StoryKey.Id(story) : null, Day(r.Day), r.Words, Payload.How(r.Manner), r.Place(), also, count);
        })]);
    }

    /// <summary>The answers of a source by story and question.</summary>
    public static ImmutableArray<HeldAnswer> Answers(SqliteConnection connection, string source, int most) =>
        [.. connection.Query<AnswerRow>(
            """
            SELECT t.story, t.id AS track, t.question, e.position, e.article, e.point_start AS start, e.point_end AS 'end', e.quote, e.value, a.outlet, e.published
            FROM entries e JOIN tracks t ON t.id = e.track JOIN articles a ON a.id = e.article WHERE e.source = @source ORDER BY t.story, t.position, e.position LIMIT @most
            """,
            new { source, most }).Select(r => new HeldAnswer(StoryKey.Id(r.Story), new TrackId(r.Track), r.Question, (int)r.Position, new ArticleId(r.Article), new TextSpan((int)r.Start, (int)r.End), r.Quote, r.Value, r.Outlet, Payload.Date(r.Published)))];

    public static OutletSummary? Outlet(SqliteConnection connection, string name) =>
        connection.ExecuteScalar<string?>("SELECT summary FROM outlets WHERE name = @name", new { name }) is { } summary ? Payload.Outlet(summary) : null;

    public static OutletList Printed(SqliteConnection connection, string outlet, int skip, int take)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var total = connection.ExecuteScalar<int>("SELECT count(*) FROM outlet_articles WHERE outlet = @outlet", new { outlet });
        if (total == 0 || skip >= total || take <= 0) return new OutletList(total, []);
        return new OutletList(total, [.. connection.Query<PrintedRow>(
            "SELECT o.article, coalesce(a.title, a.page) AS title, o.story, o.published, o.characters, o.carried, o.origins FROM outlet_articles o JOIN articles a ON a.id = o.article WHERE o.outlet = @outlet ORDER BY o.day DESC, o.article LIMIT @take OFFSET @skip",
            new { outlet, skip = Math.Max(0, skip), take = Math.Clamp(take, 0, SaidQuery.Most) })
            .Select(r => new OutletArticle(new ArticleId(r.Article), r.Title, r.Story is { } story ? StoryKey.Id(story) : null, Payload.Date(r.Published), (int)r.Characters, (int)r.Carried, Payload.Names(r.Origins)))]);
    }

    private const string Select = """
        SELECT ss.statement, ss.story, ss.day, ss.wording, ss.manner, ss.article, ss.point_start AS start, ss.point_end AS 'end', s.content AS words, c.id AS capture, coalesce(a.title, a.page) AS title, a.outlet, h.published
        FROM source_statements ss JOIN statements s ON s.id = ss.statement JOIN articles a ON a.id = ss.article JOIN captures c ON c.seq = a.capture
        JOIN hits h ON h.article = ss.article AND h.statement IS NULL
        """;

    private static DateOnly? Day(string day) => day.Length == 0 ? null : DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);

    private sealed record Row(string Statement, long? Story, string Day, long Wording, string Manner, string Article, long Start, long End, string Words, string Capture, string Title, string? Outlet, string Published)
    {
        public SaidPlace Place() => new(new ArticleId(Article), new CaptureId(Capture), Title, Outlet, Payload.Date(Published), new TextSpan((int)Start, (int)End));
    }

    private sealed record AnswerRow(long Story, string Track, string Question, long Position, string Article, long Start, long End, string Quote, string Value, string? Outlet, string Published);

    private sealed record PrintedRow(string Article, string Title, long? Story, string Published, long Characters, long Carried, string Origins);
}
