using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dateline.Reading;

/// <summary>Character references to characters, by the HTML standard.</summary>
internal static class HtmlText
{
    private const int LongestName = 32;

    private static readonly Lazy<FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>> Names = new(() =>
        Resources.Rows("lexicon/entities.tsv")
            .ToFrozenDictionary(row => row[0], row => string.Concat(row[1].Split(' ').Select(code => char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>());

    // numeric references to 0x80..0x9F mean the characters of Windows-1252
    private static readonly string Windows = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(ReadOnlySpan<char> raw) => Decode(raw, isAttribute: false);

    /// <summary>In an attribute "&amp;copy=1" is part of an address: a name without a semicolon counts only where neither a letter, a digit nor "=" follows.</summary>
    public static string DecodeAttribute(ReadOnlySpan<char> raw) => Decode(raw, isAttribute: true);

    private static string Decode(ReadOnlySpan<char> raw, bool isAttribute)
    {
        if (!raw.Contains('&')) return raw.ToString();
        var text = new StringBuilder(raw.Length);
        Append(text, raw, isAttribute);
        return text.ToString();
    }

    public static void Append(StringBuilder text, ReadOnlySpan<char> raw, bool isAttribute = false)
    {
        while (true)
        {
            var at = raw.IndexOf('&');
            if (at < 0)
            {
                text.Append(raw);
                return;
            }

            text.Append(raw[..at]);
            raw = raw[at..];
            var read = raw.Length > 1 && raw[1] == '#' ? Numeric(text, raw) : Named(text, raw, isAttribute);
            if (read == 0)
            {
                text.Append('&');
                read = 1;
            }

            raw = raw[read..];
        }
    }

    private static int Named(StringBuilder text, ReadOnlySpan<char> raw, bool isAttribute)
    {
        var end = 1;
        while (end < raw.Length && end < LongestName && char.IsAsciiLetterOrDigit(raw[end])) end++;
        if (end < raw.Length && raw[end] == ';') end++;
        // the longest name that is known: "&notit;" is "¬it;"
        for (; end > 2; end--)
        {
            var name = raw[1..end];
            var characters = Common(name);
            if (characters is null && !Names.Value.TryGetValue(name, out characters)) continue;
            if (isAttribute && raw[end - 1] != ';' && end < raw.Length && (raw[end] == '=' || char.IsAsciiLetterOrDigit(raw[end]))) return 0;
            text.Append(characters);
            return end;
        }

        return 0;
    }

    private static string? Common(ReadOnlySpan<char> name) => name switch
    {
        "amp;" => "&",
        "quot;" => "\"",
        "lt;" => "<",
        "gt;" => ">",
        "nbsp;" => "\u00A0",
        "apos;" => "'",
        "rsquo;" => "’",
        "lsquo;" => "‘",
        "rdquo;" => "”",
        "ldquo;" => "“",
        "ndash;" => "–",
        "mdash;" => "—",
        "hellip;" => "…",
        "auml;" => "ä",
        "ouml;" => "ö",
        "uuml;" => "ü",
        "szlig;" => "ß",
        "eacute;" => "é",
        "copy;" => "©",
        "shy;" => "\u00AD",
        _ => null,
    };

    private static int Numeric(StringBuilder text, ReadOnlySpan<char> raw)
    {
        var hex = raw.Length > 2 && raw[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var end = start;
        long code = 0;
        while (end < raw.Length && (hex ? char.IsAsciiHexDigit(raw[end]) : char.IsAsciiDigit(raw[end])))
        {
            var digit = char.IsAsciiDigit(raw[end]) ? raw[end] - '0' : (raw[end] | 32) - 'a' + 10;
            code = Math.Min(code * (hex ? 16 : 10) + digit, 0x110000);
            end++;
        }

        if (end == start) return 0;
        if (end < raw.Length && raw[end] == ';') end++;
        if (code is 0 or > 0x10FFFF or >= 0xD800 and <= 0xDFFF) text.Append('\uFFFD');
        else if (code is >= 0x80 and <= 0x9F) text.Append(Windows[(int)code - 0x80]);
        else text.Append(char.ConvertFromUtf32((int)code));
        return end;
    }
}
