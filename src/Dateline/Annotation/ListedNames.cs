using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>Names that lists of our own have as one kind alone: where one of them stands by itself, it is that, whatever rules and tagger made of its words.</summary>
internal static class ListedNames
{
    private const string ByList = "name.listed";

    /// <param name="things">What the tagger takes for names of other things: no name stands inside of them.</param>
    public static void Settle(NameFeatures features, List<(NamePart Part, EntityKind Kind, string Rule)> named, List<TaggedName> things)
    {
        var words = features.Words;
        var persons = WordsOfPersons(words, named);
        foreach (var (part, kind) in NameLists.Find(words, features.Listed))
        {
            var meets = named.FindAll(n => n.Part.First < part.End && part.First < n.Part.End);
            if (meets is [var same] && same.Part.Length == part.Length && NameMerger.TypeOf(same.Kind) == NameMerger.TypeOf(kind)) continue;
            if (meets.Exists(m => m.Part.First < part.First || m.Part.End > part.End || m.Kind == EntityKind.Demonym) || things.Exists(t => t.First <= part.First && t.End >= part.End && t.End - t.First > part.Length)) continue;
            if (kind == EntityKind.Place && (!words.IsCapital(part.End - 1) || (meets.Count > 1 && !IsHyphened(words, part)))) continue; // "the Tamsin region" is called Tamsin; "Tamsin and Ulm" are two
            if (!StandsAlone(words, part) || (part.Length == 1 && !IsNoCommonWord(words, part.First, seen: meets.Count > 0, persons))) continue;
            foreach (var met in meets) named.Remove(met);
            named.Add((part, kind, ByList));
        }

        named.Sort((a, b) => a.Part.First.CompareTo(b.Part.First));
    }

    /// <summary>Whether a listed name of one word is one here: no noun at the start of a sentence, no person of the page.</summary>
    /// <param name="seen">Rules or tagger saw a name here, too.</param>
    private static bool IsNoCommonWord(Words words, int token, bool seen, HashSet<string> persons)
    {
        var name = words.Span(token).Slice(words.Text);
        if (persons.Contains(name) || Gazetteer.Find(name) is not null) return false;
        var plain = seen && !words.IsOpeningOfSentence(token) && !(token > 0 && words.Is(token - 1, "the"));
        if (!plain && NameKnowledge.Default.MeaningOf(FeatureHash.Of(words.Lower(token))).All != 0) return false;
        return seen || (!words.IsOpeningOfSentence(token) && words.Tag(token) == "PROPN" && WordClasses.Of(words.Lower(token)) == WordClass.None);
    }

    private static bool IsHyphened(Words words, NamePart part) => part.Text(words).Contains('-', StringComparison.Ordinal);

    /// <summary>No other capital beside it, outside of headlines.</summary>
    private static bool StandsAlone(Words words, NamePart part)
    {
        var sentence = words.SentenceOf(part.First);
        return !IsCapitalIn(part.End) && (!IsCapitalIn(part.First - 1) || words.IsOpeningOfSentence(part.First - 1)) && !NameRuns.IsTitleCase(words, words.Sentences[sentence]);

        bool IsCapitalIn(int token) => token >= 0 && token < words.Count && words.SentenceOf(token) == sentence && words.IsWord(token) && words.IsCapital(token);
    }

    private static HashSet<string> WordsOfPersons(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        var persons = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (part, kind, _) in named)
            if (kind == EntityKind.Person && part.Length > 1) for (var i = part.First; i < part.End; i++) persons.Add(words.Span(i).Slice(words.Text));
        return persons;
    }
}
