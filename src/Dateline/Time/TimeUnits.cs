namespace Dateline.Time;

/// <summary>The unit codes of the lexicon: their calendar unit and how TIMEX3 writes a number of them.</summary>
internal static class TimeUnits
{
    public static TimeUnit? Of(string? code) => code switch
    {
        "S" => TimeUnit.Second,
        "MIN" => TimeUnit.Minute,
        "H" => TimeUnit.Hour,
        "D" => TimeUnit.Day,
        "W" => TimeUnit.Week,
        "FN" => TimeUnit.Fortnight,
        "WE" => TimeUnit.Weekend,
        "M" => TimeUnit.Month,
        "Q" => TimeUnit.Quarter,
        "Y" => TimeUnit.Year,
        "DE" => TimeUnit.Decade,
        "CE" => TimeUnit.Century,
        "ML" => TimeUnit.Millennium,
        _ => null,
    };

    /// <summary>"P3W", "PT90M", "P20Y" for two decades, "PXM" where the number is vague (null).</summary>
    public static string Duration(TimeUnit unit, decimal? count)
    {
        var (prefix, times, mark) = unit switch
        {
            TimeUnit.Second => ("PT", 1, "S"),
            TimeUnit.Minute => ("PT", 1, "M"),
            TimeUnit.Hour => ("PT", 1, "H"),
            TimeUnit.Day => ("P", 1, "D"),
            TimeUnit.Weekend => ("P", 1, "WE"),
            TimeUnit.Week => ("P", 1, "W"),
            TimeUnit.Fortnight => ("P", 2, "W"),
            TimeUnit.Month => ("P", 1, "M"),
            TimeUnit.Quarter => ("P", 3, "M"),
            TimeUnit.Half => ("P", 6, "M"),
            TimeUnit.Decade => ("P", 10, "Y"),
            TimeUnit.Century => ("P", 100, "Y"),
            TimeUnit.Millennium => ("P", 1000, "Y"),
            _ => ("P", 1, "Y"),
        };
        if (count is not { } number)
            return unit switch { TimeUnit.Decade => "PXDE", TimeUnit.Century => "PXCE", TimeUnit.Millennium => "PXML", TimeUnit.Quarter => "PXQ", _ => $"{prefix}X{mark}" };
        return prefix + (number * times).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + mark;
    }
}
