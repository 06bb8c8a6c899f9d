using Dateline.Time;

namespace Dateline.Quantities;

/// <summary>A number as written.</summary>
/// <param name="End">Index after its last piece.</param>
/// <param name="Grain">The step to which it is rounded: 100,000 for "1.2 million", 10 for "120" is not known and stays 1.</param>
/// <param name="InWords">Written as words only ("twenty-three").</param>
internal readonly record struct WrittenNumber(decimal Value, int End, decimal Grain, bool InWords);

/// <summary>Reads cardinal numbers: "36", "10,000", "1.2 million", "twenty-three", "two hundred and fifty thousand", "half a million", "two and a half".</summary>
internal static class NumberReader
{
    /// <summary>Longer runs of digits are codes, not amounts, and would not fit a decimal with its scale.</summary>
    private const int LongestDigits = 15;

    private static readonly decimal Ceiling = 1_000_000_000_000_000_000m;

    /// <summary>Words that can begin a number, for indexes over first words.</summary>
    public static IEnumerable<string> FirstWords => NumberWords.All.Units.Keys.Concat(NumberWords.All.Tens.Keys).Concat(NumberWords.All.Fractions.Keys).Concat(["a", "an", "half"]);

    public static bool IsScale(string word) => NumberWords.All.Scales.ContainsKey(word);

    public static bool TryRead(Piece[] pieces, int at, out WrittenNumber number)
    {
        number = default;
        if (at >= pieces.Length) return false;
        var piece = pieces[at];
        if (piece.Kind == PieceKind.Digits) return TryDigits(pieces, at, out number);
        if (piece.Kind == PieceKind.Word) return TryWords(pieces, at, out number);
        if (piece.End - piece.Start == 1 && NumberWords.All.Fractions.TryGetValue(piece.Lower, out var fraction))
        {
            number = new WrittenNumber(fraction, at + 1, 0.01m, false);
            return true;
        }

        return false;
    }

    private static bool TryDigits(Piece[] pieces, int at, out WrittenNumber number)
    {
        number = default;
        var digits = pieces[at].Lower;
        var end = at + 1;
        if (digits.Length <= 3)
            while (end + 1 < pieces.Length && pieces[end] is { Lower: ",", Glued: true } && pieces[end + 1] is { Kind: PieceKind.Digits, Glued: true, Lower.Length: 3 })
            {
                digits += pieces[end + 1].Lower;
                end += 2;
            }

        // thousands set apart by blanks: "12 000", "1 250 000"; a lone group that is not round may be another number
        if (end == at + 1 && digits.Length <= 3 && IsGroup(pieces, end) && (pieces[end].Lower == "000" || IsGroup(pieces, end + 1)))
            for (; IsGroup(pieces, end); end++) digits += pieces[end].Lower;

        if (digits.Length > LongestDigits) return false;
        var value = decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        var grain = 1m;
        // a decimal point, unless more follows as in a date or an address: 12.05.2011
        if (end + 1 < pieces.Length && pieces[end] is { Lower: ".", Glued: true } && pieces[end + 1] is { Kind: PieceKind.Digits, Glued: true } places && places.Lower.Length <= 10
            && !(end + 3 < pieces.Length && pieces[end + 2] is { Lower: ".", Glued: true } && pieces[end + 3] is { Kind: PieceKind.Digits, Glued: true }))
        {
            for (var i = 0; i < places.Lower.Length; i++) grain /= 10;
            value += decimal.Parse(places.Lower, System.Globalization.CultureInfo.InvariantCulture) * grain;
            end += 2;
        }

        if (end < pieces.Length && pieces[end].End - pieces[end].Start == 1 && NumberWords.All.Fractions.TryGetValue(pieces[end].Lower, out var fraction))
        {
            value += fraction;
            end++;
        }
        else if (end + 2 < pieces.Length && pieces[end] is { Kind: PieceKind.Digits, Glued: false, Lower.Length: 1 } over && pieces[end + 1] is { Lower: "/", Glued: true }
                 && pieces[end + 2] is { Kind: PieceKind.Digits, Glued: true, Lower.Length: 1 } under && under.Lower != "0")
        {
            value += (decimal)(over.Lower[0] - '0') / (under.Lower[0] - '0'); // 2 1/2
            end += 3;
        }

        end = WithScales(pieces, end, ref value, ref grain);
        number = new WrittenNumber(value, end, grain, false);
        return true;
    }

