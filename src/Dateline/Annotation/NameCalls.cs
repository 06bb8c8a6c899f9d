namespace Dateline.Annotation;

/// <summary>What a page says in passing that a name is.</summary>
internal static class NameCalls
{
    private const int Near = 8; // words behind a name or a verb in which it is said what it is

    /// <summary>What the page says or shows that a name is: "Lune, a painter", "the band Sonora", and all that <see cref="Told"/> finds, of a part of the name, too.</summary>
    public static EntityKind? KindOf(Words words, NamePart part) =>
        Town(words, part) ?? Predicate(words, part, whole: false) ?? Below(words, part.End - 1, "appos") ?? Below(words, part.First, "appos") ?? Before(words, part);

    /// <summary>What the page says outright that a name is: "the town of Tamsin", "Sonora Bell are a band", "Tamsin has become a ghost town", "a band called Sonora", "Naftor was acquired".</summary>
    public static EntityKind? Told(Words words, NamePart part) => Town(words, part) ?? Work(words, part) ?? Predicate(words, part, whole: true) ?? Defined(words, part) ?? Named(words, part) ?? Fate(words, part);

    private static EntityKind? Town(Words words, NamePart part) =>
        part.First > 1 && words.Is(part.First - 1, "of") && words.SentenceOf(part.First - 2) == words.SentenceOf(part.First) && Of(words, part.First - 2) == EntityKind.Place ? EntityKind.Place : null;

    /// <summary>"because A Quiet Harbour was sold out": a capital article inside of a sentence opens a title.</summary>
    private static EntityKind? Work(Words words, NamePart part) =>
        part.First > 1 && words.Span(part.First - 1).Slice(words.Text) is "A" or "An" && !words.IsOpeningOfSentence(part.First - 1) && !words.IsMark(part.First - 2) && !NameRuns.IsTitleCase(words, words.Sentences[words.SentenceOf(part.First)]) ? EntityKind.Other : null;

    /// <param name="whole">Whether the subject must be the head of the whole name.</param>
    private static EntityKind? Predicate(Words words, NamePart part, bool whole)
    {
        var tokens = words.Analysis.Tokens;
        for (var i = part.First; i < part.End; i++)
        {
            var (head, relation) = (tokens[i].Head, tokens[i].Relation);
            if (relation != "nsubj" || head < part.End || head >= words.Count || (whole && i > part.First && tokens[part.First].Head != i)) continue;
            var told = tokens[head].Lemma is "become" or "remain" ? Below(words, head, "xcomp") ?? Below(words, head, "obj") : IsPredicate(words, part.End, head) ? Of(words, head) : null;
            if (told is not null) return told;
        }

        return null;
    }

    /// <summary>A noun behind "is", not "is among a group", which is no word for what the name is.</summary>
    private static bool IsPredicate(Words words, int first, int head)
    {
        var hasCopula = false;
        for (var i = first; i < head; i++)
        {
            if (words.Analysis.Tokens[i].Head != head) continue;
            if (words.Analysis.Tokens[i].Relation == "case") return false;
            hasCopula |= words.Analysis.Tokens[i].Relation == "cop";
        }

        return hasCopula;
    }

    /// <summary>"was founded": true of bodies and towns, never of a person.</summary>
    public static bool IsFounded(Words words, NamePart part)
    {
        if (Fate(words, part) is not null) return true;
        var tokens = words.Analysis.Tokens;
        var (head, relation) = (tokens[part.End - 1].Head, tokens[part.End - 1].Relation);
        return relation == "nsubj:pass" && head >= part.End && head < words.Count && words.Lower(head) is "founded" or "established";
    }

