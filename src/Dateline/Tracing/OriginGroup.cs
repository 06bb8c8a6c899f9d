namespace Dateline.Tracing;

/// <summary>Articles found so far to rest on one root, with the reason for each.</summary>
internal sealed class OriginGroup(string name)
{
    /// <summary>Pairs of pages of one agency whose shared text is told of: those that share most.</summary>
    private const int PairsTold = 3;

    private readonly List<ArticleId> articles = [];
    private readonly HashSet<ArticleId> known = [];
    private readonly List<(string Who, string Why)> reasons = [];
    private readonly HashSet<(ArticleId, ArticleId)> told = [];

    public bool Has(ArticleId article) => known.Contains(article);

    /// <param name="words">The credit as it stands on the page, or null where only its metadata gives it.</param>
    public void Credit(Article article, string? words) => Add(article, words is null ? $"credits {name} in its metadata" : $"credit '{words}'");

    public void Own(Article article, string why) => Add(article, why);

    public void Share(Article heir, Article from, Copy copy)
    {
        told.Add((copy.A, copy.B));
        Add(heir, $"shares {Characters(copy)} with {Label(from)}");
    }

    /// <summary>Adds what the pages share with one another, the most first: that they rest on one text, not only on one name.</summary>
    public void Together(IEnumerable<Copy> copies, IReadOnlyDictionary<ArticleId, Article> byId)
    {
        foreach (var copy in copies.Where(c => Has(c.A) && Has(c.B) && !told.Contains((c.A, c.B))).OrderByDescending(Length).ThenBy(c => c.A.Value, StringComparer.Ordinal).ThenBy(c => c.B.Value, StringComparer.Ordinal).Take(PairsTold))
            reasons.Add(($"{Label(byId[copy.A])} and {Label(byId[copy.B])}", $"share {Characters(copy)}"));
    }

    /// <summary>Pages for which the same is to be said stand together.</summary>
    public Origin ToOrigin(OriginId id) => new(id, name, [.. articles], string.Join("; ", reasons.GroupBy(r => r.Why, StringComparer.Ordinal).Select(g => $"{string.Join(", ", g.Select(r => r.Who))}: {g.Key}")));

    private void Add(Article article, string reason)
    {
        if (!known.Add(article.Id)) return;
        articles.Add(article.Id);
        reasons.Add((Label(article), reason));
    }

    private static int Length(Copy copy) => copy.Passages.Sum(p => p.A.Length);

    private static string Characters(Copy copy) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Length(copy):N0} characters");

    /// <summary>The outlet's own pages by their name alone.</summary>
    private string Label(Article article) => article.Outlet is { } outlet && outlet.Value != name ? $"{outlet.Value} ({article.Page})" : article.Page;
}
