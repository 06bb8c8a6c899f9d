using Dateline.Quantities;

namespace Dateline.Time;

/// <summary>Lengths of time and repeated times.</summary>
internal static class DurationValues
{
    /// <summary>Groups count (and low, of a range) or vague ("X", "2") and unit, or bare (a unit without a number: "for years"); and-half; a second pair count2, unit2 ("two years and six months").</summary>
    public static Reading? Duration(RuleMatch match)
    {
        if (TimeUnits.Of(match["unit"] ?? match["bare"]) is not { } unit) return null;
        var vague = match["vague"];
        decimal? count = vague == "X" || match.Has("bare") ? null : match.Number("low") ?? match.Number("vague") ?? match.Number("count") ?? 1;
        if (count is { } whole && match.Has("and-half")) count = whole + 0.5m;
        if (count > 1_000_000_000) return null;
        if (unit == TimeUnit.Second && (count is null || match.Number("count") is null or >= 1_000)) return null; // "a second" is an ordinal, "the 1989 second ..." too
        if (unit == TimeUnit.Quarter && !match.Has("row") && !match.Has("vague")) return null;                                       // "three quarters" is a fraction
        var value = Halved(unit, count) ?? TimeUnits.Duration(unit, count);
        if (match.Number("count2") is { } second && TimeUnits.Of(match["unit2"]) is { } finer)
        {
            var more = TimeUnits.Duration(finer, second);
            value += value.Contains('T', StringComparison.Ordinal) ? more[2..] : more[1..];
        }

        return Reading.Duration(value);
    }

    /// <summary>"40 crowns a year", "3 million a day": so much each time, not a length of time.</summary>
    public static bool IsRate(RuleMatch match) =>
        match.Start > 0 && match.Pieces[match.Start - 1] is var before
        && (before.Kind == PieceKind.Digits || before.Lower is "percent" or "cent" or "once" or "twice" or "share" or "%" || NumberReader.IsScale(before.Lower) || Singular.IsPlural(before.Lower));

    /// <summary>TIMEX3 writes a half in the next finer unit: "P2Y6M".</summary>
    private static string? Halved(TimeUnit unit, decimal? count)
    {
        if (count is not { } number || number % 1 != 0.5m) return null;
        var whole = TimeUnits.Duration(unit, decimal.Truncate(number));
        return unit switch
        {
            TimeUnit.Year => whole + "6M",
            TimeUnit.Day => whole + "T12H",
            TimeUnit.Hour => whole + "30M",
            TimeUnit.Minute => whole + "30S",
            _ => null,
        };
    }

    /// <summary>"half an hour", "half a century": in the next finer unit.</summary>
    public static Reading? HalfDuration(RuleMatch match) => TimeUnits.Of(match["unit"]) switch
    {
        TimeUnit.Minute => Reading.Duration("PT30S"),
        TimeUnit.Hour => Reading.Duration("PT30M"),
        TimeUnit.Day => Reading.Duration("PT12H"),
        TimeUnit.Year => Reading.Duration("P6M"),
        TimeUnit.Decade => Reading.Duration("P5Y"),
        TimeUnit.Century => Reading.Duration("P50Y"),
        { } unit => Reading.Duration(TimeUnits.Duration(unit, 0.5m)),
        null => null,
    };

    /// <summary>"the 19th of each month".</summary>
    public static Reading? DayOfEachMonth(RuleMatch match) =>
        match.Integer("day") is { } day ? Reading.Set("XXXX-XX-" + day.ToString("D2", System.Globalization.CultureInfo.InvariantCulture)) : null;

    /// <summary>Group frequency (a value of the lexicon); or weekday, part; or month; or count and unit ("every two weeks").</summary>
    public static Reading? Set(RuleMatch match)
    {
        if (match["frequency"] is { } frequency)
            return match.End == match.Start + 1 && match.End < match.Pieces.Length && match.Pieces[match.End] is { Capital: true, Kind: PieceKind.Word } ? null : Reading.Set(frequency); // "the daily Morning Star"
        if (match["weekday"] is { } weekday) return Reading.Set((weekday == "WE" ? "XXXX-WXX-WE" : "XXXX-WXX-" + weekday) + match["part"]);
        if (match.Integer("month") is { } month) return Reading.Set("XXXX-" + month.ToString("D2", System.Globalization.CultureInfo.InvariantCulture));
        if (match["season"] is { } season) return Reading.Set("XXXX-" + season);
        return TimeUnits.Of(match["unit"]) is { } unit ? Reading.Set(TimeUnits.Duration(unit, match.Has("alternate") ? 2 : match.Number("count") ?? 1)) : null;
    }
}
