using System.Globalization;
using Dateline.Quantities;

namespace Dateline.Time;

/// <summary>The forms of numbers that a pattern can ask for by name.</summary>
internal static class NumberForms
{
    /// <summary>A form with the words it can begin with; Read answers the value in invariant digits and the index after it.</summary>
    internal sealed record Form(Func<Piece[], int, (string Value, int End)?> Read, Func<IEnumerable<string>> First);

    private static readonly Dictionary<string, Form> Forms = new(StringComparer.Ordinal)
    {
        ["number"] = new(Number, () => NumberReader.FirstWords.Append(PatternNode.AnyDigits)),
        ["ordinal"] = new(Ordinal, () => NumberWords.All.Ordinals.Keys.Concat(NumberWords.All.Tens.Keys).Append(PatternNode.AnyDigits)),
        ["int"] = new((p, i) => Digits(p, i, 1, 9, 0, int.MaxValue), OnlyDigits),
        ["day"] = new((p, i) => Digits(p, i, 1, 2, 1, 31), OnlyDigits),
        ["month-number"] = new((p, i) => Digits(p, i, 1, 2, 1, 12), OnlyDigits),
        ["hour"] = new((p, i) => Digits(p, i, 1, 2, 0, 24), OnlyDigits),
        ["minute"] = new((p, i) => Digits(p, i, 2, 2, 0, 59), OnlyDigits),
        ["military"] = new((p, i) => Digits(p, i, 4, 4, 0, 2359), OnlyDigits),
        ["year"] = new((p, i) => Digits(p, i, 4, 4, 1000, 2199), OnlyDigits),
        ["short-year"] = new((p, i) => Digits(p, i, 2, 2, 0, 99), OnlyDigits),
        ["old-year"] = new((p, i) => Digits(p, i, 1, 4, 1, 4999), OnlyDigits),
        ["year-words"] = new(YearWords, () => NumberWords.All.Units.Keys.Concat(NumberWords.All.Tens.Keys)),
    };

    public static Form? Named(string name) => Forms.GetValueOrDefault(name);

    private static IEnumerable<string> OnlyDigits() => [PatternNode.AnyDigits];

    private static (string Value, int End)? Digits(Piece[] pieces, int at, int shortest, int longest, int least, int most)
    {
        var piece = pieces[at];
        if (piece.Kind != PieceKind.Digits || piece.Lower.Length < shortest || piece.Lower.Length > longest) return null;
        var value = int.Parse(piece.Lower, CultureInfo.InvariantCulture);
        return value < least || value > most ? null : (value.ToString(CultureInfo.InvariantCulture), at + 1);
    }

    private static (string Value, int End)? Number(Piece[] pieces, int at) =>
        NumberReader.TryRead(pieces, at, out var number) ? (number.Value.ToString(CultureInfo.InvariantCulture), number.End) : null;

    /// <summary>"4th", "third", "twenty-first".</summary>
    private static (string Value, int End)? Ordinal(Piece[] pieces, int at)
    {
        var piece = pieces[at];
        if (piece.Kind == PieceKind.Digits)
            return piece.Lower.Length <= 3 && at + 1 < pieces.Length && pieces[at + 1] is { Glued: true, Lower: "st" or "nd" or "rd" or "th" } ? (int.Parse(piece.Lower, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), at + 2) : null;
        if (NumberWords.All.Ordinals.TryGetValue(piece.Lower, out var whole)) return (Text(whole), at + 1);
        if (!NumberWords.All.Tens.TryGetValue(piece.Lower, out var ten)) return null;
        var unit = at + 1 < pieces.Length && pieces[at + 1].Is("-") ? at + 2 : at + 1;
        return unit < pieces.Length && NumberWords.All.Ordinals.TryGetValue(pieces[unit].Lower, out var ordinal) && ordinal < 10 ? (Text(ten + ordinal), unit + 1) : null;
    }

    /// <summary>"nineteen ninety-six", "two thousand and four", "twenty twenty-five".</summary>
    private static (string Value, int End)? YearWords(Piece[] pieces, int at)
    {
        if (NumberReader.TryRead(pieces, at, out var whole) && whole is { InWords: true, Value: >= 1000 and <= 2199 }) return (Text(whole.Value), whole.End);
        var century = NumberWords.All.Units.TryGetValue(pieces[at].Lower, out var unit) && unit >= 13 ? unit : pieces[at].Is("twenty") ? 20 : 0;
        if (century == 0) return null;
        var next = at + 1 < pieces.Length && pieces[at + 1].Is("-") ? at + 2 : at + 1;
        if (next >= pieces.Length || pieces[next].Kind != PieceKind.Word || !NumberReader.TryRead(pieces, next, out var rest)) return null;
        return rest.InWords && rest.Value is >= 10 and < 100 && rest.Value % 1 == 0 ? (Text((century * 100) + rest.Value), rest.End) : null;
    }

    private static string Text(decimal value) => value.ToString("0", CultureInfo.InvariantCulture);
}
