using Dateline.Time;

namespace Dateline.Quantities;

/// <summary>Fractions in words: "two thirds", "one-third", "three quarters", "a fifth of", "half of", "half the".</summary>
internal static class Fraction
{
    /// <summary>The largest denominator that is written as a fraction; "two twentieths" is nobody's word.</summary>
    private const decimal LargestDenominator = 10;

    public static (decimal Value, int End)? At(Piece[] pieces, int at)
    {
        if (pieces[at].Is("half")) return Follows(pieces, at + 1, "of", "the", "its", "their", "his", "her", "all") ? (0.5m, at + 1) : null;
        decimal numerator;
        if (pieces[at].Lower is "a" or "an") numerator = 1;
        else if (!NumberWords.All.Units.TryGetValue(pieces[at].Lower, out numerator) || numerator is 0 or > 9) return null;
        var next = at + 1 < pieces.Length && pieces[at + 1].Is("-") ? at + 2 : at + 1;
        if (next >= pieces.Length || Denominator(pieces[next].Lower) is not { } denominator || denominator <= numerator) return null;
        // "a third man", "one second": only "of" makes a single part a fraction, a hyphen or a plural does it alone
        var sure = next == at + 2 || numerator > 1;
        return sure || Follows(pieces, next + 1, "of") ? (decimal.Round(numerator / denominator, 4), next + 1) : null;
    }

    private static decimal? Denominator(string word)
    {
        if (word is "half" or "halves") return 2;
        if (word is "quarter" or "quarters") return 4;
        var singular = word.EndsWith('s') ? word[..^1] : word;
        return NumberWords.All.Ordinals.TryGetValue(singular, out var ordinal) && ordinal is > 2 and <= LargestDenominator ? ordinal : null;
    }

    private static bool Follows(Piece[] pieces, int at, params ReadOnlySpan<string> words)
    {
        if (at >= pieces.Length) return false;
        foreach (var word in words)
            if (pieces[at].Is(word)) return true;
        return false;
    }
}
