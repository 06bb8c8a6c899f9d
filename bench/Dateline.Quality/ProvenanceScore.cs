namespace Dateline.Quality;

/// <summary>Pages that share an origin or text, pair by pair, and whether the pages are one story.</summary>
internal static class ProvenanceScore
{
    public static IEnumerable<Figure> Figures(StorySet set)
    {
        var origins = Pairs(set.Provenance.Items("origins").Select(o => (IEnumerable<string>)o.Texts("pages")));
        var foundOrigins = Pairs(set.Ledger.Origins.Select(o => o.Articles.Select(set.PageOf)));
        if (foundOrigins.Count > 0) yield return Figure.Share("origins.precision", origins.Count(foundOrigins.Contains), foundOrigins.Count);
        if (origins.Count > 0) yield return Figure.Share("origins.recall", origins.Count(foundOrigins.Contains), origins.Count);
        var copies = set.Provenance.Items("shared_text").Select(c => Pair(c.Text("a")!, c.Text("b")!)).ToHashSet();
        var foundCopies = set.Ledger.Copies.Select(c => Pair(set.PageOf(c.A), set.PageOf(c.B))).ToHashSet();
        if (foundCopies.Count > 0) yield return Figure.Share("copies.precision", copies.Count(foundCopies.Contains), foundCopies.Count);
        if (copies.Count > 0) yield return Figure.Share("copies.recall", copies.Count(foundCopies.Contains), copies.Count);
        var named = set.Provenance.TryGetProperty("story", out _) ? set.Provenance.Texts("story") : [];
        var wanted = named.Count > 0 ? named.ToHashSet() : set.Pages.Keys.ToHashSet();
        yield return Figure.Share("story.together", set.Ledger.Stories.Select(s => s.Articles.Select(set.PageOf).Distinct().Count(wanted.Contains)).DefaultIfEmpty().Max(), wanted.Count);
    }

    private static HashSet<(string, string)> Pairs(IEnumerable<IEnumerable<string>> groups) =>
        [.. groups.Select(g => g.ToList()).SelectMany(g => g.SelectMany(a => g.Where(b => string.CompareOrdinal(a, b) < 0).Select(b => (a, b))))];

    private static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}
