using System.Collections.Immutable;
using Dapper;
using Dateline.Storage.Extracts;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Reads what a page shows of an article.</summary>
internal sealed class ArticleExtractReader(SqliteConnection connection, ArticleId id)
{
    private readonly ExtractReader reader = new(connection);

    /// <summary>Null where there is no such article.</summary>
    public ArticleExtract? Read()
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var row = connection.QuerySingleOrDefault<(byte[]? Bytes, long Length)>("SELECT coalesce(dated, own), coalesce(dated_length, own_length) FROM articles WHERE id = @id", new { id = id.Value });
        if (row.Bytes is null) return null;
        var annotated = Payload.Untokened(row.Bytes, row.Length);
        var stories = connection.Query<(long Id, string Title, string First, string Last)>("SELECT s.id, s.title, s.first_date, s.last_date FROM story_articles sa JOIN stories s ON s.id = sa.story WHERE sa.article = @id", new { id = id.Value })
            .Select(s => new Story(StoryKey.Id(s.Id), s.Title, [id], Payload.Date(s.First), Payload.Date(s.Last))).ToImmutableArray();
        var copies = stories.Length > 0 ? Copies(StoryKey.Of(stories[0].Id)) : [];
        var others = copies.Select(c => c.A == id ? c.B : c.A).Distinct().ToList();
        _ = reader.Statements(StoryFacts.Said(annotated).Select(s => s.Id));
        var ledger = new Ledger(Pipeline.Stamp, [annotated, .. reader.Articles(others, [])], stories, [], copies, Origins(others), Tracks());
        return new ArticleExtract(ledger, annotated) { Sources = reader.Sources, Places = reader.PlaceOf };
    }

    private ImmutableArray<Copy> Copies(long story) =>
        [.. connection.Query<(long Position, string A, string B, string Kind, double Share, string Passages, string Why)>(
            """
            SELECT position, a, b, kind, share, passages, why FROM copies c WHERE (a = @id OR b = @id)
                AND EXISTS (SELECT 1 FROM story_articles sa WHERE sa.story = @story AND sa.article = CASE WHEN c.a = @id THEN c.b ELSE c.a END) ORDER BY share DESC, position LIMIT @most
            """,
            new { id = id.Value, story, most = ArticleExtract.MostCopies })
            .OrderBy(r => r.Position).Select(r => new Copy(new ArticleId(r.A), new ArticleId(r.B), Enum.Parse<CopyKind>(r.Kind), r.Share, Payload.Passages(r.Passages), r.Why))];

    /// <summary>The origins of the article and of those that it shares text with, with these articles alone.</summary>
    private ImmutableArray<Origin> Origins(List<ArticleId> others)
    {
        var rests = connection.Query<(string Origin, string Article)>("SELECT origin, article FROM origin_articles WHERE article IN (SELECT value FROM json_each(@list)) ORDER BY origin, position", new { list = ExtractReader.List(others.Append(id).Select(a => a.Value)) }).ToLookup(r => r.Origin, r => new ArticleId(r.Article));
        return [.. reader.Origins(rests.Select(r => new OriginId(r.Key))).Select(o => o with { Articles = [.. rests[o.Id.Value]] })];
    }

    private ImmutableArray<Track> Tracks()
    {
        var places = connection.Query<(string Track, long Position)>("SELECT track, position FROM entries WHERE article = @id ORDER BY track, position LIMIT @most", new { id = id.Value, most = ArticleExtract.MostEntries }).ToLookup(r => r.Track, r => (int)r.Position);
        return connection.Query<(string Id, long Story, string Question, string Kind, long AtLeast, long AtMost)>("SELECT id, story, question, kind, at_least, at_most FROM tracks WHERE id IN (SELECT value FROM json_each(@list)) ORDER BY position", new { list = ExtractReader.List(places.Select(p => p.Key)) })
            .Select(t => (new Track(new TrackId(t.Id), StoryKey.Id(t.Story), t.Question, Enum.Parse<TrackKind>(t.Kind), (int)t.AtLeast, (int)t.AtMost, [], []), (IReadOnlyCollection<int>)[.. places[t.Id]])).ToList() is { Count: > 0 } rows ? reader.Cut(rows) : [];
    }
}
