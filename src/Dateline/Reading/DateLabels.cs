using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>What a date on a page is the date of.</summary>
internal enum DateKind
{
    /// <summary>Nothing says it.</summary>
    Bare,
    Published,
    Modified,

    /// <summary>A deadline, an event, a reader's review, a range of days.</summary>
    Other,
}

/// <summary>A date of a line with what the words around it say of it.</summary>
internal readonly record struct LabelledDate(DateStamp Stamp, DateKind Kind);

/// <summary>The words before a date that say what it is the date of (lexicon/date-labels.tsv).</summary>
internal static partial class DateLabels
{
    private const string Between = "between";
    private const int LongestLabel = 4; // words
    private const int MostDates = 8;    // of one line

    private static readonly Lazy<FrozenDictionary<string, DateKind>> Kinds = new(() =>
        Resources.Rows("lexicon/date-labels.tsv").Where(row => row[1] != Between).ToFrozenDictionary(row => Measure.Folded(row[0]), row => Enum.Parse<DateKind>(row[1], ignoreCase: true)));

    // "updated at", "zuletzt geändert am Freitag, den"
    private static readonly Lazy<FrozenSet<string>> Betweens = new(() =>
        Resources.Rows("lexicon/date-labels.tsv").Where(row => row[1] == Between).Select(row => Measure.Folded(row[0])).ToFrozenSet());

    /// <summary>All dates of a line, in order.</summary>
    public static List<LabelledDate> Of(string text, string? country)
    {
        var found = new List<LabelledDate>();
        var from = 0;
        while (found.Count < MostDates && DateStamp.Find(text, country, from) is { } stamp && stamp.Span.End > from)
        {
            found.Add(new LabelledDate(stamp, KindOf(text, from, stamp.Span, country)));
            from = stamp.Span.End;
        }

        return found;
    }

    /// <summary>The words are, or end with, the label of a date: "Date", "unchanged and valid since".</summary>
    public static bool IsLabel(string words) => Labelled(Measure.Folded(words), last: true) != DateKind.Bare;

    private static DateKind KindOf(string text, int from, TextSpan date, string? country)
    {
        if (RangeStart().IsMatch(text[from..date.Start]) || (from > 0 && DashPattern().IsMatch(text.AsSpan(from, date.Start - from))) || (RangeEnd().Match(text, date.End) is { Success: true } range && IsDateOrTime(text, range.Index + range.Length, country))) return DateKind.Other;
        // "page was last edited on 3 March" and, in other languages, "was on 3 March 2025 last edited"
        var kind = Labelled(Measure.Folded(text[from..date.Start]), last: true);
        return kind != DateKind.Bare ? kind : Labelled(Measure.Folded(AfterPattern().Match(text, date.End).Value), last: false);
    }

    private static bool IsDateOrTime(string text, int at, string? country) =>
        TimePattern().IsMatch(text.AsSpan(at)) || (DateStamp.Find(text, country, at) is { } next && next.Span.Start <= at + 12);

    private static DateKind Labelled(string words, bool last)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (last && parts.Count > 0 && Betweens.Value.Contains(parts[^1]) && !Kinds.Value.ContainsKey(parts[^1]) && !IsLabelled(parts)) parts.RemoveAt(parts.Count - 1);
        for (var length = Math.Min(LongestLabel, parts.Count); length > 0; length--)
        {
            if (Kinds.Value.TryGetValue(string.Join(' ', parts.GetRange(last ? parts.Count - length : 0, length)), out var kind)) return kind;
        }

        return DateKind.Bare;
    }

    /// <summary>The label itself ends with such a word: "published on".</summary>
    private static bool IsLabelled(List<string> parts)
    {
        for (var length = Math.Min(LongestLabel, parts.Count); length > 1; length--)
        {
            if (Kinds.Value.ContainsKey(string.Join(' ', parts.GetRange(parts.Count - length, length)))) return true;
        }

        return false;
    }

    [GeneratedRegex(@"\d\.?\s?(?:-|–|—|bis|to|au|al|until)\s?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex RangeStart();

    [GeneratedRegex(@"\G(?:\s?Uhr)?\s?(?:-|–|—|bis|to|au|al|until)\s?(?=\p{L}{0,4}\.?\s?\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex RangeEnd();

    [GeneratedRegex(@"^\s?(?:-|–|—|bis|to|au|al|until)\s?(?:\p{L}{2,10}\.?,?\s)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex DashPattern();

    [GeneratedRegex(@"^\d{1,2}[:.h]\d\d", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"\G[ ,)]{0,3}(?:\p{L}{3,20}\s)?\p{L}{3,20}(?=[ .)]{0,3}$)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex AfterPattern();
}
