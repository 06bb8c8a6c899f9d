using System.Collections.Immutable;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>All stories with their counts: what a page of the list shows of them, and what the database counts beside it.</summary>
internal static class SummaryQuery
{
    public static IReadOnlyList<StorySummary> Run(SqliteConnection connection)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM stories") == 0) return []; // without a row SQLite cannot tell the types of the counts
        var articles = connection.Query<(long Story, string Article)>("SELECT story, article FROM story_articles ORDER BY story, position").ToLookup(r => r.Story, r => new ArticleId(r.Article));
        var rows = connection.Query<Row>("""
            SELECT s.id, s.title, s.first_date AS first, s.last_date AS last, s.outlets, s.origins, s.changes,
                (SELECT count(*) FROM story_articles sa JOIN statements st ON st.article = sa.article WHERE sa.story = s.id) AS statements,
                (SELECT count(*) FROM tracks t WHERE t.story = s.id) AS tracks
            FROM stories s ORDER BY s.position
            """);
        return [.. rows.Select(r => new StorySummary(
                new Story(StoryKey.Id(r.Id), r.Title, articles[r.Id].ToImmutableArray(), Payload.Date(r.First), Payload.Date(r.Last)), (int)r.Outlets, (int)r.Origins, (int)r.Statements, (int)r.Tracks, (int)r.Changes))
            .OrderByDescending(s => s.Story.Last.To ?? s.Story.Last.From ?? DateOnly.MinValue)
            .ThenBy(s => s.Story.Id)];
    }

    private sealed record Row(long Id, string Title, string First, string Last, long Outlets, long Origins, long Changes, long Statements, long Tracks);
}
