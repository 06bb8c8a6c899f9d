namespace Dateline.Annotation;

/// <summary>What stands around a name: the marks of a quoted title; behind those that only the tagger or their shape knows, the year of a work, the country of a place.</summary>
internal static class NameSurroundings
{
    private const string ByNext = "name.next";
    private const int LongestTitle = 8; // tokens

    public static void Settle(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        DropInTitles(words, named);
        for (var n = 0; n < named.Count; n++)
        {
            var (part, kind, rule) = named[n];
            if (rule is not ("name.model" or "name.shape" or "name.in")) continue;
            if (part.Length > 1 && NameMerger.TypeOf(kind) is NameType.Organisation or NameType.Place && HasYear(words, part)) named[n] = (part, EntityKind.Other, ByNext);
            else if (part.Length == 1 && NameMerger.TypeOf(kind) is NameType.Organisation or NameType.Person && IsBeforePlace(words, part, named)) named[n] = (part, EntityKind.Place, ByNext);
        }
    }

    /// <summary>“Snow over Tamsin”: what stands inside of a quoted title names nothing of its own.</summary>
    private static void DropInTitles(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!Opens(words, i) || Close(words, i) is not (> 0 and var close) || !IsTitle(words, i + 1, close)) continue;
            var first = i + 1;
            named.RemoveAll(n => n.Part.First >= first && n.Part.End <= close && NameMerger.TypeOf(n.Kind) is not null && !IsWhole(words, n.Part, first, close));
            i = close;
        }
    }

    /// <summary>Where the quotation that opens here closes, if it is short; else 0.</summary>
    private static int Close(Words words, int open)
    {
        for (var i = open + 1; i < words.Count && i <= open + LongestTitle + 1 && words.SentenceOf(i) == words.SentenceOf(open); i++)
            if (words.Lower(i) is "\"" or "”") return i;
        return 0;
    }

    /// <summary>Nothing but marks and a title of office stands in the quotation beside the name: “Mr. Lune,”.</summary>
    private static bool IsWhole(Words words, NamePart part, int first, int end)
    {
        if (NameParts.TitleAt(words, first, part.First, out var title) is not null) first += title;
        for (var i = first; i < end; i++)
            if ((i < part.First || i >= part.End) && !words.IsMark(i)) return false;
        return true;
    }

    private static bool Opens(Words words, int i) => words.Lower(i) is "“" || (words.Lower(i) == "\"" && (i + 1 == words.Count || words.Span(i + 1).Start == words.Span(i).End || (i > 0 && words.Span(i).Start > words.Span(i - 1).End)));

    /// <summary>Capitals, and small words between them.</summary>
    private static bool IsTitle(Words words, int first, int end)
    {
        if (!words.IsCapital(first)) return false;
        for (var i = first; i < end; i++)
            if (words.IsWord(i) && !words.IsCapital(i) && (WordClasses.Of(words.Lower(i)) & (WordClass.Preposition | WordClass.Determiner | WordClass.Conjunction | WordClass.Possessive)) == 0) return false;
        return true;
    }

    /// <summary>"Nine Lamps (1911)".</summary>
    private static bool HasYear(Words words, NamePart part) =>
        part.End + 2 < words.Count && words.Is(part.End, "(") && words.Is(part.End + 2, ")") && NameJoins.IsYear(words, part.End + 1);

    /// <summary>"Tamsin, Lostria, 4 June": not behind a person, who would be one of a row.</summary>
    private static bool IsBeforePlace(Words words, NamePart part, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        if (part.End + 1 >= words.Count || !words.Is(part.End, ",")) return false;
        if (!named.Exists(n => n.Part.First == part.End + 1 && n is { Kind: EntityKind.Place, Rule: "name.lexicon" } && (IsLast(words, n.Part) || (words.IsMark(n.Part.End) && !words.Is(n.Part.End, "'s"))))) return false;
        return part.First < 2 || !words.Is(part.First - 1, ",") || !named.Exists(n => n.Part.End == part.First - 1 && n.Kind == EntityKind.Person);
    }

    private static bool IsLast(Words words, NamePart part) => part.End >= words.Count || words.SentenceOf(part.End) != words.SentenceOf(part.First);
}
