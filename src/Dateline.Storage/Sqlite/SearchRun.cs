using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>One page of what a search finds.</summary>
internal static class SearchRun
{
    private const int TokensShown = 40;
    private const int CharactersShown = 280; // of a text without a hit

    // Noncharacters, which stand in no text that is meant to be read: they cannot be taken for words of the page.
    private const char Opens = '\uFDD0';
    private const char Closes = '\uFDD1';

    public static SearchList Run(SqliteConnection connection, SearchQuery query)
    {
        using var snapshot = connection.BeginTransaction(deferred: true); // taken back at the end, and with it the table for the marks
        var terms = SearchWords.Terms(query.Words);
        if (terms.Count == 0 && !string.IsNullOrWhiteSpace(query.Words)) return new SearchList(0, []);
        var found = new SearchPick(connection, query, terms).Find();
        if (found.Ids.Count == 0) return new SearchList(found.Total, []) { More = found.More };
        var rows = connection.Query<Row>(
            $"""
            SELECT h.id, h.article, c.id AS capture, h.statement, h.story, coalesce(a.title, a.page) AS title, h.outlet, h.source, h.entity, h.published, h.point_start AS start, h.point_end AS 'end', s.content
            FROM hits h JOIN articles a ON a.id = h.article JOIN captures c ON c.seq = a.capture LEFT JOIN statements s ON s.id = h.statement
            WHERE h.id IN ({string.Join(',', found.Ids.Select(i => i.ToString(CultureInfo.InvariantCulture)))})
            """).ToDictionary(r => r.Id);
        var texts = found.Ids.ToDictionary(i => i, i => rows[i].Content ?? Body(connection, rows[i].Article));
        var marked = terms.Count > 0 ? Marked(connection, texts, terms) : [];
        return new SearchList(found.Total, [.. found.Ids.Select(i => rows[i].ToHit(marked.TryGetValue(i, out var m) ? Pieces(m) : Beginning(texts[i])))]) { More = found.More };
    }

    private static string Body(SqliteConnection connection, string article)
    {
        return SearchIndex.Body(new ExtractReader(connection).Article(new ArticleId(article))!);
    }

    /// <summary>The texts of one page in an index of their own, with the tokens of the great one: what it found is what is marked.</summary>
    private static Dictionary<long, string> Marked(SqliteConnection connection, Dictionary<long, string> texts, IReadOnlyList<string> terms)
    {
        connection.Execute("""CREATE VIRTUAL TABLE temp.shown USING fts5(words, tokenize = "porter unicode61 remove_diacritics 2")""");
        foreach (var (id, text) in texts)
            connection.Execute("INSERT INTO temp.shown (rowid, words) VALUES (@id, @words)", new { id, words = text.Replace(Opens, '\uFFFD').Replace(Closes, '\uFFFD') });
        return connection.Query<(long, string)>(
            "SELECT rowid, snippet(shown, 0, @opens, @closes, '…', @tokens) FROM temp.shown WHERE shown MATCH @match",
            new { opens = Opens.ToString(), closes = Closes.ToString(), tokens = TokensShown, match = string.Join(" OR ", terms) }).ToDictionary(r => r.Item1, r => r.Item2);
    }

    private static ImmutableArray<(string Text, bool Found)> Pieces(string marked)
    {
        var pieces = ImmutableArray.CreateBuilder<(string, bool)>();
        var start = 0;
        for (var i = 0; i <= marked.Length; i++)
        {
            if (i < marked.Length && marked[i] is not (Opens or Closes)) continue;
            if (i > start) pieces.Add((marked[start..i], i < marked.Length && marked[i] == Closes));
            start = i + 1;
        }

        return pieces.ToImmutable();
    }

    private static ImmutableArray<(string Text, bool Found)> Beginning(string text)
    {
        if (text.Length <= CharactersShown) return text.Length == 0 ? [] : [(text, false)];
        var end = text.LastIndexOf(' ', CharactersShown) is > 0 and var space ? space : CharactersShown;
        if (char.IsLowSurrogate(text[end])) end--;
        return [(text[..end] + "…", false)];
    }

    private sealed record Row(long Id, string Article, string Capture, string? Statement, long? Story, string Title, string? Outlet, string? Source, string? Entity, string Published, long? Start, long? End, string? Content)
    {
        public SearchHit ToHit(ImmutableArray<(string Text, bool Found)> snippet) => new(
            new ArticleId(Article),
            new CaptureId(Capture),
            Statement is null ? null : new StatementId(Statement),
            Story is { } story ? StoryKey.Id(story) : null,
            Title,
            Outlet,
            Entity ?? Source,
            Payload.Date(Published),
            Start is { } start && End is { } end ? new TextSpan((int)start, (int)end) : null,
            Content ?? Title,
            snippet);
    }
}
