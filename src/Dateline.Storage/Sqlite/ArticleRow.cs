namespace Dateline.Storage.Sqlite;

/// <summary>An article as it was read and annotated on its own, as its table holds it.</summary>
internal sealed record ArticleRow(string Id, long Capture, int Position, string Page, string? Title, string? Outlet, byte[] Own, int Length, string Stamp)
{
    public const string Insert =
        "INSERT INTO articles (id, capture, position, page, title, outlet, own, own_length, stamp) VALUES (@Id, @Capture, @Position, @Page, @Title, @Outlet, @Own, @Length, @Stamp)";

    public static ArticleRow Of(AnnotatedArticle annotated, long capture, int position)
    {
        var article = annotated.Article;
        var json = Payload.Json(annotated);
        return new ArticleRow(article.Id.Value, capture, position, article.Page, article.Title?.Value, article.Outlet?.Value, Payload.Compress(json), json.Length, Pipeline.Stamp);
    }
}
