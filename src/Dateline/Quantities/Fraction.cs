using Dateline.Time;

namespace Dateline.Quantities;

/// <summary>Fractions: "two thirds", "one-third", "three quarters", "a fifth of", "half the", "one in five", "six out of 10", "1/4 of".</summary>
internal static class Fraction
{
    /// <summary>The largest denominator that is written as a fraction; "two twentieths" is nobody's word.</summary>
    private const decimal LargestDenominator = 10;

    /// <summary>Shares "in" so many are told of round numbers; "two in 37" is something else.</summary>
    private static readonly HashSet<decimal> Bases = [3, 4, 5, 8, 10, 20, 100, 1_000];

    private static readonly HashSet<string> Bounds = new(StringComparer.Ordinal) { "by", "than", "nearly", "almost", "about", "roughly", "around", "over", "exactly", "only", "to", "approximately", "just", "least", "some" };

    public static (decimal Value, int End)? At(Piece[] pieces, int at) => Ratio(pieces, at) ?? Slashed(pieces, at) ?? InWords(pieces, at);

    private static (decimal Value, int End)? InWords(Piece[] pieces, int at)
    {
        if (pieces[at].Is("half")) return Follows(pieces, at + 1, "of", "the", "its", "their", "his", "her", "all") || StandsAlone(pieces, at, at + 1) ? (0.5m, at + 1) : null;
        decimal numerator;
        if (pieces[at].Lower is "a" or "an") numerator = 1;
        else if (!NumberWords.All.Units.TryGetValue(pieces[at].Lower, out numerator) || numerator is 0 or > 9) return null;
        var next = at + 1 < pieces.Length && pieces[at + 1].Is("-") ? at + 2 : at + 1;
        if (next >= pieces.Length || Denominator(pieces[next].Lower) is not { } denominator || denominator <= numerator) return null;
        // "a third man", "one second": only "of" or a bound makes a single part a fraction, a hyphen or a plural does it alone
        var sure = next == at + 2 || numerator > 1;
        return sure || Follows(pieces, next + 1, "of") || StandsAlone(pieces, at, next + 1) ? (Of(numerator, denominator), next + 1) : null;
    }

    /// <summary>"prices rose by a third.", "more than half were lost": after a bound, with no noun behind it.</summary>
    private static bool StandsAlone(Piece[] pieces, int at, int end) =>
        at > 0 && Bounds.Contains(pieces[at - 1].Lower)
        && (end >= pieces.Length || pieces[end].Lower is "," or "." or ";" or ")" or "in" or "since" or "over" or "to" or "from" or "this" or "last" or "on" or "were" or "was" or "are" or "is" or "have" or "had" or "and" or "or" or "but" or "after" or "during" or "at");

    /// <summary>"one in five workers", "six out of 10".</summary>
    private static (decimal Value, int End)? Ratio(Piece[] pieces, int at)
    {
        if (!NumberReader.TryRead(pieces, at, out var part) || part.Value is < 1 or > 9 || part.Value % 1 != 0 || part.End >= pieces.Length) return null;
        var of = pieces[part.End].Is("in") ? part.End + 1 : Follows(pieces, part.End, "out") && Follows(pieces, part.End + 1, "of") ? part.End + 2 : -1;
        if (of > 0 && Follows(pieces, of, "every")) of++;
        if (of < 0 || !NumberReader.TryRead(pieces, of, out var whole) || whole.Value <= part.Value || !Bases.Contains(whole.Value)) return null;
        return whole.End < pieces.Length && pieces[whole.End] is { Glued: true, Kind: not PieceKind.Sign } ? null : (Of(part.Value, whole.Value), whole.End);
    }

    /// <summary>"1/4 of the firm", "a 1/4 inch gap": digits over digits before "of" or a unit; "9/11" and "7/10 played" are none.</summary>
    private static (decimal Value, int End)? Slashed(Piece[] pieces, int at)
    {
        if (at + 3 >= pieces.Length || pieces[at] is not { Kind: PieceKind.Digits, Lower.Length: <= 2 } over || (over.Glued && at > 0)) return null;
        if (pieces[at + 1] is not { Lower: "/", Glued: true } || pieces[at + 2] is not { Kind: PieceKind.Digits, Glued: true, Lower.Length: <= 3 } under) return null;
        decimal numerator = Number(over), denominator = Number(under);
        if (numerator == 0 || numerator >= denominator) return null;
        return pieces[at + 3].Is("of") || Unit.Words.At(pieces, at + 3) is { Value.Kind: "measure" } unit && unit.End > at + 3 && pieces[at + 3].Lower.Length > 1 ? (Of(numerator, denominator), at + 3) : null;
    }

    private static decimal Number(Piece piece) => decimal.Parse(piece.Lower, System.Globalization.CultureInfo.InvariantCulture);

    private static decimal Of(decimal numerator, decimal denominator) => decimal.Round(numerator / denominator, 6);

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
