using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dateline.Exchange;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Writes what a search finds, with the fold: the pages by their days, so that of two hits the newer has the greater id.</summary>
internal sealed class SearchIndex(SqliteConnection connection, SqliteTransaction transaction, Ledger ledger) : IDisposable
{
    public const string Clear = "DELETE FROM hits; INSERT INTO search (search) VALUES ('delete-all');";

    private readonly Dictionary<ArticleId, StoryId> stories = ledger.Stories.SelectMany(s => s.Articles.Select(a => (Article: a, s.Id))).GroupBy(p => p.Article).ToDictionary(g => g.Key, g => g.First().Id);
    private readonly Prepared hit = new(connection, transaction, "INSERT INTO hits (id, article, statement, story, outlet, source, entity, published, first_day, last_day, point_start, point_end) VALUES (@a, @b, @c, @d, @e, @f, @g, @h, @i, @j, @k, @l)", 12);
    private readonly Prepared text = new(connection, transaction, "INSERT INTO search (rowid, title, words, marks) VALUES (@a, @b, @c, @d)", 4);
    private long id;

    public void Write()
    {
        foreach (var annotated in ledger.Articles.OrderBy(a => a.Article.Published.To ?? a.Article.Published.From ?? DateOnly.MinValue)) Write(annotated);
    }

    public void Dispose()
    {
        hit.Dispose();
        text.Dispose();
    }

    /// <summary>The words by which the index knows what a hit can be narrowed to. They end in a digit, so that no ending is taken off them.</summary>
    public static string StoryMark(StoryId story) => string.Create(CultureInfo.InvariantCulture, $"zs{StoryKey.Of(story)}");

    public static string OutletMark(string outlet) => "zo" + Number(outlet);

    public static string SourceMark(string source) => "zq" + Number(source);

    public static string KindMark(bool statement) => statement ? "zk1" : "zk0";

    /// <summary>Case does not count.</summary>
    private static string Number(string name) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(name.Trim().ToLowerInvariant()))).ToString(CultureInfo.InvariantCulture);

    /// <summary>The story's own words but the headline, which is the title.</summary>
    public static string Body(Article article) =>
        string.Join('\n', article.Blocks.Where(b => b.IsStory && b.Role != BlockRole.Headline).Select(b => b.Span.Slice(article.Text)));

    private void Write(AnnotatedArticle annotated)
    {
        var article = annotated.Article;
        var points = new CodePoints(article.Text);
        Add(article, null, null, article.Title?.Value ?? "", Body(article));
        foreach (var statement in annotated.Annotations.Statements.Where(s => s.IsSaying))
        {
            var cover = statement.ContentCover;
            Add(article, statement, new TextSpan(points.Of(cover.Start), points.Of(cover.End)), "", cover.Slice(article.Text));
        }
    }

    private void Add(Article article, Statement? statement, TextSpan? points, string title, string words)
    {
        id++;
        var (published, outlet) = (article.Published, article.Outlet?.Value);
        var story = stories.TryGetValue(article.Id, out var of) ? of : (StoryId?)null;
        var (source, entity) = (statement is { Source.Text.Length: > 0 } ? statement.Source.Text : null, statement?.Source.Entity);
        hit.Run(
            id, article.Id.Value, statement?.Id.Value, story is { } s ? StoryKey.Of(s) : null, outlet, source, entity, Payload.Date(published), Payload.Day(published.From ?? published.To), Payload.Day(published.To ?? published.From),
            points?.Start, points?.End);
        IEnumerable<string?> marks = [KindMark(statement is not null), story is { } known ? StoryMark(known) : null, outlet is null ? null : OutletMark(outlet), source is null ? null : SourceMark(source), entity is null ? null : SourceMark(entity)];
        text.Run(id, title, words, string.Join(' ', marks.OfType<string>().Distinct()));
    }
}
