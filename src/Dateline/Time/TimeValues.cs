using System.Collections.Immutable;

namespace Dateline.Time;

/// <summary>The closed set of normalizers that a rule may name in its "value".</summary>
internal static class TimeValues
{
    private static readonly Dictionary<string, TimeValue> Values = new(StringComparer.Ordinal)
    {
        ["Date"] = (m, c) => One(CalendarValues.Date(m, c)),
        ["NumericDate"] = (m, c) => One(CalendarValues.NumericDate(m, c)),
        ["DayRange"] = CalendarValues.DayRange,
        ["MonthRange"] = CalendarValues.MonthRange,
        ["YearRange"] = CalendarValues.YearRange,
        ["Decade"] = (m, c) => One(CalendarValues.Decade(m, c)),
        ["Century"] = (m, c) => One(CalendarValues.Century(m, c)),
        ["DateRange"] = CalendarValues.DateRange,
        ["WeekdayOfWeek"] = (m, c) => One(CalendarValues.WeekdayOfWeek(m, c)),
        ["DateShift"] = (m, c) => One(RelativeValues.DateShift(m, c)),
        ["YearBefore"] = (_, c) => One(CalendarValues.Relative(c, TimeUnit.Year, -1)),
        ["SomeDay"] = (_, _) => One(Reading.Open("FUTURE_REF")),
        ["MonthDays"] = (m, _) => One(DurationValues.DayOfEachMonth(m)),
        ["PreviousWeekday"] = (m, c) => One(CalendarValues.PreviousWeekday(m, c)),
        ["WeekdayDay"] = (m, c) => One(CalendarValues.WeekdayDay(m, c)),
        ["NthOfYear"] = (m, c) => One(CalendarValues.NthOfYear(m, c)),
        ["OldRange"] = (m, _) => OldValues.Range(m),
        ["OldDecade"] = (m, _) => One(OldValues.Decade(m)),
        ["SeasonPair"] = SeasonValues.Pair,
        ["QuarterOfYear"] = (m, c) => One(SeasonValues.QuarterOfYear(m, c)),
        ["WeekOf"] = (m, c) => One(RelativeValues.WeekOf(m, c)),
        ["VagueShift"] = (m, _) => One(Reading.Open(m.Has("back") ? "PAST_REF" : "FUTURE_REF")),
        ["SamePart"] = (m, c) => One(RelativeValues.SamePart(m, c)),
        ["ReferenceAttribute"] = (m, _) => One(ReferenceAttribute(m)),
        ["OldYear"] = (m, c) => One(OldValues.Year(m)),
        ["Season"] = (m, c) => One(SeasonValues.Season(m, c)),
        ["Quarter"] = (m, c) => One(SeasonValues.Quarter(m, c)),
        ["QuarterBefore"] = (m, c) => One(SeasonValues.QuarterBefore(m, c)),
        ["QuarterNamed"] = (_, c) => One(SeasonValues.QuarterNamed(c)),
        ["Holiday"] = (m, c) => One(HolidayValues.Holiday(m, c)),
        ["HolidayWeek"] = (m, c) => One(HolidayValues.Week(m, c)),
        ["Unit"] = (m, c) => One(RelativeValues.Unit(m, c)),
        ["Ago"] = (m, c) => One(RelativeValues.Ago(m, c)),
        ["TextShift"] = (m, c) => One(RelativeValues.TextShift(m, c)),
        ["TextPart"] = (m, c) => One(RelativeValues.TextPart(m, c)),
        ["Weekend"] = (_, c) => One(RelativeValues.Weekend(c)),
        ["SameUnit"] = (m, c) => One(RelativeValues.SameUnit(m, c)),
        ["Clock"] = (m, c) => One(ClockValues.Clock(m, c)),
        ["Part"] = (m, c) => One(ClockValues.Part(m, c)),
        ["Duration"] = (m, _) => One(DurationValues.Duration(m)),
        ["HalfDuration"] = (m, _) => One(DurationValues.HalfDuration(m)),
        ["NoRate"] = (m, _) => One(DurationValues.IsRate(m) ? null : DurationValues.Duration(m)),
        ["Set"] = (m, _) => One(DurationValues.Set(m)),
        ["Reference"] = (m, _) => One(Reading.Open(m["ref"]!)),
    };

    public static IEnumerable<string> Names => Values.Keys;

    /// <exception cref="FormatException">there is no such normalizer</exception>
    public static TimeValue Named(string name) => Values.TryGetValue(name, out var value) ? value : throw new FormatException($"There is no normalizer '{name}'.");

    /// <summary>"recent losses", "future costs": only right before a noun; "the future of the town" is a thing.</summary>
    private static Reading? ReferenceAttribute(RuleMatch match) =>
        match.End < match.Pieces.Length && match.Pieces[match.End] is { Kind: PieceKind.Word, Lower: not ("of" or "for" or "and" or "or" or "in" or "is" or "was" or "will" or "to" or "with" or "as" or "has" or "by" or "at" or "on" or "that" or "than" or "from") }
        && !(match.Start > 0 && match.Pieces[match.Start - 1].Lower is "most" or "more") ? Reading.Open(match["ref"]!) : null;

    private static ImmutableArray<Reading> One(Reading? reading) => reading is null ? [] : [reading];
}
