using System.Collections.Frozen;

namespace Dateline.Reading;

/// <summary>What the words of headlines and headings say of a page's kind (lexicon/page-kinds.tsv).</summary>
internal static class PageKinds
{
    private const int LongestHeading = 30; // words

    private static readonly Lazy<ILookup<string, string>> Rows = new(() => Resources.Rows("lexicon/page-kinds.tsv").ToLookup(row => row[1], row => row[0]));
    private static readonly Lazy<string[]> Live = new(() => Padded("live"));
    private static readonly Lazy<string[]> RoundUps = new(() => Padded("round-up"));
    private static readonly Lazy<FrozenSet<string>> Leads = new(() => Rows.Value["lead"].ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>"Live updates", "Newsticker", "as it happened"; the one word "live" only in capitals or with a colon: "how to live" says nothing.</summary>
    public static bool IsLive(string heading) =>
        Holds(heading, Live.Value)
        || heading.StartsWith("Live:", StringComparison.Ordinal)
        || heading.Split(' ', LongestHeading).Any(word => word.AsSpan().Trim(":-–—|,.") is "LIVE");

    /// <summary>"World in brief", "Morning briefing", "Kurz gemeldet".</summary>
    public static bool IsRoundUp(string heading) => Holds(heading, RoundUps.Value);

    /// <summary>May stand before the time of an entry: "Posted at 14:32".</summary>
    public static bool IsLead(ReadOnlySpan<char> word) => Leads.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static string[] Padded(string kind) => [.. Rows.Value[kind].Select(phrase => $" {Measure.Folded(phrase)} ")];

    private static bool Holds(string heading, string[] phrases)
    {
        if (heading.Length > LongestHeading * 12) return false;
        var folded = $" {Measure.Folded(heading)} ";
        return phrases.Any(phrase => folded.Contains(phrase, StringComparison.Ordinal));
    }
}
