namespace Dateline.Annotation;

/// <summary>Names in a row are what the noun before the row calls them: "bands such as Sonora and Tamsin" (Hearst, 1992).</summary>
internal static class NameSeries
{
    private const string ByNoun = "name.series";
    private const int Marks = 2; // between the noun and "such as", at most

    public static void Settle(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        if (words.Analysis.FineTags.IsDefaultOrEmpty) return;
        var starts = new Dictionary<int, int>();
        for (var n = 0; n < named.Count; n++) starts.TryAdd(named[n].Part.First, n);
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (Opening(words, i) is not (> 0 and var length) || KindBefore(words, i) is not { } kind) continue;
            for (var at = SkipArticle(words, i + length); starts.TryGetValue(at, out var n) && words.SentenceOf(at) == words.SentenceOf(i); at = Next(words, named[n].Part.End))
            {
                var (part, was, rule) = named[n];
                if (NameMerger.TypeOf(was) != NameMerger.TypeOf(kind) && !IsSure(was, rule, kind)) named[n] = (part, kind, ByNoun);
            }
        }
    }

    /// <summary>How many tokens open a row here; 0 where none does.</summary>
    private static int Opening(Words words, int i)
    {
        if (words.Is(i, "such") && words.Is(i + 1, "as")) return 2;
        return words.Is(i, "including") || (words.Is(i, "like") && words.Tag(i) is "ADP" or "SCONJ") ? 1 : 0;
    }

    /// <summary>What the plural before the row calls its names, where it is one kind alone: not "bands and artists". Persons are so often called what companies are ("makers") that they are left out.</summary>
    private static EntityKind? KindBefore(Words words, int opening)
    {
        var noun = opening - 1;
        while (noun > 0 && words.IsMark(noun)) noun--;
        if (noun < opening - 1 - Marks || words.SentenceOf(noun) != words.SentenceOf(opening) || words.Analysis.FineTags[noun] != "NNS" || NameCalls.Of(words, noun) is not { } kind || kind == EntityKind.Person) return null;
        if (noun > 1 && (words.Is(noun - 1, "and") || words.Is(noun - 1, "or")) && words.Tag(noun - 2) == "NOUN" && NameCalls.Of(words, noun - 2) != kind) return null;
        return kind;
    }

    /// <summary>The next item's first token, behind the separators; beyond the text where none stands there.</summary>
    private static int Next(Words words, int at)
    {
        var from = at;
        while (at < words.Count && words.Lower(at) is "," or "and" or "or" or "/" or ";" or "&") at++;
        return at == from ? words.Count : SkipArticle(words, at);
    }

    private static int SkipArticle(Words words, int at) => at + 1 < words.Count && words.Is(at, "the") ? at + 1 : at;

    private static bool IsSure(EntityKind was, string rule, EntityKind now) =>
        was == EntityKind.Demonym || rule is "name.lexicon" or "name.listed" or "name.title" or "name.nickname" || (now == EntityKind.Place && rule is "name.head" or "name.first-name");
}