    private static bool IsGroup(Piece[] pieces, int at) =>
        at < pieces.Length && pieces[at] is { Kind: PieceKind.Digits, Glued: false, Lower.Length: 3 } && pieces[at].Start == pieces[at - 1].End + 1
        && !(at + 1 < pieces.Length && pieces[at + 1] is { Glued: true, Kind: PieceKind.Word });

    /// <summary>"million" after digits, also with a hyphen ("1.2-million") or glued as a letter ("3.5m", "20k").</summary>
    private static int WithScales(Piece[] pieces, int end, ref decimal value, ref decimal grain)
    {
        while (end < pieces.Length)
        {
            var next = pieces[end].Lower is "-" && end + 1 < pieces.Length ? end + 1 : end;
            if (pieces[next].Kind != PieceKind.Word) break;
            decimal scale;
            if (pieces[next].Glued && next == end && pieces[next].Lower is "m" or "k" && pieces[next].Glued) scale = pieces[next].Lower == "m" ? 1_000_000 : 1_000;
            else if (!NumberWords.All.Scales.TryGetValue(pieces[next].Lower, out scale)) break;
            if (value * scale > Ceiling) break;
            value *= scale;
            grain *= scale;
            end = next + 1;
        }

        return end;
    }

    private static bool TryWords(Piece[] pieces, int at, out WrittenNumber number)
    {
        number = default;
        if (pieces[at].Lower is "half" && at + 2 < pieces.Length && pieces[at + 1].Lower is "a" or "an" && NumberWords.All.Scales.TryGetValue(pieces[at + 2].Lower, out var halved))
        {
            number = new WrittenNumber(halved / 2, at + 3, halved / 10, true);
            return true;
        }

        decimal total = 0, group = 0, grain = 1;
        var i = at;
        var any = false;
        while (i < pieces.Length)
        {
            var next = i;
            if (any && pieces[i].Lower is "-" or "and" && i + 1 < pieces.Length) next = i + 1;
            var word = pieces[next].Lower;
            if (any && pieces[i].Lower is "and" && !(group >= 100 || (total > 0 && group == 0))) break; // "two and three" are two numbers
            if (NumberWords.All.Units.TryGetValue(word, out var unit))
            {
                if (any && !(group % 100 == 0 && (group > 0 || total > 0)) && !(unit < 10 && group % 10 == 0 && group % 100 >= 20)) break;
                if (any && group == 0 && total == 0) break;
                group += unit;
                grain = 1;
            }
            else if (NumberWords.All.Tens.TryGetValue(word, out var ten))
            {
                if (any && group % 100 != 0) break;
                group += ten;
                grain = 1;
            }
            else if (NumberWords.All.Scales.TryGetValue(word, out var scale) && (any || next > at) && pieces[i].Lower is not "and")
            {
                if (scale == 12 && total == 0) { group *= 12; grain = 1; }
                else if (scale == 100) { group = (group == 0 ? 1 : group) * 100; grain = 100; }
                else if (group == 0 && total > 0) { total *= scale; grain = scale; }
                else { total += (group == 0 ? 1 : group) * scale; group = 0; grain = scale; }
                if (total + group > Ceiling) return false;
            }
            else if (!any && word is "a" or "an" && next + 1 < pieces.Length && (NumberWords.All.Scales.ContainsKey(pieces[next + 1].Lower) || (pieces[next + 1].Lower is "half" && next + 2 < pieces.Length && pieces[next + 2].Lower is "million" or "billion")))
            {
                group = 1;
            }
            else if (!any && word is "zero")
            {
                group = 0;
            }
            else break;
            any = true;
            i = next + 1;
        }

        if (!any) return false;
        var value = total + group;
        // "two and a half", "one and a half million"
        if (i + 2 < pieces.Length && pieces[i].Lower is "and" && pieces[i + 1].Lower is "a" && pieces[i + 2].Lower is "half" or "quarter")
        {
            value += pieces[i + 2].Lower is "half" ? 0.5m : 0.25m;
            grain = 0.5m;
            i = WithScales(pieces, i + 3, ref value, ref grain);
        }

        number = new WrittenNumber(value, i, grain, true);
        return true;
    }
}
