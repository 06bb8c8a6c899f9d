using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Time;

/// <summary>Years before Christ, which no calendar type here can hold: values without an interval. Groups old (the year), bc, month, day, season.</summary>
internal static class OldValues
{
    /// <summary>"490 BC", "April 480 BC", "AD 476".</summary>
    public static Reading? Year(RuleMatch match)
    {
        if (match.Integer("old") is not { } year) return null;
        if (!match.Has("bc")) return Period.OfYear(year) is { } period ? Reading.Of(period, DateAnchor.Absolute) : null;
        var value = Before(year);
        if (match["season"] is { } season) value += "-" + season;
        if (match.Integer("month") is { } month) value += string.Create(CultureInfo.InvariantCulture, $"-{month:D2}");
        if (match.Integer("month") is not null && match.Integer("day") is { } day) value += string.Create(CultureInfo.InvariantCulture, $"-{day:D2}");
        return Reading.Open(value);
    }

    /// <summary>"499-493 BC": years before Christ count down.</summary>
    public static ImmutableArray<Reading> Range(RuleMatch match)
    {
        if (match.Integer("from") is not { } from || match.Integer("old") is not { } to || from <= to) return [];
        return match.SpanOf("left") is { } left && match.SpanOf("right") is { } right
            ? [Reading.Open(Before(from)) with { Part = left }, Reading.Open(Before(to)) with { Part = right }]
            : [];
    }

    /// <summary>"the 470s BC": "BC047".</summary>
    public static Reading? Decade(RuleMatch match) =>
        match.Integer("old") is { } year && year % 10 == 0 ? Reading.Open(string.Create(CultureInfo.InvariantCulture, $"BC{year / 10:D3}")) : null;

    private static string Before(int year) => string.Create(CultureInfo.InvariantCulture, $"BC{year:D4}");
}
