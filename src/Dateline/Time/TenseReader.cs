namespace Dateline.Time;

/// <summary>Whether the words around a time expression look back or ahead: the nearest sign to the left within the clause, else the nearest to the right. Signs are words of lexicon/time-words.tsv, classes "ahead" and "behind", and past forms in -ed.</summary>
internal static class TenseReader
{
    /// <summary>How far a verb may stand from its time: beyond it, most belong to another clause.</summary>
    private const int Reach = 14;

    private static TimeWords.Class Ahead => TimeWords.All.Named("ahead")!;

    private static TimeWords.Class Behind => TimeWords.All.Named("behind")!;

    public static Direction Read(Piece[] pieces, int start, int end)
    {
        for (var i = start - 1; i >= 0 && i >= start - Reach && !EndsClause(pieces[i]); i--)
            if (Sign(pieces, i) is var sign && sign != Direction.None) return sign;
        for (var i = end; i < pieces.Length && i < end + Reach && !EndsClause(pieces[i]); i++)
            if (Sign(pieces, i) is var sign && sign != Direction.None) return sign;
        return Direction.None;
    }

    /// <summary>"will be held", "to be held": the participle of what is to come.</summary>
    private static bool IsToBe(Piece[] pieces, int at) =>
        at >= 2 && pieces[at - 1].Is("be") && (pieces[at - 2].Lower is "to" or "not" || Ahead.IsAt(pieces, at - 2));

    private static bool EndsClause(Piece piece) => piece.Lower is ";" or "--" or "(" or ")";

    private static Direction Sign(Piece[] pieces, int at)
    {
        var piece = pieces[at];
        if (piece.Kind != PieceKind.Word)
            return Direction.None;
        if (Ahead.IsAt(pieces, at)) return Direction.Future;
        if (IsToBe(pieces, at)) return Direction.Future;
        if (Behind.IsAt(pieces, at)) return Direction.Past;
        return piece.Lower.Length > 4 && !piece.Capital && piece.Lower.EndsWith("ed", StringComparison.Ordinal) && !piece.Lower.EndsWith("eed", StringComparison.Ordinal) ? Direction.Past : Direction.None;
    }
}
