using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>A tick of an axis. <paramref name="Under"/>: what stands below the label, the year where it begins.</summary>
public sealed record Tick(double At, string Label, string? Under = null);

/// <summary>Days along a line, with ticks at whole days, weeks, months or years.</summary>
public sealed class DateScale
{
    /// <summary>Longer stretches of time do not widen the axis: they are cut off at its ends.</summary>
    private const int Long = 62;

    private static readonly int[] DaySteps = [1, 2, 3, 7, 14];
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000];

    private readonly double left;
    private readonly double right;

    public DateScale(DateOnly first, DateOnly last, double left, double right)
    {
        (First, Last) = (first, last < first ? first : last);
        (this.left, this.right) = (left, right);
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    /// <summary>The days that the dates span, with a little room; null where none is known.</summary>
    public static (DateOnly First, DateOnly Last)? Span(IEnumerable<UncertainDate?> dates)
    {
        var known = dates.OfType<UncertainDate>().Where(d => d.IsKnown).Select(d => (From: (d.From ?? d.To)!.Value, To: (d.To ?? d.From)!.Value)).ToList();
        if (known.Count == 0) return null;
        var sharp = known.Where(d => d.To.DayNumber - d.From.DayNumber <= Long).ToList();
        var kept = sharp.Count > 0 ? sharp : known;
        int first = kept.Min(d => d.From.DayNumber), last = kept.Max(d => d.To.DayNumber);
        // a long stretch that lies apart from all others comes in with its nearer end
        foreach (var (from, to) in known)
        {
            if (to.DayNumber < first && first - to.DayNumber <= last - first + Long) first = to.DayNumber;
            if (from.DayNumber > last && from.DayNumber - last <= last - first + Long) last = from.DayNumber;
        }

        var room = Math.Max(1, (last - first) / 24);
        return (DateOnly.FromDayNumber(Math.Max(0, first - room)), DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, last + room)));
    }

    /// <summary>The middle of the day, kept within the axis.</summary>
    public double At(DateOnly day) => Math.Clamp(Exactly(day.DayNumber + 0.5), left, right);

    public bool Holds(DateOnly day) => day >= First && day <= Last;

    /// <summary>As many ticks as fit beside each other with their labels.</summary>
    public ImmutableArray<Tick> Ticks(double size)
    {
        foreach (var step in DaySteps)
            if (Laid(Days(step).Select(d => Tick(d, Day(d))), size) is { } ticks) return ticks;
        foreach (var step in MonthSteps)
            if (Laid(Months(step).Select(d => Tick(d, step >= 12 ? d.Year.ToString(CultureInfo.InvariantCulture) : d.ToString("MMM", CultureInfo.InvariantCulture))), size, years: step < 12) is { } ticks) return ticks;
        return [Tick(First, First.Year.ToString(CultureInfo.InvariantCulture))];

        Tick Tick(DateOnly day, string label) => new(At(day), label, day.Year.ToString(CultureInfo.InvariantCulture));
    }

    private static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>Null where the labels touch. The year stands under the first tick of each year.</summary>
    private static ImmutableArray<Tick>? Laid(IEnumerable<Tick> ticks, double size, bool years = true)
    {
        var laid = ImmutableArray.CreateBuilder<Tick>();
        var free = double.MinValue;
        string? year = null;
        foreach (var tick in ticks)
        {
            var width = Math.Max(GlyphWidths.Of(tick.Label, size), GlyphWidths.Of("2000", size));
            if (tick.At - width / 2 < free) return null;
            free = tick.At + width / 2 + 10;
            laid.Add(tick with { Under = years && tick.Under != year ? tick.Under : null });
            year = tick.Under;
        }

        return laid.Count > 0 ? laid.ToImmutable() : null;
    }

    private IEnumerable<DateOnly> Days(int step)
    {
        if (Last.DayNumber - First.DayNumber > 400) yield break;
        var first = First.DayNumber;
        if (step % 7 == 0) while (first < Last.DayNumber && DateOnly.FromDayNumber(first).DayOfWeek != DayOfWeek.Monday) first++;
        for (var day = first; day <= Last.DayNumber; day += step) yield return DateOnly.FromDayNumber(day);
    }

    private IEnumerable<DateOnly> Months(int step)
    {
        var month = (First.Year * 12 + First.Month - 1 + step - (First.Day == 1 ? 1 : 0)) / step * step;
        for (; month / 12 is >= 1 and <= 9999 and var year; month += step)
        {
            var day = new DateOnly(year, month % 12 + 1, 1);
            if (day > Last) yield break;
            if (day >= First) yield return day;
        }
    }

    private double Exactly(double day) => left + (day - First.DayNumber) / (Last.DayNumber + 1 - First.DayNumber) * (right - left);
}
