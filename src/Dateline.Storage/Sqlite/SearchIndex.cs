using Dapper;
using Dateline.Exchange;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Writes what a search finds, with the fold.</summary>
internal sealed class SearchIndex(SqliteConnection connection, SqliteTransaction transaction, Ledger ledger)
{
    public const string Clear = "DELETE FROM hits; INSERT INTO search (search) VALUES ('delete-all');";

    private readonly Dictionary<ArticleId, StoryId> stories = ledger.Stories.SelectMany(s => s.Articles.Select(a => (Article: a, s.Id))).GroupBy(p => p.Article).ToDictionary(g => g.Key, g => g.First().Id);
    private long id;

    public void Write()
    {
        foreach (var annotated in ledger.Articles) Write(annotated);
    }

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
        var published = article.Published;
        connection.Execute(
            "INSERT INTO hits (id, article, statement, story, outlet, source, entity, published, first_day, last_day, point_start, point_end) VALUES (@id, @article, @statement, @story, @outlet, @source, @entity, @published, @first, @last, @start, @end); INSERT INTO search (rowid, title, words) VALUES (@id, @title, @words);",
            new
            {
                id,
                article = article.Id.Value,
                statement = statement?.Id.Value,
                story = stories.TryGetValue(article.Id, out var story) ? StoryKey.Of(story) : (long?)null,
                outlet = article.Outlet?.Value,
                source = statement is { Source.Text.Length: > 0 } ? statement.Source.Text : null,
                entity = statement?.Source.Entity,
                published = Payload.Date(published),
                first = Payload.Day(published.From ?? published.To),
                last = Payload.Day(published.To ?? published.From),
                start = points?.Start,
                end = points?.End,
                title,
                words,
            },
            transaction);
    }
}
