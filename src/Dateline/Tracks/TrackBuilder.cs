namespace Dateline.Tracks;

/// <summary>Sorts a story's claims into groups that answer one question: same aspect, themes that agree, and for numbers the same order of size.</summary>
internal static class TrackBuilder
{
    /// <summary>Two numbers further apart than this factor count different things (a day's dead, all the dead).</summary>
    private const decimal SizeFactor = 3.5m;

    public static List<List<Claim>> Group(IEnumerable<Claim> claims)
    {
        var states = new List<List<Claim>>();
        var numbers = new List<List<Claim>>();
        var ordered = claims.OrderBy(c => c.Theme.IsUnknown).ThenBy(c => c.Amount?.Comparator == Comparator.Magnitude).ThenBy(c => c.Aspect.Name == "count").ToList(); // stable: the named first
        foreach (var claim in ordered)
        {
            var groups = claim.Amount is null ? states : numbers;
            var best = groups.Select(g => (Group: g, Score: Fit(g, claim))).Where(f => f.Score > 0).OrderByDescending(f => f.Score).FirstOrDefault().Group;
            if (best is null) groups.Add([claim]);
            else best.Add(claim);
        }

        return [.. states, .. numbers];
    }

    /// <summary>How well a claim fits a group; 0 where it does not.</summary>
    private static double Fit(List<Claim> group, Claim claim)
    {
        if (!SameAspect(group[0], claim)) return 0;
        if (claim.Amount is { } amount && !group.Any(g => SameSize(g.Amount!, amount))) return 0;
        double score = 0;
        var known = 0;
        foreach (var other in group)
        {
            if (other.Theme.IsUnknown || claim.Theme.IsUnknown) continue;
            score += Fit(other.Theme, claim.Theme) + (other.Places.Intersect(claim.Places, StringComparer.Ordinal).Any() ? 0.25 : 0);
            known++;
        }

        // a theme that is not named joins the greatest group of its aspect
        if (known == 0) return 0.1 + Math.Min(group.Count, 20) * 0.01;
        return score <= 0 ? 0 : score / known + Math.Min(group.Count, 20) * 0.01;
    }

    private static bool SameAspect(Claim group, Claim claim) =>
        group.Aspect.Name == claim.Aspect.Name
        || (claim.Amount is not null && Open(claim) && Open(group) && group.Theme.Head is { } a && claim.Theme.Head is { } b && HeadLexicon.Agree(a, b));

    // sending and being there count the same heads
    private static bool Open(Claim claim) => claim.Aspect.Name is "count" or "deployment" or "presence";

    /// <summary>-1 where two themes cannot be the same; else the more the surer.</summary>
    private static double Fit(Theme a, Theme b)
    {
        if (a.IsUnknown || b.IsUnknown) return 0;
        var shared = a.Entities.Intersect(b.Entities, StringComparer.Ordinal).Count();
        if (a.Head is { } x && b.Head is { } y && !HeadLexicon.Agree(x, y)) return -1;
        if (!a.Entities.IsEmpty && !b.Entities.IsEmpty && shared == 0) return -1;
        // "the leader" may be any leader that the pages name
        if ((IsTitle(a) && b.Head is null) || (IsTitle(b) && a.Head is null)) return 0.1;
        var sameHead = a.Head is not null && b.Head is not null;
        if (!sameHead && shared == 0) return string.Equals(LastWord(a.Label), LastWord(b.Label), StringComparison.OrdinalIgnoreCase) && a.Label.Length > 0 ? 0.5 : -1;
        return shared + (sameHead ? 0.5 : 0);
    }

    private static bool IsTitle(Theme theme) => theme.Head?.Class == "official" && theme.Entities.IsEmpty;

    private static string LastWord(string label) => label[(label.LastIndexOf(' ') + 1)..];

    private static bool SameSize(Amount a, Amount b)
    {
        if (a.Comparator == Comparator.Magnitude || b.Comparator == Comparator.Magnitude)
        {
            var (magnitude, other) = a.Comparator == Comparator.Magnitude ? (a, b) : (b, a);
            return other.Comparator == Comparator.Magnitude ? a.Value == b.Value : other.Value >= magnitude.Value && other.Value < magnitude.Value * 100;
        }

        var (low, high) = a.Value < b.Value ? (a.Value, b.Value) : (b.Value, a.Value);
        return low > 0 && high / low <= SizeFactor;
    }
}
