using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>One page of the list of stories.</summary>
internal static class ListQuery
{
    private const int MostWords = 8;
    private const int EntitiesShown = 5;
    private const int NamesCompared = 12;

    public static StoryList Run(SqliteConnection connection, StoryQuery query)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var where = Asked(query);
        var values = where.Values;
        var total = connection.ExecuteScalar<int>($"SELECT count(*) FROM stories s{where}", values);
        if (total == 0 || query.Skip >= total || query.Take <= 0) return new StoryList(total, []); // without a row SQLite cannot tell the types of the columns
        var order = query.Sort switch
        {
            StorySort.First => "s.first_day DESC",
            StorySort.Articles => "s.articles DESC",
            StorySort.Origins => "s.origins DESC",
            StorySort.Changes => "s.changes DESC",
            StorySort.Title => "s.title COLLATE NOCASE",
            _ => "s.last_day DESC",
        };
        values.Add("take", Math.Clamp(query.Take, 0, StoryQuery.Most));
        values.Add("skip", Math.Max(0, query.Skip));
        return new StoryList(total, Read(connection, $"FROM stories s{where} ORDER BY {order}, s.id LIMIT @take OFFSET @skip", values));
    }

    /// <summary>Other stories that share its most frequent names, those with most of them first; then the latest.</summary>
    public static ImmutableArray<ListedStory> Like(SqliteConnection connection, StoryId story, int most)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        if (connection.ExecuteScalar<int>("SELECT count(*) FROM stories") < 2) return []; // without a row SQLite cannot tell the types of the columns
        var like = connection.Query<long>(
            """
            WITH names AS (SELECT entity FROM story_entities WHERE story = @key ORDER BY articles DESC, entity LIMIT @names)
            SELECT story FROM story_entities JOIN names USING (entity) WHERE story <> @key GROUP BY story ORDER BY count(*) DESC, story DESC LIMIT @most
            """,
            new { key = StoryKey.Of(story), names = NamesCompared, most }).ToList();
        var latest = like.Count == most ? [] : connection.Query<long>("SELECT id FROM stories WHERE id <> @key ORDER BY last_day DESC, id LIMIT @most", new { key = StoryKey.Of(story), most });
        var ids = like.Concat(latest).Distinct().Take(most).ToList();
        var listed = Read(connection, $"FROM stories s WHERE s.id IN ({string.Join(',', ids.Select(i => i.ToString(CultureInfo.InvariantCulture)))})", new DynamicParameters()).ToDictionary(s => StoryKey.Of(s.Id));
        return [.. ids.Select(i => listed[i])];
    }

    private static ImmutableArray<ListedStory> Read(SqliteConnection connection, string from, DynamicParameters values)
    {
        var rows = connection.Query<Row>($"SELECT s.id, s.title, s.first_date AS first, s.last_date AS last, s.articles, s.outlets, s.origins, s.changes, s.latest, s.days {from}", values).ToList();
        return [.. rows.Select(r => r.ToStory(
            [.. connection.Query<string>("SELECT entity FROM story_entities WHERE story = @id ORDER BY articles DESC, entity LIMIT @most", new { id = r.Id, most = EntitiesShown })]))];
    }

    public static IReadOnlyList<(string Outlet, int Stories)> Outlets(SqliteConnection connection, int most) =>
        [.. connection.Query<(string, long)>("SELECT outlet, count(*) AS stories FROM story_outlets GROUP BY outlet ORDER BY stories DESC, outlet LIMIT @most", new { most }).Select(r => (r.Item1, (int)r.Item2))];

    private static Conditions Asked(StoryQuery query)
    {
        var conditions = new Conditions();
        foreach (var (word, i) in (query.Text ?? "").Split((char[]?)null, MostWords, StringSplitOptions.RemoveEmptyEntries).Select((w, i) => (w, i)))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"word{i}");
            var pattern = "%" + word.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
            conditions.Add(pattern, name, $"s.words LIKE @{name} ESCAPE '\\'");
        }

        conditions.Add(query.Entity, "entity", "s.id IN (SELECT story FROM story_entities WHERE entity = @entity)");
        conditions.Add(query.Outlet, "outlet", "s.id IN (SELECT story FROM story_outlets WHERE outlet = @outlet)");
        conditions.Add(Payload.Day(query.From), "since", "s.last_day >= @since");
        conditions.Add(Payload.Day(query.To), "until", "s.first_day <= @until");
        return conditions;
    }

    private sealed record Row(long Id, string Title, string First, string Last, long Articles, long Outlets, long Origins, long Changes, string? Latest, string Days)
    {
        public ListedStory ToStory(ImmutableArray<string> entities) => new(
            StoryKey.Id(Id), Title, Payload.Date(First), Payload.Date(Last), (int)Articles, (int)Outlets, (int)Origins, (int)Changes, Latest is null ? null : Payload.Latest(Latest),
            [.. Days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => (DateOnly.ParseExact(d[..10], "O", CultureInfo.InvariantCulture), int.Parse(d.AsSpan(11), CultureInfo.InvariantCulture)))],
            entities);
    }
}
