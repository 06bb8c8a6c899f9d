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
        var sources = entries.Select(SourceOf).Distinct().ToList();
        return (Math.Max(1, sources.Count(s => s.IsNamed)), Math.Max(1, sources.Count));
    }

    /// <summary>A named source, or the origin that speaks in its own voice or for unnamed ones.</summary>
    public static (string Name, bool IsNamed) SourceOf(Entry entry) => IsNamed(entry.Holder) ? (entry.Holder, true) : (entry.Origin?.Value ?? entry.Article.Value, false);

    private static bool IsNamed(string holder) => holder.Length > 0 && holder != "outlet" && char.IsUpper(holder[0]);
}
