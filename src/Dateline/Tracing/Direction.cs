namespace Dateline.Tracing;

/// <summary>Which of two articles carries the other's text.</summary>
internal static class Direction
{
    private const double FullerBy = 0.05;

    /// <summary>The one that gave, the one that carries, and why: the wire before its client, the earlier before the later, the fuller before the cut.</summary>
    public static (Article From, Article To, string Why) Of(Article a, Article b, SharedText shared)
    {
        if (IsWire(a, b)) return (a, b, $"{b.Outlet?.Value ?? "the other page"} credits {a.Outlet!.Value}");
        if (IsWire(b, a)) return (b, a, $"{a.Outlet?.Value ?? "the other page"} credits {b.Outlet!.Value}");
        if (a.Published is { Moment: { } momentA } && b.Published is { Moment: { } momentB } && momentA != momentB)
            return momentA < momentB ? (a, b, "published earlier") : (b, a, "published earlier");
        switch (a.Published.Compare(b.Published))
        {
            case DateOrder.Before: return (a, b, "published earlier");
            case DateOrder.After: return (b, a, "published earlier");
        }

        // the share of the cut version that stands in the full one is the greater
        if (shared.ShareB > shared.ShareA + FullerBy) return (a, b, "the fuller text");
        if (shared.ShareA > shared.ShareB + FullerBy) return (b, a, "the fuller text");
        return (a, b, "no evidence of direction");
    }

    private static bool IsWire(Article from, Article to) =>
        from.Outlet is { } outlet && to.Outlet?.Value != outlet.Value && to.Agencies.Contains(outlet.Value, StringComparer.OrdinalIgnoreCase);
}
