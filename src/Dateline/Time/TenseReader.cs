namespace Dateline.Time;

/// <summary>Whether the words around a time expression look back or ahead: the nearest sign to the left within the clause, else the nearest to the right. Signs are words of lexicon/time-words.tsv, classes "ahead" and "behind", and past forms in -ed.</summary>
internal static class TenseReader
{
    /// <summary>How far a verb may stand from its time: beyond it, most belong to another clause.</summary>
    private const int Reach = 14;

    private const int NearReach = 3;

    /// <summary>The same from a time that opens its sentence: no other clause stands before the verb.</summary>
    private const int LeadReach = 28;

    private static TimeWords.Class Ahead => TimeWords.All.Named("ahead")!;

    private static TimeWords.Class Behind => TimeWords.All.Named("behind")!;

    public static Direction Read(Piece[] pieces, int start, int end)
    {
        // "Wednesday's ruling": the verb of the sentence says little of it, news mostly looks back
        var isPossessive = end < pieces.Length && pieces[end].Lower is "'s" or "’s";
        var reach = isPossessive ? NearReach : Reach;
        if (end < pieces.Length && pieces[end].Kind == PieceKind.Word && IsPast(pieces, end) && !IsToBe(pieces, end)) return Direction.Past; // "the ministry on Sunday issued": its own verb
        for (var i = start - 1; i >= 0 && i >= start - reach && !EndsClause(pieces[i]); i--)
            if (Sign(pieces, i) is var sign && sign != Direction.None) return sign;
        if (isPossessive) return Direction.Past;
        for (var i = end; i < pieces.Length && i < end + (start < NearReach ? LeadReach : Reach) && !EndsClause(pieces[i]); i++)
            if (Sign(pieces, i) is var sign && sign != Direction.None) return sign;
        return Direction.None;
    }

    /// <summary>"will be held", "would still be held", "is heard": the participle of what is to come.</summary>
    private static bool IsToBe(Piece[] pieces, int at)
    {
        if (at >= 1 && pieces[at - 1].Lower is "is" or "are") return IsPast(pieces, at);
        if (at < 2 || !pieces[at - 1].Is("be")) return false;
        var before = at - 2;
        if (before > 0 && pieces[before].Lower is "not" or "still" or "also" or "only" or "now" or "then") before--;
        return pieces[before].Is("to") || Ahead.IsAt(pieces, before);
    }

    private static bool EndsClause(Piece piece) => piece.Lower is ";" or "--" or "(" or ")";

    private static Direction Sign(Piece[] pieces, int at)
    {
        var piece = pieces[at];
        if (piece.Kind != PieceKind.Word)
            return Direction.None;
        if (piece.Is("until")) return Direction.None; // "until Thursday they had not come": the verb tells
        if (Ahead.IsAt(pieces, at)) return Direction.Future;
        if (IsToBe(pieces, at)) return Direction.Future;
        return IsPast(pieces, at) ? Direction.Past : Direction.None;
    }

    private static bool IsPast(Piece[] pieces, int at)
    {
        var piece = pieces[at];
        if (at > 0 && pieces[at - 1].Lower is "a" or "an" or "the" or "its" or "their" or "his" or "her" or "still" or "newly" or "any" or "no") return false; // "a still unspecified date", "the planned visit"
        return Behind.IsAt(pieces, at) || (piece.Lower.Length > 4 && !piece.Capital && piece.Lower.EndsWith("ed", StringComparison.Ordinal) && !piece.Lower.EndsWith("eed", StringComparison.Ordinal));
    }
}
