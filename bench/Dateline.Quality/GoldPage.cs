namespace Dateline.Quality;

/// <summary>A page of a story with gold: where quotes stand in it.</summary>
internal sealed class GoldPage(string text)
{
    private const int LongestQuote = 400; // quoting whole pages earns nothing

    private readonly string text = Folding.Norm(text);
    private readonly Dictionary<string, List<(int Start, int End)>> found = new(StringComparer.Ordinal);

    public bool Holds(string quote) => Spans(quote).Count > 0;

    /// <summary>True where the found quote covers at least half of the gold quote's characters.</summary>
    public bool Covers(string gold, string quote)
    {
        if (Folding.Norm(quote).Length > LongestQuote) return false;
        foreach (var (start, end) in Spans(gold))
            foreach (var (s, e) in Spans(quote))
                if (Math.Min(end, e) - Math.Max(start, s) >= 0.5 * (end - start)) return true;
        return false;
    }

    private List<(int Start, int End)> Spans(string quote)
    {
        if (found.TryGetValue(quote, out var spans)) return spans;
        found[quote] = spans = [];
        var wanted = Folding.Norm(quote);
        if (wanted.Length == 0) return spans;
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal)) spans.Add((at, at + wanted.Length));
        return spans;
    }
}
