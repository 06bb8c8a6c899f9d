using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>Counts the independent origins of a track's entries, as a range.</summary>
internal static class Roots
{
    /// <summary>
    /// At most: each source named once, and each origin that speaks in its own voice or for unnamed sources once.
    /// At least: named sources once each; what rests on the outlet's voice or on unnamed sources may rest on one of them, so it adds nothing where there is a named one.
    /// </summary>
    public static (int AtLeast, int AtMost) Count(ImmutableArray<Entry> entries)
    {
        var named = entries.Where(e => IsNamed(e.Holder)).Select(e => e.Holder).Distinct(StringComparer.Ordinal).Count();
        var voices = entries.Where(e => !IsNamed(e.Holder)).Select(e => e.Origin?.Value ?? e.Article.Value).Distinct(StringComparer.Ordinal).Count();
        return (Math.Max(1, named), Math.Max(1, named + voices));
    }

    private static bool IsNamed(string holder) => holder.Length > 0 && holder != "outlet" && char.IsUpper(holder[0]);
}
