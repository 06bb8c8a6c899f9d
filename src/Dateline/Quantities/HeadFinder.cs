using Dateline.Language;
using Dateline.Time;

namespace Dateline.Quantities;

/// <summary>What a number counts: the noun after it, over adjectives and demonyms ("10,000 North Korean troops"), or before it ("a death toll of 36"). By the tagger's tags where there are any, else by the words alone.</summary>
internal sealed class HeadFinder(Analysis analysis, Piece[] pieces)
{
    /// <summary>A counted noun stands within so many words of its number, or is none.</summary>
    private const int Reach = 7;

    /// <summary>A toll may stand so many words before its number ("the toll, which had been put at ... , rose to 36").</summary>
    private const int ReachBack = 10;

    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "in", "on", "at", "to", "from", "by", "for", "with", "were", "was", "are", "is", "be", "been", "have", "has", "had", "who", "which", "that", "as", "after", "before", "when", "while", "since", "but", "or",
        "more", "than", "into", "over", "under", "during", "between", "against", "will", "would", "did", "do", "does", "said", "they", "he", "she", "it", "we", "his", "her", "its", "their", "this", "these", "those", "not", "per", "about", "of", "so", "if", "there", "left",
        "including", "according", "because", "out", "up", "down", "off", "each", "every", "also", "still", "now", "last", "next",
    };

    private static readonly HashSet<string> Determiners = new(StringComparer.Ordinal) { "the", "its", "his", "her", "their", "our", "these", "those", "them", "all", "such" };

    /// <summary>The head after the number and the index behind it; an empty head where there is none.</summary>
    public (string Head, int End) After(int at)
    {
        var i = at;
        if (i < pieces.Length && pieces[i].Is("-")) i++;
        var of = i < pieces.Length && pieces[i].Is("of");
        if (of)
        {
            i++;
            while (i < pieces.Length && Determiners.Contains(pieces[i].Lower)) i++;
        }

        if (i < pieces.Length && pieces[i].Is("more")) i++; // "thousands more refugees"
        var last = -1;
        for (var steps = 0; i < pieces.Length && steps < Reach; i++, steps++)
        {
            var piece = pieces[i];
            if (piece.Kind == PieceKind.Sign)
            {
                if (piece.Is("-") || (piece.Is("'") && piece.Glued) || (piece.Is(",") && last >= 0 && !IsNoun(last) && i + 1 < pieces.Length && !IsNoun(i + 1))) continue;
                if (piece.Is("\"") && last < 0) continue;
                if (piece is { Lower: ".", Glued: true } && i > 0 && pieces[i - 1].Lower.Length == 1) continue; // "U.S. citizens"
                break;
            }

            if (piece.Kind == PieceKind.Digits) break;
            if (piece.Is("and"))
            {
                if (last < 0 || IsNoun(last)) break; // "Russian and North Korean soldiers" goes on, "men and women" ends
                continue;
            }

            if (Stops.Contains(piece.Lower)) break;
            var tag = TagAt(i);
            if (tag is "ADP" or "AUX" or "DET" or "PRON" or "SCONJ" or "PART" || (tag == "VERB" && last >= 0)) break;
            if (tag == "VERB" && !piece.Lower.EndsWith("ed", StringComparison.Ordinal) && !piece.Lower.EndsWith("en", StringComparison.Ordinal)) break;
            last = i;
            if (!IsNoun(i)) continue;
            // a compound goes on: "security force members"; a plural ends it
            if (i + 1 < pieces.Length && !IsPlural(i) && pieces[i + 1].Kind == PieceKind.Word && !Stops.Contains(pieces[i + 1].Lower) && IsNoun(i + 1)) continue;
            return (Singular.Of(pieces[i].Lower), i + 1);
        }

        return last >= 0 && pieces[last].Lower is "dead" or "wounded" or "injured" or "missing" or "killed" or "hurt" ? (pieces[last].Lower, last + 1) : ("", at);
    }

    /// <summary>"toll" and "death toll" give "death"; "the number of refugees ... to 300" gives "refugee".</summary>
    public string Before(int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - ReachBack; i--)
        {
            if (pieces[i].Lower is ";" or ".") break;
            if (pieces[i].Lower is "toll" or "tolls") return "death";
            if (pieces[i].Is("number") && i + 2 < at && pieces[i + 1].Is("of")) return new HeadFinder(analysis, pieces).After(i + 2).Head;
            if (pieces[i].Lower is "population" && i + 1 < at && pieces[i + 1].Lower is "of") return "inhabitant";
        }

        return "";
    }

    public string? TagAt(int piece)
    {
        var at = TokenAt(piece);
        return at < 0 ? null : analysis.Tokens[at].Tag;
    }

    private bool IsPlural(int piece) => Singular.IsPlural(pieces[piece].Lower);

    private bool IsNoun(int piece) => TagAt(piece) switch
    {
        null => IsPlural(piece),
        "NOUN" => true,
        "PROPN" => IsPlural(piece) && !pieces[piece].Lower.EndsWith("ese", StringComparison.Ordinal), // "4,300 Syrians"
        _ => false,
    };

    private int TokenAt(int piece)
    {
        int low = 0, high = analysis.Tokens.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = analysis.Tokens[middle].Span;
            if (span.Contains(pieces[piece].Start)) return middle;
            if (span.Start > pieces[piece].Start) high = middle - 1;
            else low = middle + 1;
        }

        return -1;
    }
}