    /// <summary>"Sonora are a loud brass / string band", "Tamsin, a fishing village,": the last noun of those behind the article, where the parse does not tell.</summary>
    private static EntityKind? Defined(Words words, NamePart part)
    {
        var article = part.End + 1;
        if (article + 1 >= words.Count || words.SentenceOf(article + 1) != words.SentenceOf(part.First)) return null;
        var apposed = words.Is(part.End, ",") && !NameKinds.IsCalendar(words.Lower(part.End - 1)) && words.Lower(article) is "a" or "an" or "the" or "his" or "her" or "its" or "their";
        if (!apposed && (words.Lower(part.End) is not ("is" or "are" or "was" or "were") || words.Lower(article) is not ("a" or "an" or "the"))) return null;
        var noun = -1;
        for (var i = article + 1; i < words.Count && i < article + 2 + Near && words.SentenceOf(i) == words.SentenceOf(part.First); i++)
        {
            if (words.Tag(i) == "NOUN") noun = i;
            else if (noun == i - 1 && words.Is(i, "'s")) noun = -1; // "the company's head"
            else if (!(words.Tag(i) is "ADJ" or "PROPN" or "NUM" or "ADV" || words.Is(i, "-") || words.Is(i, "/") || (noun < 0 && (words.Is(i, ",") || words.Is(i, "and"))))) break;
        }

        if (noun < 0) return null;
        var after = noun + 1;
        if (apposed && after < words.Count && words.SentenceOf(after) == words.SentenceOf(noun) && !(words.IsMark(after) || words.Tag(after) is "ADP" || words.Lower(after) is "that" or "who" or "which" or "where" or "based" or "founded")) return null; // "In May, the band began"
        return Of(words, noun);
    }

    /// <summary>"a band called Sonora".</summary>
    private static EntityKind? Named(Words words, NamePart part)
    {
        var at = part.First - 1;
        if (at > 0 && words.Lower(at) is "\"" or "“" or "'" or "‘") at--;
        if (at > 1 && words.Is(at, "as") && words.Is(at - 1, "known")) at--;
        if (at < 1 || words.SentenceOf(at - 1) != words.SentenceOf(part.First) || words.Lower(at) is not ("called" or "named" or "known" or "titled" or "entitled" or "dubbed")) return null;
        at--;
        while (at > 0 && words.Lower(at) is "is" or "was" or "which" or "that" or "," or "were" or "are" or "also") at--;
        return Of(words, at);
    }

    /// <summary>What befalls bodies and nobody else.</summary>
    private static EntityKind? Fate(Words words, NamePart part)
    {
        var tokens = words.Analysis.Tokens;
        for (var i = part.First; i < part.End; i++)
            if (tokens[i].Relation == "nsubj:pass" && tokens[i].Head >= part.End && tokens[i].Head < words.Count && tokens[tokens[i].Head].Lemma is "acquire" or "merge" or "incorporate" or "headquarter" or "privatise" or "privatize" or "nationalise" or "nationalize" or "disband" or "dissolve" or "relaunch" or "delist") return EntityKind.Organisation;
        return null;
    }

    /// <summary>"the blogger Ethar El-Lune", "the band Sonora": the noun before the name, where the parse joins them.</summary>
    public static EntityKind? Before(Words words, NamePart part)
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

    /// <summary>What a noun calls a name; <see cref="EntityKind.Other"/> where it is no person, body or place, null where the noun does not tell.</summary>
    public static EntityKind? Of(Words words, int token)
    {
        if (words.Tag(token) != "NOUN" || words.IsCapital(token)) return null;
        var lemma = words.Analysis.Tokens[token].Lemma;
        if (WordClasses.IsHead(lemma, "place") || lemma is "capital" or "settlement" or "enclave" or "neighbourhood" or "neighborhood" or "port") return EntityKind.Place;
        if (lemma == "station") return token > 0 && words.Lower(token - 1) is "radio" or "television" or "tv" or "news" ? EntityKind.Organisation : null; // of trains, of power, of the police
        if (WordClasses.IsHead(lemma, "fac") || lemma is "halt" or "track" or "venue" or "circuit" or "attraction" or "landmark" or "resort") return EntityKind.Facility;
        if (WordClasses.IsHead(lemma, "org") || WordClasses.IsHead(lemma, "called")) return EntityKind.Organisation;
        if (WordClasses.IsHead(lemma, "told") || WordClasses.IsHead(lemma, "event")) return EntityKind.Other;
        return WordClasses.TitleKind(lemma) is not null ? EntityKind.Person : null;
    }
}
