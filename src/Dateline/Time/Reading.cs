using System.Collections.Immutable;

namespace Dateline.Time;

/// <summary>Where the sentence looks.</summary>
internal enum Direction
{
    None,
    Past,
    Future,
}

/// <summary>What a time expression is read against.</summary>
/// <param name="Anchor">The day of publication, or null where it is unknown.</param>
/// <param name="Last">The last period that the text named with its year.</param>
/// <param name="Quarter">The last quarter that the text named.</param>
/// <param name="Day">The last day that the same sentence named before: a time of day belongs to it.</param>
/// <param name="DayFirst">Whether "03/04/2024" has its day first, where the outlet's country or another date of the text tells; else null.</param>
/// <param name="Narrative">The text tells of years long before it was published: a date without a year belongs to the year told of.</param>
internal sealed record TimeContext(DateOnly? Anchor, Direction Direction = Direction.None, Period? Last = null, Period? Quarter = null, bool Narrative = false, Period? Day = null, bool? DayFirst = null)
{
    /// <summary>The day from which "the day before" and "two weeks later" count.</summary>
    public DateOnly? TextDay => Last is { } last ? last.From : Anchor;

    /// <summary>Days are counted from a day or a week: "the next morning" after "in 1966" is of no known day.</summary>
    public bool CountsDays => Last is not { Unit: not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Weekend) };
}

/// <summary>A time expression read: its value and, where one can be told, its interval.</summary>
/// <param name="Period">The calendar period, for what follows in the text.</param>
/// <param name="Other">The second period that the words allow.</param>
/// <param name="Part">The span of the reading where a match gives several; null: the whole match.</param>
internal sealed record Reading(
    TimexType Type,
    string Value,
    DateOnly? From = null,
    DateOnly? To = null,
    DateGrain Grain = DateGrain.Unknown,
    DateAnchor Anchor = DateAnchor.None,
    Period? Period = null,
    DateTimeOffset? Moment = null,
    TextSpan? Part = null,
    Period? Other = null)
{
    public static Reading Of(Period period, DateAnchor anchor, string? edge = null, DateOnly? published = null)
    {
        var (from, to) = Narrow(period, edge, published);
        return new Reading(TimexType.Date, period.Value, from, to, period.Grain, anchor, period);
    }

    public static Reading Open(string value, TimexType type = TimexType.Date) => new(type, value);

    public static Reading Duration(string value) => new(TimexType.Duration, value);

    public static Reading Set(string value) => new(TimexType.Set, value);

    /// <summary>"early" is the first third of a period, "mid" the second, "late" the last; "earlier" ends with publication, "later" begins with it.</summary>
    private static (DateOnly From, DateOnly To) Narrow(Period period, string? edge, DateOnly? published)
    {
        DateOnly from = period.From, to = period.To;
        var days = to.DayNumber - from.DayNumber + 1;
        switch (edge)
        {
            case "early" when days >= 3:
                return (from, from.AddDays((days / 3) - 1));
            case "first-half" when days >= 2:
                return (from, from.AddDays((days / 2) - 1));
            case "second-half" when days >= 2:
                return (from.AddDays(days / 2), to);
            case "mid" when days >= 3:
                return (from.AddDays(days / 3), to.AddDays(-(days / 3)));
            case "late" when days >= 3:
                return (to.AddDays(1 - (days / 3)), to);
            case "earlier" when published is { } p && p >= from && p <= to:
                return (from, p);
            case "later" when published is { } p && p >= from && p <= to:
                return (p, to);
            default:
                return (from, to);
        }
    }
}

/// <summary>One of the closed set of normalizers that a rule may name: a match to its readings, none where the words mean no time here.</summary>
internal delegate ImmutableArray<Reading> TimeValue(RuleMatch match, TimeContext context);
