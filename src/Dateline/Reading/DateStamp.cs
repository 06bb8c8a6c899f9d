using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>A date as a page states it in a by-line, a meta tag or a script: the day, and the time and zone where they are written.</summary>
/// <param name="Span">Where it stands in the line, time and zone included.</param>
/// <param name="DayFirstGuessed">The order of day and month is a guess: 3/4/2025.</param>
internal sealed partial record DateStamp(TextSpan Span, DateOnly Day, TimeOnly? Time, TimeSpan? Offset, bool DayFirstGuessed)
{
    private const int Reach = 24; // characters between a date and its time: ", um ", " | Updated at "

    private static readonly Lazy<FrozenDictionary<string, int>> Months = new(() =>
        Resources.Rows("lexicon/months.tsv").ToFrozenDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase));

    /// <summary>The first date of a line, or null. Years outside 1980 to 2100 are no dates of news.</summary>
    /// <param name="country">Of the outlet, where known: settles zones with several meanings and 3/4/2025.</param>
    public static DateStamp? Find(string text, string? country = null, int from = 0)
    {
        if (!HasDigits(text, from, out var hasYear)) return null;
        var numeric = Numeric(text, from, country);
        return hasYear ? Earliest(text.Contains('-', StringComparison.Ordinal) ? Iso(text, from) : null, Earliest(Worded(text, from, country), Earliest(numeric, Eastern(text, from, country)))) : numeric;
    }

    public UncertainDate ToDate(string reason) =>
        Time is { } time && Offset is { } offset
            ? UncertainDate.At(new DateTimeOffset(Day.ToDateTime(time), offset), reason)
            : UncertainDate.On(Day, Time is { } noZone ? string.Create(CultureInfo.InvariantCulture, $"{reason}, {noZone:HH:mm} without a zone") : reason);

    private static DateStamp? Earliest(DateStamp? a, DateStamp? b) => a is null ? b : b is null || a.Span.Start <= b.Span.Start ? a : b;

    /// <summary>Two digits in a row stand in the line, without which it states no date.</summary>
    /// <param name="hasYear">A year of four digits stands there too, as all but 3/4/25 need.</param>
    private static bool HasDigits(string text, int from, out bool hasYear)
    {
        var found = hasYear = false;
        for (var i = from; i + 1 < text.Length && !hasYear; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || !char.IsAsciiDigit(text[i + 1])) continue;
            found = true;
            hasYear = (text[i], text[i + 1]) is ('1', '9') or ('2', '0') && i + 3 < text.Length && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]);
        }

        return found;
    }

    private static DateStamp? Iso(string text, int from)
    {
        for (var match = IsoPattern().Match(text, from); match.Success; match = match.NextMatch())
        {
            if (DayOf(match, match.Groups["m"].Value) is not { } day) continue;
            if (!match.Groups["h"].Success) return WithTime(text, from, new TextSpan(match.Index, match.Index + match.Length), day, null, false);
            return new DateStamp(new TextSpan(match.Index, match.Index + match.Length), day, TimeOf(match), OffsetOf(match.Groups["z"].Value, null), false);
        }

        return null;
    }

    private static DateStamp? Worded(string text, int from, string? country)
    {
        for (var match = WordedPattern().Match(text, from); match.Success; match = WordedPattern().Match(text, match.Index + 1))
        {
            if (!Months.Value.TryGetValue(match.Groups["m"].Value, out var month)) continue;
            if (DayOf(match, month.ToString(CultureInfo.InvariantCulture)) is { } day) return WithTime(text, from, new TextSpan(match.Index, match.Index + match.Length), day, country, false);
        }

        return null;
    }

    private static DateStamp? Numeric(string text, int from, string? country)
    {
        for (var match = NumericPattern().Match(text, from); match.Success; match = match.NextMatch())
        {
            var first = int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture);
            var second = int.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture);
            var monthFirst = second > 12 || (first <= 12 && match.Groups["s"].Value == "/" && country is "us" or "ph");
            var guessed = first <= 12 && second <= 12 && first != second && match.Groups["s"].Value == "/" && country is null;
            var year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
            if (Valid(year < 100 ? 2000 + year : year, monthFirst ? first : second, monthFirst ? second : first) is { } day)
            {
                return WithTime(text, from, new TextSpan(match.Index, match.Index + match.Length), day, country, guessed);
            }
        }

        return null;
    }

    /// <summary>2025年4月28日, 2025년 4월 28일, 2025.04.28, 2025/4/28.</summary>
    private static DateStamp? Eastern(string text, int from, string? country)
    {
        var match = EasternPattern().Match(text, from);
        return match.Success && DayOf(match, match.Groups["m"].Value) is { } day ? WithTime(text, from, new TextSpan(match.Index, match.Index + match.Length), day, country, false) : null;
    }

    private static DateStamp WithTime(string text, int from, TextSpan date, DateOnly day, string? country, bool guessed)
    {
        var after = TimePattern().Match(text, date.End, Math.Min(Reach + 16, text.Length - date.End));
        if (after.Success && after.Index - date.End <= Reach && !text.AsSpan(date.End, after.Index - date.End).ContainsAnyInRange('0', '9') && TimeOf(after) is { } time)
        {
            return new DateStamp(new TextSpan(date.Start, after.Index + after.Length), day, time, OffsetOf(after.Groups["z"].Value, country), guessed);
        }

        var start = Math.Max(from, date.Start - Reach);
        var before = TimePattern().Match(text, start, date.Start - start);
        return before.Success && TimeOf(before) is { } earlier
            ? new DateStamp(new TextSpan(before.Index, date.End), day, earlier, OffsetOf(before.Groups["z"].Value, country), guessed)
            : new DateStamp(date, day, null, null, guessed);
    }

    private static DateOnly? DayOf(Match match, string month) =>
        Valid(int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture));

    private static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1980 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static TimeOnly? TimeOf(Match match)
    {
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["n"].Success ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : 0;
        var second = match.Groups["s"].Success ? int.Parse(match.Groups["s"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["p"].Value;
        if (half.Length > 0) hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    private static TimeSpan? OffsetOf(string zone, string? country)
    {
        if (zone.Length == 0) return null;
        if (zone is "Z" or "z") return TimeSpan.Zero;
        var digits = zone.AsSpan(zone.IndexOfAny(['+', '-', '−']) is var at and >= 0 ? at : 0);
        if (digits[0] is '+' or '-' or '−')
        {
            var hours = int.Parse(digits.Slice(1, Math.Min(2, digits.Length - 1)).TrimEnd(':'), CultureInfo.InvariantCulture);
            var minutes = digits.Length >= 5 ? int.Parse(digits[^2..], CultureInfo.InvariantCulture) : 0;
            if (hours > 14 || minutes > 59) return null;
            var offset = new TimeSpan(hours, minutes, 0);
            return digits[0] == '+' ? offset : -offset;
        }

        return ZoneNames.Offset(zone, country);
    }

    [GeneratedRegex(@"(?<![0-9])(?<y>(?:19|20)[0-9][0-9])-(?<m>[0-9][0-9]?)-(?<d>[0-9][0-9]?)(?:[T ](?<h>[0-9][0-9]?):(?<n>[0-9][0-9])(?::(?<s>[0-9][0-9])(?:[.,][0-9]{1,9})?)?\s?(?<z>Z|[+−-][0-9][0-9]:?[0-9][0-9]|UTC|GMT)?)?(?![0-9])", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex IsoPattern();

    [GeneratedRegex(@"(?:(?<![0-9])(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|º|°)?\.?[ ,/-]*(?:of |de |di |d')?(?<m>\p{L}{3,10})\.?,?[ /-]*(?:of |de |del |di )?(?<y>(?:19|20)[0-9][0-9])|(?<!\p{L})(?<m>\p{L}{3,10})\.? ?(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,? ?(?<y>(?:19|20)[0-9][0-9]))(?![0-9])", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex WordedPattern();

    [GeneratedRegex(@"(?<![0-9/.-])(?<a>[0-9]{1,2})(?<s>[./-])\s?(?<b>[0-9]{1,2})\k<s>\s?(?<y>(?:19|20)[0-9][0-9]|[0-9][0-9])(?![0-9/]|[.-][0-9])", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex NumericPattern();

    [GeneratedRegex(@"(?<![0-9])(?<y>(?:19|20)[0-9][0-9])(?:[./]\s?|年\s?|년\s?)(?<m>[0-9]{1,2})(?:[./]\s?|月\s?|월\s?)(?<d>[0-9]{1,2})(?![0-9])[日일]?", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex EasternPattern();

    [GeneratedRegex(@"(?<![0-9.,/:-])(?:(?<h>[0-9]{1,2})(?:[:.hH時시]\s?(?<n>[0-9][0-9])[分분]?(?::(?<s>[0-9][0-9]))?|(?=\s?[ap]\.?m\b))\s?(?<p>[apAP]\.?\s?[mM]\b\.?)?(?:\s?[Uu]hr|\s?Uhr)?(?:\s?\(?(?<z>(?:UTC|GMT)\s?[+−-]\s?[0-9]{1,2}(?::?[0-9][0-9])?|[+−-][0-9][0-9]:?[0-9][0-9]|[A-Za-z]{2,5}\b))?)(?![0-9]|[.,/][0-9])", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex TimePattern();
}
