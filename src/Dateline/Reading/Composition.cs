using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dateline.Reading;

/// <summary>Bases and combining marks to composed characters. The runtime's own normalisation does nothing in the invariant globalization mode that Dateline runs in.</summary>
internal static class Composition
{
    // Hangul composes by arithmetic: Unicode, section 3.12
    private const int LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7, SyllableBase = 0xAC00, Vowels = 21, Tails = 28, Leads = 19;

    private static readonly Lazy<FrozenDictionary<int, char>> Pairs = new(() => Resources.Rows("lexicon/compositions.tsv").ToFrozenDictionary(row => (Code(row[0]) << 16) | Code(row[1]), row => (char)Code(row[2])));

    /// <summary>Composes each base with the marks right behind it; a mark that does not compose ends the run.</summary>
    public static string Compose(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\u0300', '\u036F');
        var jamo = text.AsSpan().IndexOfAnyInRange('\u1161', '\u11C2');
        var kana = text.AsSpan().IndexOfAny('\u3099', '\u309A');
        if (first < 0 && jamo < 0 && kana < 0) return text;
        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (composed.Length > 0 && c >= '\u0300' && Pair(composed[^1], c) is { } made) composed[^1] = made;
            else composed.Append(c);
        }

        return composed.ToString();
    }

    private static char? Pair(char a, char b)
    {
        if (b is >= '\u1161' and <= '\u11C2')
        {
            if (a - LeadBase is >= 0 and < Leads && b - VowelBase is >= 0 and < Vowels) return (char)(SyllableBase + ((a - LeadBase) * Vowels + (b - VowelBase)) * Tails);
            if (a is >= '\uAC00' and <= '\uD7A3' && (a - SyllableBase) % Tails == 0 && b - TailBase is > 0 and < Tails) return (char)(a + (b - TailBase));
            return null;
        }

        return Pairs.Value.TryGetValue((a << 16) | b, out var made) ? made : null;
    }

    private static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
