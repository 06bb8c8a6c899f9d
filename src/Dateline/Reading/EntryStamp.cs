using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>How the time of a live page's entry is written.</summary>
internal enum EntryForm
{
    /// <summary>"14:32", "11.04 Uhr", "9 p.m. GMT".</summary>
    Clock,

    /// <summary>With its day: "3 March 2031, 14:32".</summary>
    Dated,

    /// <summary>"3 hours ago".</summary>
    Ago,
}

/// <summary>The time that opens an entry of a live page.</summary>
/// <param name="End">Offset behind the stamp and the signs after it, where the entry's own words begin.</param>
internal readonly partial record struct EntryStamp(EntryForm Form, int Start, int End, TimeOnly? Clock, TimeSpan? Offset, DateOnly? Day)
{
    private const int Reach = 90;    // characters of a line in which its stamp stands
    private const int MostLeads = 4; // "Last updated at"
    private const int WeekdayRoom = 14;
    private const int MostDayWords = 5;
    private const int LongestDay = 40;
    private const int MonthRoom = 14; // letters of a stamp before its first digit

    private static readonly SearchValues<char> Breaks = SearchValues.Create(":-–—|·•");

    /// <summary>The stamp that the line begins with, or null.</summary>
    /// <param name="year">Of the page, for a day written without one.</param>
    public static EntryStamp? Of(string line, string? country, int? year)
    {
        var text = line.Length > Reach ? line[..Reach] : line;
        var digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit < 0) return null;
        var at = Leads(text);
        if (digit > at + WeekdayRoom + MonthRoom) return null;
        return (Clocked(text, at, country, year) ?? Dated(text, at, country) ?? Ago(text, at)) is { } stamp && IsOwn(line, stamp.End) ? stamp : null;
    }

    /// <summary>A line that is a day and hardly anything else: "Wednesday, 17 July". The entries below it are of that day.</summary>
    public static DateOnly? DayOf(Line read, int? year)
    {
        var line = read.Text;
        if (read.Measure.Words > MostDayWords || line.Length > LongestDay || !line.AsSpan().ContainsAnyInRange('0', '9') || line.Contains(':', StringComparison.Ordinal)) return null;
        return (DateStamp.Find(line) ?? (year is { } y ? DateStamp.Find(WithYear(line, y)) : null)) is { Time: null } stamp ? stamp.Day : null;
    }

    private static int Leads(string text)
    {
        var at = 0;
        for (var words = 0; words <= MostLeads; words++)
        {
            while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
            var end = at;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            if (end == at || !PageKinds.IsLead(text.AsSpan(at, end - at))) break;
            at = end;
        }

        return at;
    }

    private static EntryStamp? Clocked(string text, int at, string? country, int? year)
    {
        var match = ClockPattern().Match(text, at);
        if (!match.Success || RangePattern().IsMatch(text, match.Index + match.Length)) return null;
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["n"].Success ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["p"].Value;
        if (half.Length > 0 && hour is > 12 or 0) return null;
        if (half.Length > 0) hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        var end = match.Index + match.Length;
        TimeSpan? offset = null;
        if (ZonePattern().Match(text, end) is { Success: true } zone && ZoneNames.Offset(zone.Groups["z"].Value, country) is { } known)
        {
            offset = known;
            end = zone.Index + zone.Length;
        }

        DateOnly? day = null;
        var rest = text[end..].TrimStart(' ', ',', '|', '·', '-', '–');
        var stamp = DateStamp.Find(rest, country) ?? (year is { } y ? DateStamp.Find(WithYear(rest, y), country) : null);
        if (stamp is { } written && written.Span.Start <= WeekdayRoom && rest.AsSpan(0, Math.Min(rest.Length, written.Span.Start)).IndexOfAnyInRange('0', '9') < 0)
        {
            day = written.Day;
            end = Math.Min(text.Length, text.Length - rest.Length + written.Span.End);
        }

        return new EntryStamp(EntryForm.Clock, at, Behind(text, end), new TimeOnly(hour, minute), offset, day);
    }

    private static EntryStamp? Dated(string text, int at, string? country) =>
        DateStamp.Find(text, country, at) is { Time: { } time } stamp && stamp.Span.Start <= at + WeekdayRoom
            ? new EntryStamp(EntryForm.Dated, at, Behind(text, stamp.Span.End), time, stamp.Offset, stamp.Day)
            : null;

    private static EntryStamp? Ago(string text, int at) =>
        AgoPattern().Match(text, at) is { Success: true } match ? new EntryStamp(EntryForm.Ago, at, Behind(text, match.Index + match.Length), null, null, null) : null;

    /// <summary>"3 March" to "3 March 2031"; words behind the day are left out.</summary>
    private static string WithYear(string text, int year)
    {
        var words = text.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var last = Array.FindLastIndex(words, Math.Min(words.Length, 5) - 1, word => char.IsAsciiDigit(word[^1]) || (word.Length > 1 && char.IsAsciiDigit(word[^2]) && word[^1] is '.' or ','));
        if (last < 0) return text;
        if (last + 1 < words.Length && last < 4 && char.IsLetter(words[last + 1][0])) last++; // the month behind the day
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', words.AsSpan(0, last + 1)!).TrimEnd(',')} {year}");
    }

    private static int Behind(string text, int end)
    {
        while (end < text.Length && text[end] is ' ' or ':' or '-' or '–' or '—' or '|' or '·' or '•' or ',' or ')' or ']' or '>' or '»') end++;
        return end;
    }

    /// <summary>What follows begins anew: "14:32 in the afternoon" is a time within a sentence.</summary>
    private static bool IsOwn(string line, int end) => end >= line.Length || !char.IsLower(line[end]) || line.AsSpan(Math.Max(0, end - 2), Math.Min(2, end)).ContainsAny(Breaks);

    [GeneratedRegex(@"\G(?<h>2[0-3]|[01]?[0-9])(?:[:hH](?<n>[0-5][0-9])|\.(?<n>[0-5][0-9])(?=\s?(?:Uhr|[apAP]\.?\s?[mM]|[A-Z]{3,4}\b))|(?=\s?[apAP]\.?[mM]\b))(?::[0-5][0-9])?(?:\s?(?<p>[apAP]\.?\s?[mM]\b\.?))?(?:\s?Uhr\b)?(?![0-9])", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex ClockPattern();

    // 13:00 - 13:15
    [GeneratedRegex(@"\G\s?(?:-|–|—|to|bis|until)\s?[0-9]{1,2}[:.hH]?[0-9]{0,2}(?![0-9])", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex RangePattern();

    [GeneratedRegex(@"\G\s?\(?(?<z>[A-Z]{2,5})\b\)?", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex ZonePattern();

    [GeneratedRegex(@"\G(?:(?:vor|il y a|hace|há)\s(?:[0-9]{1,2}|einer|une?|uma?)\s?(?:Minuten?|Min\.?|Stunden?|Std\.?|minutes?|heures?|minutos?|horas?)|(?:[0-9]{1,2}|an?|one)\s?(?:minutes?|mins?|m|hours?|hrs?|hr|h|minuti|ore|ora|minutos?|horas?)\s(?:ago|fa|atrás))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex AgoPattern();
}
