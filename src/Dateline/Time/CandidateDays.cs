using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Time;

/// <summary>The days on which a page may have been published, and how they were found: first what gives an interval, then what allows single days of it, each in the order of <see cref="DateEvidence"/>.</summary>
internal sealed class CandidateDays
{
    /// <summary>Wider windows say nothing that is worth a derivation.</summary>
    public const int Widest = 800;

    private readonly List<DateConstraint> steps = [];
    private DateOnly? from;
    private DateOnly? to;

    private CandidateDays()
    {
    }

    /// <summary>Empty while either end is open.</summary>
    public List<DateOnly> Days { get; private set; } = [];

    public bool IsBounded => Days.Count > 0;

    public ImmutableArray<DateConstraint> Steps => [.. steps];

    /// <summary>The page on which this one rests and whose own date is in doubt.</summary>
    public string? Doubtful { get; set; }

    public bool IsContradicted => Doubtful is not null || steps.Any(s => !s.Holds);

    /// <summary>One remark for each clue that was passed over, and one where the date rests on another that is in doubt.</summary>
    public IEnumerable<Remark> Remarks => (Doubtful is { } page ? [new Remark(Codes.DateContradiction, $"rests on the date of '{page}', which is itself contradicted")] : Enumerable.Empty<Remark>()).Concat(steps.Where(s => !s.Holds).Select(s => new Remark(Codes.DateContradiction, $"{(s.Words.Length > 0 ? s.Words + ' ' : "")}{s.Reason}: passed over, since stronger evidence leaves no such day")));

    public static CandidateDays Of(IEnumerable<DateClue> clues)
    {
        var days = new CandidateDays();
        var ordered = clues.OrderBy(c => c.Kind).ToList();
        foreach (var clue in ordered.Where(c => c.Allows is null)) days.Bound(clue);
        if (days.from is { } first && days.to is { } last && last.DayNumber - first.DayNumber < Widest)
            days.Days = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
        foreach (var clue in ordered.Where(c => c.Allows is not null)) days.Choose(clue);
        return days;
    }

    /// <summary>Keeps the days that a clue allows. One that would leave none is passed over; one that removes none is not mentioned.</summary>
    /// <returns>Whether it removed any.</returns>
    public bool Choose(DateClue clue)
    {
        if (!IsBounded || clue.Allows is not { } allows) return false;
        var kept = clue.Overruled ? [] : Days.Where(allows).ToList();
        if (kept.Count == Days.Count) return false;
        if (kept.Count > 0) Days = kept;
        Enter(new DateConstraint(clue.Kind, kept.Count > 0 ? kept[0] : null, kept.Count > 0 ? kept[^1] : null, clue.Words, clue.Reason, clue.Other, kept.Count > 0));
        return kept.Count > 0;
    }

    public UncertainDate ToDate(DateAnchor anchor)
    {
        // words that say the same of the day share one reason, in the order in which they first did
        var reason = string.Join("; ", steps.Where(s => s.Holds).GroupBy(s => s.Reason).Select(g => string.Join(", ", g.Select(s => s.Words).Where(w => w.Length > 0).Distinct()) is { Length: > 0 } words ? $"{words} {g.Key}" : g.Key));
        return Days[0] == Days[^1] ? UncertainDate.On(Days[0], reason, anchor) : UncertainDate.Between(Days[0], Days[^1], DateGrain.Day, reason, anchor);
    }

    internal static string Name(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private void Bound(DateClue clue)
    {
        var first = from is null || clue.From > from ? clue.From ?? from : from;
        var last = to is null || clue.To < to ? clue.To ?? to : to;
        var holds = !clue.Overruled && !(first > last);
        if (holds && first == from && last == to) return;
        if (holds) (from, to) = (first, last);
        Enter(new DateConstraint(clue.Kind, clue.From, clue.To, clue.Words, clue.Reason, clue.Other, holds));
    }

    private void Enter(DateConstraint step)
    {
        if (!steps.Contains(step)) steps.Add(step);
    }
}
