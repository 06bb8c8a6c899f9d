using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>One page of the list of changes.</summary>
internal static class ChangesQuery
{
    private const string From = """
        FROM changes c JOIN tracks t ON t.id = c.track
        JOIN entries b ON b.track = c.track AND b.position = c.before JOIN articles ba ON ba.id = b.article JOIN captures bc ON bc.seq = ba.capture
        JOIN entries e ON e.track = c.track AND e.position = c.after JOIN articles ea ON ea.id = e.article JOIN captures ec ON ec.seq = ea.capture
        """;

    public static ChangeList Run(SqliteConnection connection, ChangeQuery query)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var where = (query.Story is null ? "" : " AND t.story = @story") + (query.Track is null ? "" : " AND t.id = @track");
        var values = new { story = query.Story is { } story ? StoryKey.Of(story) : 0, track = query.Track?.Value, take = Math.Clamp(query.Take, 0, ChangeQuery.Most), skip = Math.Max(0, query.Skip) };
        var total = connection.ExecuteScalar<int>($"SELECT count(*) FROM changes c JOIN tracks t ON t.id = c.track WHERE 1 = 1{where}", values);
        if (total == 0 || query.Skip >= total || query.Take <= 0) return new ChangeList(total, []); // without a row SQLite cannot tell the types of the columns
        var rows = connection.Query<Row>(
            $"""
            SELECT t.story, c.track, t.question, c.kind, c.at, c.reason,
                b.article AS beforeArticle, bc.id AS beforeCapture, b.span_start AS beforeStart, b.span_end AS beforeEnd, b.quote AS beforeQuote, b.holder AS beforeHolder, b.value AS beforeValue, b.published AS beforePublished,
                e.article AS afterArticle, ec.id AS afterCapture, e.span_start AS afterStart, e.span_end AS afterEnd, e.quote AS afterQuote, e.holder AS afterHolder, e.value AS afterValue, e.published AS afterPublished
            {From} WHERE 1 = 1{where} ORDER BY c.at DESC, t.story, t.position, c.position LIMIT @take OFFSET @skip
            """,
            values);
        return new ChangeList(total, [.. rows.Select(r => r.ToChange())]);
    }

    private sealed record Row(
        long Story, string Track, string Question, string Kind, string? At, string Reason,
        string BeforeArticle, string BeforeCapture, long BeforeStart, long BeforeEnd, string BeforeQuote, string BeforeHolder, string BeforeValue, string BeforePublished,
        string AfterArticle, string AfterCapture, long AfterStart, long AfterEnd, string AfterQuote, string AfterHolder, string AfterValue, string AfterPublished)
    {
        public ListedChange ToChange() => new(
            StoryKey.Id(Story),
            new TrackId(Track),
            Question,
            Enum.Parse<ChangeKind>(Kind),
            At is null ? null : DateOnly.ParseExact(At, "O", CultureInfo.InvariantCulture),
            Reason,
            Side(BeforeArticle, BeforeCapture, BeforeStart, BeforeEnd, BeforeQuote, BeforeHolder, BeforeValue, BeforePublished),
            Side(AfterArticle, AfterCapture, AfterStart, AfterEnd, AfterQuote, AfterHolder, AfterValue, AfterPublished));

        private static ChangeSide Side(string article, string capture, long start, long end, string quote, string holder, string value, string published) =>
            new(new ArticleId(article), new CaptureId(capture), new TextSpan((int)start, (int)end), quote, holder, value, Payload.Date(published));
    }
}
