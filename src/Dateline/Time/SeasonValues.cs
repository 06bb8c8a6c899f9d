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
        }

        if (year is not { } known) return Reading.Open("XXXX-" + season);
        return Period.OfSeason(known, season) is { } period ? Reading.Of(period, anchor, match["edge"]) : null;
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
        if (!match.Has("year-back")) return Latest(context);
        return (context.Quarter ?? Latest(context).Period)?.Shift(-4) is { } quarter
            ? Reading.Of(quarter, context.Quarter is null ? DateAnchor.Published : DateAnchor.Text)
            : Reading.Open("XXXX-QX");
    }

    /// <summary>"the quarter": the one named last, else the last that was over at publication.</summary>
    public static Reading? QuarterNamed(TimeContext context) => context.Quarter is { } named ? Reading.Of(named, DateAnchor.Text) : Latest(context);

    private static Reading Latest(TimeContext context) =>
        context.Anchor is { } day && Period.Holding(TimeUnit.Quarter, day)?.Shift(-1) is { } quarter ? Reading.Of(quarter, DateAnchor.Published) : Reading.Open("XXXX-QX");

    private static Period? Of(TimeUnit unit, int year, int ordinal) =>
        year is >= 1 and <= 9999 ? new Period(unit, new DateOnly(year, ((ordinal - 1) * (unit == TimeUnit.Half ? 6 : 3)) + 1, 1)) : null;
}
