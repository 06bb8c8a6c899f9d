using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Time;

/// <summary>Seasons, quarters and halves of a year.</summary>
internal static class SeasonValues
{
    /// <summary>Groups season, year or year-shift, shift ("last summer"), edge.</summary>
    public static Reading? Season(RuleMatch match, TimeContext context)
    {
        var season = match["season"]!;
        var year = CalendarValues.YearOf(match, context);
        int? other = null;
        var anchor = year is null ? DateAnchor.Published : DateAnchor.Absolute;
        if (year is null && context is { Narrative: true, Last: { } told }) (year, anchor) = (told.From.Year, DateAnchor.Text);
        if (year is null && context.Anchor is { } day && Period.OfSeason(day.Year, season) is { } thisYear)
        {
            year = (match.Integer("shift") ?? (context.Direction == Direction.Future ? 1 : 0)) switch
            {
                < 0 => thisYear.To < day ? day.Year : day.Year - 1,                       // the last that is over
                > 0 => thisYear.From > day ? day.Year : day.Year + 1,                     // the next to begin
                _ when match.Has("shift") => day.Year,
                _ => thisYear.From <= day ? day.Year : day.Year - 1,
            };
            // "last spring" in May and in July: this year's or last year's; "next summer" in spring: the coming one or the one after
            other = match.Integer("shift") switch
            {
                < 0 => thisYear.From > day ? null : year == day.Year ? day.Year - 1 : day.Year,
                > 0 => year == day.Year ? day.Year + 1 : null,
                _ => null,
            };
        }

        if (year is not { } known) return Reading.Open("XXXX-" + season);
        return Period.OfSeason(known, season) is { } period ? Reading.Of(period, anchor, match["edge"]) with { Other = other is { } second ? Period.OfSeason(second, season) : null } : null;
    }

    /// <summary>Groups ordinal (of a quarter or half), half, year, year-shift, shift. Without a year: the latest such quarter that is over, or the next where the sentence looks ahead.</summary>
    public static Reading? Quarter(RuleMatch match, TimeContext context)
    {
        var half = match.Has("half");
        var unit = half ? TimeUnit.Half : TimeUnit.Quarter;
        if (match.Integer("ordinal") is not { } ordinal || ordinal < 1 || ordinal > (half ? 2 : 4)) return null;
        var mark = half ? "H" : "Q";
        var year = CalendarValues.YearOf(match, context);
        var anchor = year is null ? DateAnchor.Published : DateAnchor.Absolute;
        if (year is null && context is { Narrative: true, Last: { } told }) (year, anchor) = (told.From.Year, DateAnchor.Text);
        if (year is null && context.Anchor is { } day)
        {
            var thisYear = Of(unit, day.Year, ordinal);
            year = context.Direction == Direction.Future && thisYear?.To >= day ? day.Year
                : thisYear is { } period && period.From <= day ? day.Year
                : context.Direction == Direction.Future ? day.Year : day.Year - 1;
        }

        if (year is not { } known) return Reading.Open($"XXXX-{mark}{ordinal.ToString(CultureInfo.InvariantCulture)}");
        return Of(unit, known, ordinal) is { } found ? Reading.Of(found, anchor, match["edge"]) : null;
    }

    /// <summary>"the year-ago quarter", "the latest quarter": counted from the quarter last named, else from the last one that was over at publication. Groups back (quarters to go back).</summary>
    public static Reading? QuarterBefore(RuleMatch match, TimeContext context)
    {
        if (match.Has("year-back") && match.Integer("ordinal") is { } ordinal)
            return Quarter(match, context) is { Period: { } same } && ordinal <= 4 ? same.Shift(-4) is { } earlier ? Reading.Of(earlier, DateAnchor.Text) : null : null;
        if (!match.Has("year-back")) return Latest(context);
        return (context.Quarter ?? Latest(context).Period)?.Shift(-4) is { } quarter
            ? Reading.Of(quarter, context.Quarter is null ? DateAnchor.Published : DateAnchor.Text)
            : Reading.Open("XXXX-QX");
    }

    /// <summary>"the 2020 quarter", "the 2020 period": the quarter named last, of that year.</summary>
    public static Reading? QuarterOfYear(RuleMatch match, TimeContext context)
    {
        if (CalendarValues.YearOf(match, context) is not { } year) return null;
        if (context.Quarter is { } quarter) return Of(TimeUnit.Quarter, year, ((quarter.From.Month - 1) / 3) + 1) is { } named ? Reading.Of(named, DateAnchor.Text) : null;
        return Period.OfYear(year) is { } period ? Reading.Of(period, DateAnchor.Absolute) : null;
    }

    /// <summary>"the spring and early summer of 1943": the group from holds the season that lacks the year; a winter before a spring began in the year before.</summary>
    public static ImmutableArray<Reading> Pair(RuleMatch match, TimeContext context)
    {
        if (match["from"] is not { } from || Season(match, context) is not { } second || match.SpanOf("left") is not { } left || match.SpanOf("right") is not { } right) return [];
        if (second.Period is not { } period) return [Reading.Open("XXXX-" + from) with { Part = left }, second with { Part = right }];
        var year = Rank(from) < Rank(period.Season) ? period.From.Year : period.From.Year - 1;
        return Period.OfSeason(year, from) is { } first ? [Reading.Of(first, second.Anchor) with { Part = left }, second with { Part = right }] : [];
    }

    private static int Rank(string? season) => season switch { "SP" => 1, "SU" => 2, "FA" => 3, _ => 4 };

    /// <summary>"the quarter": the one named last, else the last that was over at publication.</summary>
    public static Reading? QuarterNamed(TimeContext context) => context.Quarter is { } named ? Reading.Of(named, DateAnchor.Text) : Latest(context);

    private static Reading Latest(TimeContext context) =>
        context.Anchor is { } day && Period.Holding(TimeUnit.Quarter, day)?.Shift(-1) is { } quarter ? Reading.Of(quarter, DateAnchor.Published) : Reading.Open("XXXX-QX");

    private static Period? Of(TimeUnit unit, int year, int ordinal) =>
        year is >= 1 and <= 9999 ? new Period(unit, new DateOnly(year, ((ordinal - 1) * (unit == TimeUnit.Half ? 6 : 3)) + 1, 1)) : null;
}
