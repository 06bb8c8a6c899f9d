using System.Globalization;

namespace Dateline.Time;

/// <summary>Holidays of the lexicon: fixed days, n-th weekdays of a month, days counted from Easter.</summary>
internal static class HolidayValues
{
    /// <summary>Groups holiday, year or year-shift, shift. Without a year: the one nearest to publication in the direction in which the sentence looks.</summary>
    public static Reading? Holiday(RuleMatch match, TimeContext context) =>
        DayOf(match, context) is { } day ? match["part"] is { } part ? ClockValues.WithPart(day, part) : day : null;

    /// <summary>"Easter week": Monday to Sunday around the nearest such day; it may have begun before its day.</summary>
    public static Reading Week(RuleMatch match, TimeContext context) =>
        DayOf(match, context with { Direction = Direction.None }) is { Period: { } day, Anchor: var anchor } && Period.Holding(TimeUnit.Week, day.From) is { } week ? Reading.Of(week, anchor) : Reading.Open(Period.Open(TimeUnit.Week));

    private static Reading? DayOf(RuleMatch match, TimeContext context)
    {
        var rule = match["holiday"]!;
        if (CalendarValues.YearOf(match, context) is { } written) return Read(rule, written, DateAnchor.Absolute);
        if (context is { Narrative: true, Last: { } told }) return Read(rule, told.From.Year, DateAnchor.Text);
        if (context.Anchor is not { } day) return Reading.Open(rule.Length == 5 && char.IsAsciiDigit(rule[0]) ? "XXXX-" + rule : "XXXX-XX-XX");
        var shift = match.Integer("shift");
        var near = new[] { day.Year - 1, day.Year, day.Year + 1 }.Select(year => On(rule, year)).OfType<DateOnly>().ToList();
        var found = shift < 0 || (shift is null && context.Direction == Direction.Past) ? near.LastOrDefault(d => d <= day)
            : shift > 0 || context.Direction == Direction.Future ? near.FirstOrDefault(d => d >= day)
            : near.MinBy(d => Math.Abs(d.DayNumber - day.DayNumber));
        return found == default ? null : Reading.Of(new Period(TimeUnit.Day, found), DateAnchor.Published);
    }

    private static Reading? Read(string rule, int year, DateAnchor anchor) => On(rule, year) is { } day ? Reading.Of(new Period(TimeUnit.Day, day), anchor) : null;

    private static DateOnly? On(string rule, int year)
    {
        if (year is < 1 or > 9998) return null;
        if (rule[0] == 'E') return Easter(year).AddDays(int.Parse(rule.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        if (rule.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus) return On(rule[..plus], year)?.AddDays(int.Parse(rule.AsSpan(plus + 1), NumberStyles.None, CultureInfo.InvariantCulture));
        var parts = rule.Split('-');
        var month = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var number = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (parts.Length == 2) return Period.OfDay(year, month, number)?.From;
        var weekday = int.Parse(parts[2], CultureInfo.InvariantCulture);
        var first = new DateOnly(year, month, 1);
        var day = first.AddDays(((weekday - Period.IsoDay(first) + 7) % 7) + (7 * (number - 1)));
        return day.Month == month ? day : day.AddDays(-7);
    }

    /// <summary>Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).</summary>
    internal static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
