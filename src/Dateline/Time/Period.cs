using System.Globalization;

namespace Dateline.Time;

internal enum TimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Season,
    Year,
    Decade,
    Century,
    Millennium,
}

/// <summary>A period of the calendar: a day, an ISO week, a month ... From its first day; the unit says how long it is.</summary>
/// <param name="Season">SP, SU, FA or WI of a season, else null.</param>
internal readonly record struct Period(TimeUnit Unit, DateOnly From, string? Season = null)
{
    /// <summary>The period of this unit that holds the day; null where the unit is finer than a day.</summary>
    public static Period? Holding(TimeUnit unit, DateOnly day) => unit switch
    {
        TimeUnit.Day => new Period(unit, day),
        TimeUnit.Week or TimeUnit.Fortnight => Monday(day) is { } monday ? new Period(TimeUnit.Week, monday) : null,
        TimeUnit.Weekend => Monday(day)?.AddDays(5) is { } saturday ? new Period(unit, saturday) : null,
        TimeUnit.Month => new Period(unit, new DateOnly(day.Year, day.Month, 1)),
        TimeUnit.Quarter => new Period(unit, new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1)),
        TimeUnit.Half => new Period(unit, new DateOnly(day.Year, day.Month <= 6 ? 1 : 7, 1)),
        TimeUnit.Year => new Period(unit, new DateOnly(day.Year, 1, 1)),
        TimeUnit.Decade => new Period(unit, new DateOnly(Math.Max(1, day.Year / 10 * 10), 1, 1)),
        TimeUnit.Century => new Period(unit, new DateOnly(Math.Max(1, day.Year / 100 * 100), 1, 1)),
        TimeUnit.Millennium => new Period(unit, new DateOnly(Math.Max(1, day.Year / 1000 * 1000), 1, 1)),
        _ => null,
    };

    public static Period? OfMonth(int year, int month) => year is >= 1 and <= 9999 && month is >= 1 and <= 12 ? new Period(TimeUnit.Month, new DateOnly(year, month, 1)) : null;

    public static Period? OfYear(int year) => year is >= 1 and <= 9999 ? new Period(TimeUnit.Year, new DateOnly(year, 1, 1)) : null;

    public static Period? OfDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new Period(TimeUnit.Day, new DateOnly(year, month, day)) : null;

    /// <summary>The meteorological season of the north; winter belongs to the year in which it begins, as TIMEX3 writes it.</summary>
    public static Period? OfSeason(int year, string season) =>
        year is >= 1 and <= 9998 ? new Period(TimeUnit.Season, new DateOnly(year, season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, 1), season) : null;

    /// <summary>The period so many units on; null beyond the calendar.</summary>
    public Period? Shift(int count)
    {
        try
        {
            var from = Unit switch
            {
                TimeUnit.Day => From.AddDays(count),
                TimeUnit.Week or TimeUnit.Weekend => From.AddDays(checked(7 * count)),
                TimeUnit.Month => From.AddMonths(count),
                TimeUnit.Quarter => From.AddMonths(checked(3 * count)),
                TimeUnit.Half => From.AddMonths(checked(6 * count)),
                TimeUnit.Season or TimeUnit.Year => From.AddYears(count),
                TimeUnit.Decade => From.AddYears(checked(10 * count)),
                TimeUnit.Century => From.AddYears(checked(100 * count)),
                _ => From.AddYears(checked(1000 * count)),
            };
            return this with { From = from };
        }
        catch (Exception beyond) when (beyond is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly To => Unit switch
    {
        TimeUnit.Day => From,
        TimeUnit.Week => Later(From, d => d.AddDays(6)),
        TimeUnit.Weekend => Later(From, d => d.AddDays(1)),
        TimeUnit.Month => Later(From, d => d.AddMonths(1).AddDays(-1)),
        TimeUnit.Quarter or TimeUnit.Season => Later(From, d => d.AddMonths(3).AddDays(-1)),
        TimeUnit.Half => Later(From, d => d.AddMonths(6).AddDays(-1)),
        TimeUnit.Year => new DateOnly(From.Year, 12, 31),
        TimeUnit.Decade => new DateOnly(Math.Min(9999, (From.Year / 10 * 10) + 9), 12, 31),
        TimeUnit.Century => new DateOnly(Math.Min(9999, (From.Year / 100 * 100) + 99), 12, 31),
        _ => new DateOnly(Math.Min(9999, (From.Year / 1000 * 1000) + 999), 12, 31),
    };

    /// <summary>The TIMEX3 value: "2025-02-04", "2025-W06", "2025-W06-WE", "2025-Q1", "2025-SU", "199".</summary>
    public string Value => Unit switch
    {
        TimeUnit.Day => From.ToString("O", CultureInfo.InvariantCulture),
        TimeUnit.Week => Week(From),
        TimeUnit.Weekend => Week(From) + "-WE",
        TimeUnit.Month => string.Create(CultureInfo.InvariantCulture, $"{From.Year:D4}-{From.Month:D2}"),
        TimeUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{From.Year:D4}-Q{((From.Month - 1) / 3) + 1}"),
        TimeUnit.Half => string.Create(CultureInfo.InvariantCulture, $"{From.Year:D4}-H{(From.Month <= 6 ? 1 : 2)}"),
        TimeUnit.Season => string.Create(CultureInfo.InvariantCulture, $"{From.Year:D4}-{Season}"),
        TimeUnit.Year => From.Year.ToString("D4", CultureInfo.InvariantCulture),
        TimeUnit.Decade => (From.Year / 10).ToString("D3", CultureInfo.InvariantCulture),
        TimeUnit.Century => (From.Year / 100).ToString("D2", CultureInfo.InvariantCulture),
        _ => (From.Year / 1000).ToString("D1", CultureInfo.InvariantCulture),
    };

    /// <summary>The value of such a period where the anchor is unknown.</summary>
    public static string Open(TimeUnit unit) => unit switch
    {
        TimeUnit.Week or TimeUnit.Fortnight => "XXXX-WXX",
        TimeUnit.Weekend => "XXXX-WXX-WE",
        TimeUnit.Month => "XXXX-XX",
        TimeUnit.Quarter => "XXXX-QX",
        TimeUnit.Half => "XXXX-HX",
        TimeUnit.Season => "XXXX-XX",
        TimeUnit.Year => "XXXX",
        TimeUnit.Decade => "XXX",
        TimeUnit.Century => "XX",
        TimeUnit.Millennium => "X",
        _ => "XXXX-XX-XX",
    };

    public DateGrain Grain => Unit switch
    {
        TimeUnit.Day or TimeUnit.Weekend => DateGrain.Day,
        TimeUnit.Week => DateGrain.Week,
        TimeUnit.Month => DateGrain.Month,
        TimeUnit.Quarter or TimeUnit.Season or TimeUnit.Half => DateGrain.Season,
        TimeUnit.Year => DateGrain.Year,
        TimeUnit.Decade => DateGrain.Decade,
        TimeUnit.Century or TimeUnit.Millennium => DateGrain.Century,
        _ => DateGrain.Minute,
    };

    public static int IsoDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static DateOnly? Monday(DateOnly day) => day.DayNumber >= IsoDay(day) - 1 && day.DayNumber < DateOnly.MaxValue.DayNumber - 7 ? day.AddDays(1 - IsoDay(day)) : null;

    private static string Week(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(moment):D4}-W{ISOWeek.GetWeekOfYear(moment):D2}");
    }

    private static DateOnly Later(DateOnly from, Func<DateOnly, DateOnly> to) => from.Year >= 9998 ? DateOnly.MaxValue : to(from);
}
