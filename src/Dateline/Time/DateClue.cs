using System.Globalization;

namespace Dateline.Time;

/// <summary>Something that a page says about its own day: which days it allows, and why.</summary>
/// <param name="Words">The page's words, quoted; empty where the reason names them itself.</param>
internal sealed record DateClue(Func<DateOnly, bool> Allows, string Words, string Reason);

/// <summary>The days on which a page may have been published, and how they were found.</summary>
internal sealed class CandidateDays
{
    /// <summary>Wider windows say nothing that is worth a derivation.</summary>
    public const int Widest = 800;

    private readonly List<(string Words, string Reason)> reasons = [];

    public CandidateDays(DateOnly from, DateOnly to, string reason)
    {
        for (var day = from; day <= to && Days.Count < Widest; day = day.AddDays(1)) Days.Add(day);
        reasons.Add(("", reason));
    }

    public List<DateOnly> Days { get; private set; } = [];

    /// <summary>Keeps the allowed days. A clue that would leave none contradicts stronger ones and is passed over; one that removes none is not mentioned.</summary>
    /// <returns>Whether it removed any.</returns>
    public bool Apply(DateClue clue)
    {
        var kept = Days.Where(clue.Allows).ToList();
        if (kept.Count == 0 || kept.Count == Days.Count) return false;
        Days = kept;
        reasons.Add((clue.Words, clue.Reason));
        return true;
    }

    public void ApplyAll(IEnumerable<DateClue> clues)
    {
        foreach (var clue in clues) Apply(clue);
    }

    public UncertainDate ToDate(DateAnchor anchor)
    {
        // words that say the same of the day share one reason, in the order in which they first did
        var reason = string.Join("; ", reasons.GroupBy(r => r.Reason).Select(g => string.Join(", ", g.Select(r => r.Words).Where(w => w.Length > 0).Distinct()) is { Length: > 0 } words ? $"{words} {g.Key}" : g.Key));
        return Days[0] == Days[^1] ? UncertainDate.On(Days[0], reason, anchor) : UncertainDate.Between(Days[0], Days[^1], DateGrain.Day, reason, anchor);
    }

    internal static string Name(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
