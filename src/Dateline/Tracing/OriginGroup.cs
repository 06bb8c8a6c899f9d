namespace Dateline.Tracing;

/// <summary>Articles found so far to rest on one root, with the reason for each.</summary>
internal sealed class OriginGroup(string name)
{
    private readonly List<ArticleId> articles = [];
    private readonly HashSet<ArticleId> known = [];
    private readonly List<string> reasons = [];

    public bool Has(ArticleId article) => known.Contains(article);

    /// <param name="words">The credit as it stands on the page, or null where only its metadata gives it.</param>
    public void Credit(Article article, string? words) => Add(article, words is null ? $"{Label(article)} credits {name}" : $"{Label(article)}: credit '{words}'");

    public void Own(Article article, string why) => Add(article, $"{Label(article)}: {why}");

    public void Share(Article heir, Article from, Copy copy) => Add(heir, $"{Label(heir)}: text shared with {Label(from)}, {copy.Passages.Sum(p => p.A.Length)} characters");

    public Origin ToOrigin(OriginId id) => new(id, name, [.. articles], string.Join("; ", reasons));

    private void Add(Article article, string reason)
    {
        if (!known.Add(article.Id)) return;
        articles.Add(article.Id);
        reasons.Add(reason);
    }

    private static string Label(Article article) => article.Outlet is { } outlet ? $"{outlet.Value} ({article.Page})" : article.Page;
}
