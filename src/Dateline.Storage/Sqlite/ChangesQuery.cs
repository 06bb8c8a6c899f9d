using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>One page of the list of changes.</summary>
internal static class ChangesQuery
{
    private const string Track = " JOIN tracks t ON t.id = c.track";
    private const string Sides = " JOIN entries b ON b.track = c.track AND b.position = c.before JOIN entries e ON e.track = c.track AND e.position = c.after";
    private const string Pages = " JOIN articles ba ON ba.id = b.article JOIN captures bc ON bc.seq = ba.capture JOIN articles ea ON ea.id = e.article JOIN captures ec ON ec.seq = ea.capture";

    public static ChangeList Run(SqliteConnection connection, ChangeQuery query)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var where = Asked(query);
        var values = where.Values;
        var from = (ByOutlet(query) ? "change_outlets o CROSS JOIN changes c ON c.track = o.track AND c.position = o.position" : "changes c") + (query.Source is null ? "" : Sides);
        var total = connection.ExecuteScalar<int>($"SELECT count(*) FROM {from}{where}", values);
        if (total == 0 || query.Skip >= total || query.Take <= 0) return new ChangeList(total, []); // without a row SQLite cannot tell the types of the columns
        values.Add("take", Math.Clamp(query.Take, 0, ChangeQuery.Most));
        values.Add("skip", Math.Max(0, query.Skip));
        var rows = connection.Query<Row>(
            $"""
            SELECT c.id, EXISTS (SELECT 1 FROM seen_changes sc WHERE sc.by = @reader AND sc.change = c.id) AS seen, t.story, s.title, c.track, t.question, c.kind, c.at, c.reason,
                b.article AS beforeArticle, bc.id AS beforeCapture, b.span_start AS beforeStart, b.span_end AS beforeEnd, b.point_start AS beforePoint, b.point_end AS beforePointEnd,
                b.quote AS beforeQuote, b.holder AS beforeHolder, b.source AS beforeSource, b.value AS beforeValue, ba.outlet AS beforeOutlet, b.published AS beforePublished,
                e.article AS afterArticle, ec.id AS afterCapture, e.span_start AS afterStart, e.span_end AS afterEnd, e.point_start AS afterPoint, e.point_end AS afterPointEnd,
                e.quote AS afterQuote, e.holder AS afterHolder, e.source AS afterSource, e.value AS afterValue, ea.outlet AS afterOutlet, e.published AS afterPublished
            FROM (SELECT c.track AS picked, c.position AS place FROM {from}{Track}{where} ORDER BY {Ordered(query)}.at DESC, {Ordered(query)}.story, t.position, c.position LIMIT @take OFFSET @skip) p
            CROSS JOIN changes c ON c.track = p.picked AND c.position = p.place{Track}{Sides}{Pages} JOIN stories s ON s.id = t.story ORDER BY c.at DESC, c.story, t.position, c.position
            """,
            values);
        return new ChangeList(total, [.. rows.Select(r => r.ToChange()).Select(c => query.WithPlaces ? c with { Before = Places(connection, c.Track, c.Before, c.After.Article), After = Places(connection, c.Track, c.After, c.Before.Article) } : c)]);
    }

    /// <param name="other">The article of the other side, which is shown anyway.</param>
    private static ChangeSide Places(SqliteConnection connection, TrackId track, ChangeSide side, ArticleId other) => side with
    {
        Also =
        [
            .. connection.Query<(string Article, long Start, long End, string Outlet)>(
                """
                SELECT e.article, e.point_start, e.point_end, coalesce(a.outlet, a.page) FROM entries e JOIN articles a ON a.id = e.article
                WHERE e.track = @track AND e.holder = @holder AND e.value = @value AND e.article NOT IN (@article, @other) GROUP BY e.article ORDER BY e.position LIMIT @most
                """,
                new { track = track.Value, holder = side.Holder, value = side.Value, article = side.Article.Value, other = other.Value, most = ChangeSide.MostPlaces })
                .Select(r => new SidePlace(new ArticleId(r.Article), new TextSpan((int)r.Start, (int)r.End), r.Outlet)),
        ],
    };

    private static bool ByOutlet(ChangeQuery query) => !string.IsNullOrWhiteSpace(query.Outlet);

    /// <summary>The row whose index has the order of the list.</summary>
    private static string Ordered(ChangeQuery query) => ByOutlet(query) ? "o" : "c";

    private static Conditions Asked(ChangeQuery query)
    {
        var conditions = new Conditions();
        if (query.Story is { } story)
        {
            conditions.Add("c.story = @story");
            conditions.Values.Add("story", StoryKey.Of(story));
        }

        conditions.Add(query.Track?.Value, "track", "c.track = @track");
        conditions.Add(query.Kind?.ToString(), "kind", "c.kind = @kind");
        conditions.Add(query.Outlet, "outlet", query.Own == true && query.Source is null ? "o.outlet = @outlet AND o.own = 1" : "o.outlet = @outlet");
        conditions.Add(query.Source, "source", query.Own switch
        {
            true => "b.source = @source AND e.source = @source",
            false => "c.track IN (SELECT track FROM entries WHERE source = @source) AND (b.source = @source) <> (e.source = @source)",
            null => "c.track IN (SELECT track FROM entries WHERE source = @source) AND @source IN (b.source, e.source)",
        });
        conditions.Add(Payload.Day(query.From), "since", Ordered(query) + ".at >= @since");
        conditions.Add(Payload.Day(query.To), "until", Ordered(query) + ".at <= @until");
        conditions.Values.Add("reader", query.Reader);
        if (query.Unseen) conditions.Add("c.id NOT IN (SELECT change FROM seen_changes WHERE by = @reader)");
        return conditions;
    }

    private sealed record Row(
        string? Id, long Seen, long Story, string Title, string Track, string Question, string Kind, string? At, string Reason,
        string BeforeArticle, string BeforeCapture, long BeforeStart, long BeforeEnd, long BeforePoint, long BeforePointEnd, string BeforeQuote, string BeforeHolder, string? BeforeSource, string BeforeValue, string? BeforeOutlet, string BeforePublished,
        string AfterArticle, string AfterCapture, long AfterStart, long AfterEnd, long AfterPoint, long AfterPointEnd, string AfterQuote, string AfterHolder, string? AfterSource, string AfterValue, string? AfterOutlet, string AfterPublished)
    {
        public ListedChange ToChange() => new(
            Id ?? "",
            StoryKey.Id(Story),
            Title,
            new TrackId(Track),
            Question,
            Enum.Parse<ChangeKind>(Kind),
            At is null ? null : DateOnly.ParseExact(At, "O", CultureInfo.InvariantCulture),
            Reason,
            Side(BeforeArticle, BeforeCapture, BeforeStart, BeforeEnd, BeforePoint, BeforePointEnd, BeforeQuote, BeforeHolder, BeforeSource, BeforeValue, BeforeOutlet, BeforePublished),
            Side(AfterArticle, AfterCapture, AfterStart, AfterEnd, AfterPoint, AfterPointEnd, AfterQuote, AfterHolder, AfterSource, AfterValue, AfterOutlet, AfterPublished)) { Seen = Seen != 0 };

        private static ChangeSide Side(string article, string capture, long start, long end, long point, long pointEnd, string quote, string holder, string? source, string value, string? outlet, string published) =>
            new(new ArticleId(article), new CaptureId(capture), new TextSpan((int)start, (int)end), new TextSpan((int)point, (int)pointEnd), quote, holder, source, value, outlet, Payload.Date(published));
    }
}
