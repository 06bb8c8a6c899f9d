using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Articles of the same capture, and of other captures of the same address.</summary>
internal static class NeighbourQuery
{
    public static Neighbours Run(SqliteConnection connection, ArticleId article)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        if (connection.ExecuteScalar<int>("SELECT count(*) FROM articles WHERE id = @id", new { id = article.Value }) == 0) return Neighbours.None;
        var values = new { id = article.Value, most = Neighbours.Most };
        return new Neighbours(
            Read("WHERE a.capture = (SELECT capture FROM articles WHERE id = @id) ORDER BY a.position"),
            Read("WHERE a.url = (SELECT url FROM articles WHERE id = @id) AND a.capture <> (SELECT capture FROM articles WHERE id = @id) AND a.position = 0 ORDER BY a.capture"));

        ImmutableArray<Neighbour> Read(string where) =>
            [.. connection.Query<(string Id, string? Title, string Page, string? At)>("SELECT a.id, a.title, a.page, c.captured_at FROM articles a JOIN captures c ON c.seq = a.capture " + where + " LIMIT @most", values)
                .Select(r => new Neighbour(new ArticleId(r.Id), r.Title ?? r.Page, r.At is null ? null : DateTimeOffset.ParseExact(r.At, "O", CultureInfo.InvariantCulture)))];
    }
}
