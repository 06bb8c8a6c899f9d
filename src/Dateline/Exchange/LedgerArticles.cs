namespace Dateline.Exchange;

/// <summary>The articles of a ledger by their ids, each with the code points of its text, reckoned when they are first asked for. For one writer at a time.</summary>
public sealed class LedgerArticles
{
    private readonly Dictionary<ArticleId, Article> articles;
    private readonly Dictionary<ArticleId, CodePoints> points = [];

    public LedgerArticles(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        articles = ledger.Articles.ToDictionary(a => a.Article.Id, a => a.Article);
    }

    public Article this[ArticleId id] => articles[id];

    public CodePoints Points(ArticleId id)
    {
        if (!points.TryGetValue(id, out var known)) points[id] = known = new CodePoints(articles[id].Text);
        return known;
    }
}
