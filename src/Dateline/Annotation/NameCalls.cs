namespace Dateline.Annotation;

/// <summary>What a page says in passing that a name is.</summary>
internal static class NameCalls
{
    private const int Near = 8; // words behind a name or a verb in which it is said what it is

    /// <summary>What the page says or shows that a name is: "Lune, a painter", "the band Sonora", and all that <see cref="Told"/> finds, of a part of the name, too.</summary>
    public static EntityKind? KindOf(Words words, NamePart part) =>
        Town(words, part) ?? Predicate(words, part, whole: false) ?? Below(words, part.End - 1, "appos") ?? Below(words, part.First, "appos") ?? Before(words, part);

    /// <summary>What the page says outright that a name is: "the town of Tamsin", "Sonora Bell are a band", "Tamsin has become a ghost town", "Naftor was acquired".</summary>
    public static EntityKind? Told(Words words, NamePart part) => Town(words, part) ?? Predicate(words, part, whole: true) ?? Fate(words, part);

    /// <summary>"the blogger Ethar El-Lune": what stands before the name calls it a person.</summary>
    public static bool IsTitled(Words words, NamePart part) => Before(words, part) == EntityKind.Person;

    private static EntityKind? Town(Words words, NamePart part) =>
        part.First > 1 && words.Is(part.First - 1, "of") && words.SentenceOf(part.First - 2) == words.SentenceOf(part.First) && Of(words, part.First - 2) == EntityKind.Place ? EntityKind.Place : null;

    /// <param name="whole">Whether the subject must be the head of the whole name.</param>
    private static EntityKind? Predicate(Words words, NamePart part, bool whole)
    {
        var tokens = words.Analysis.Tokens;
        for (var i = part.First; i < part.End; i++)
        {
            var (head, relation) = (tokens[i].Head, tokens[i].Relation);
            if (relation != "nsubj" || head < part.End || head >= words.Count || (whole && i > part.First && tokens[part.First].Head != i)) continue;
            if ((tokens[head].Lemma is "become" or "remain" ? Below(words, head, "xcomp") ?? Below(words, head, "obj") : Of(words, head)) is { } told) return told;
        }

        return null;
    }

    /// <summary>What befalls bodies and nobody else.</summary>
    private static EntityKind? Fate(Words words, NamePart part)
    {
        var tokens = words.Analysis.Tokens;
        for (var i = part.First; i < part.End; i++)
            if (tokens[i].Relation == "nsubj:pass" && tokens[i].Head >= part.End && tokens[i].Head < words.Count && tokens[tokens[i].Head].Lemma is "acquire" or "merge" or "incorporate" or "headquarter" or "privatise" or "privatize" or "nationalise" or "nationalize" or "disband" or "dissolve" or "relaunch" or "delist") return EntityKind.Organisation;
        return null;
    }

    private static EntityKind? Before(Words words, NamePart part)
    {
        var tokens = words.Analysis.Tokens;
        var noun = part.First - 1;
        if (noun < 0 || words.SentenceOf(noun) != words.SentenceOf(part.First)) return null;
        for (var i = part.First; i < part.End; i++)
            if (tokens[i].Head == noun && tokens[i].Relation is "appos" or "flat" or "compound" or "nmod") return Of(words, noun);
        return tokens[noun].Head >= part.First && tokens[noun].Head < part.End && tokens[noun].Relation is "compound" or "nmod" ? Of(words, noun) : null;
    }

    private static EntityKind? Below(Words words, int head, string relation)
    {
        var tokens = words.Analysis.Tokens;
        for (var k = head + 1; k < Math.Min(words.Count, head + Near); k++)
            if (tokens[k].Head == head && tokens[k].Relation == relation) return Of(words, k);
        return null;
    }

    private static EntityKind? Of(Words words, int token)
    {
        if (words.Tag(token) != "NOUN" || words.IsCapital(token)) return null;
        var lemma = words.Analysis.Tokens[token].Lemma;
        if (WordClasses.IsHead(lemma, "place") || lemma is "capital" or "settlement" or "enclave" or "neighbourhood" or "neighborhood" or "port") return EntityKind.Place;
        if (WordClasses.IsHead(lemma, "org") || WordClasses.IsHead(lemma, "called")) return EntityKind.Organisation;
        return WordClasses.TitleKind(lemma) is not null ? EntityKind.Person : null;
    }
}
