using System.Collections.Frozen;
using System.Globalization;

namespace Dateline.Reading;

/// <summary>Abbreviations of time zones (lexicon/zones.tsv).</summary>
internal static class ZoneNames
{
    private static readonly Lazy<FrozenDictionary<string, (TimeSpan Offset, string Country)[]>> Table = new(() =>
        Resources.Rows("lexicon/zones.tsv")
            .Select(row => (Name: row[0], Offset: Parse(row[1]), Country: row.Length > 2 ? row[2] : ""))
            .GroupBy(row => row.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.Select(row => (row.Offset, row.Country)).ToArray(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The offset, or null where the abbreviation is unknown, or has several meanings and the country settles none.</summary>
    public static TimeSpan? Offset(string name, string? country)
    {
        if (!Table.Value.TryGetValue(name, out var meanings)) return null;
        if (meanings.Length == 1) return meanings[0].Offset;
        foreach (var (offset, of) in meanings)
        {
            if (of == country) return offset;
        }

        return null;
    }

    private static TimeSpan Parse(string text)
    {
        var offset = TimeSpan.ParseExact(text.AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture);
        return text[0] == '-' ? -offset : offset;
    }
}
