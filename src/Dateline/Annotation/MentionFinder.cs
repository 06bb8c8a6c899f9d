using System.Collections.Immutable;
using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>Names, and whom they name within the page. Mentions do not overlap.</summary>
internal static class MentionFinder
{
    public static ImmutableArray<Mention> Find(Analysis analysis)
    {
        var words = new Words(analysis);
        var (page, named) = ByRules(words);
        var features = new NameFeatures(words, named);
        var merged = Settle(features, named, NameTagger.Default.Tag(features));
        foreach (var (part, kind, _) in merged) page.Learn(words, WithoutArticle(words, part), kind);
        return [.. merged.Select(n => new Mention(words.Cover(n.Part.First, n.Part.End), n.Kind, page.Canonical(words, WithoutArticle(words, n.Part), n.Kind), n.Rule))];
    }

    /// <summary>What rules and tagger found, made one, with what the whole page says of it.</summary>
    public static List<(NamePart Part, EntityKind Kind, string Rule)> Settle(NameFeatures features, List<(NamePart Part, EntityKind Kind, string Rule)> ruled, List<TaggedName> tagged)
    {
        var words = features.Words;
        var things = tagged.FindAll(t => t.Type == NameType.Thing);
        var merged = NameMerger.Merge(words, ruled, [.. tagged.Select(n => WithoutTitle(words, WithOrdinal(words, OverHyphen(words, n, ruled), ruled))).OfType<TaggedName>()]);
        ListedNames.Settle(features, merged, things);
        NameSeries.Settle(words, merged);
        NameSurroundings.Settle(words, merged);
        NameEchoes.Add(words, merged, things);
        WithArticle(words, merged);
        return merged;
    }

    /// <summary>"Ban Ki-moon": where the tagger ends a name before a hyphen and a rule goes on, the rule is right.</summary>
    private static TaggedName OverHyphen(Words words, TaggedName name, List<(NamePart Part, EntityKind Kind, string Rule)> ruled)
    {
        if (name.End >= words.Count || !words.Is(name.End, "-")) return name;
        foreach (var (part, kind, _) in ruled)
            if (part.First <= name.First && part.End > name.End && NameMerger.TypeOf(kind) == name.Type) return name with { End = part.End };
        return name;
    }

    /// <summary>"as of April Lostria exports grain", "told Ostmark News Tuesday": a month or day is no part of what the lexicons know beside it.</summary>
    private static TaggedName WithoutDate(Words words, TaggedName name)
    {
        if (name.End - name.First < 2) return name;
        if (NameKinds.IsCalendar(words.Lower(name.First)) && IsKnown(name.First + 1, name.End)) return name with { First = name.First + 1 };
        return NameKinds.IsCalendar(words.Lower(name.End - 1)) && IsKnown(name.First, name.End - 1) ? name with { End = name.End - 1 } : name;

        bool IsKnown(int first, int end) => Gazetteer.Find(words.Cover(first, end).Slice(words.Text)) is not null;
    }

    /// <summary>"the Tamsin region" is called Tamsin.</summary>
    private static TaggedName WithoutNoun(Words words, TaggedName name)
    {
        var last = words.Lower(name.End - 1);
        var isNoun = name.Type == NameType.Place && name.End - name.First > 1 && !words.IsCapital(name.End - 1) && (WordClasses.IsHead(last, "place") || last is "area");
        return isNoun && words.IsCapital(name.End - 2) ? name with { End = name.End - 1 } : name;
    }

    /// <summary>"in The Ostmark Gazette": a capital article inside of a sentence is part of a body's name.</summary>
    private static void WithArticle(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        for (var n = 0; n < named.Count; n++)
        {
            var (part, kind, rule) = named[n];
            var article = part.First - 1;
            if (article < 1 || NameMerger.TypeOf(kind) != NameType.Organisation || words.Span(article).Slice(words.Text) != "The" || words.IsOpeningOfSentence(article)) continue;
            var before = words.Lower(article - 1);
            if ((before == "," || char.IsLower(words.First(article - 1))) && !NameRuns.IsTitleCase(words, words.Sentences[words.SentenceOf(article)])) named[n] = (part with { First = article }, kind, rule);
        }
    }

    /// <summary>"47th Brigade": where the tagger leaves out the ordinal that a rule has, the rule is right.</summary>
    private static TaggedName WithOrdinal(Words words, TaggedName name, List<(NamePart Part, EntityKind Kind, string Rule)> ruled)
    {
        if (name.First == 0 || !NameJoins.IsOrdinal(words, name.First - 1)) return name;
        foreach (var (part, kind, _) in ruled)
            if (part.First == name.First - 1 && NameMerger.TypeOf(kind) == name.Type) return name with { First = part.First };
        return name;
    }

    /// <summary>"President Ada Lune" and "Lostrian President Ada Lune" are called Ada Lune: the words of office before a person, and those before them, are not the name. Null where there is nothing else.</summary>
    public static TaggedName? WithoutTitle(Words words, TaggedName name)
    {
        name = WithoutNoun(words, WithoutDate(words, name));
        if (name.Type != NameType.Person) return name;
        for (var i = name.First + 1; i < name.End; i++)
            if (NameParts.TitleAt(words, i, name.End, out var tail) is not null && i + tail == name.End && Gazetteer.Find(words.Cover(name.First, i).Slice(words.Text)) is { Kind: not EntityKind.Person }) return null; // "the Lostria Chief Minister"

        var first = NameParts.InnerTitle(words, name.First, name.End) is var inner and > 0 ? inner : name.First;
        while (first < name.End && NameParts.TitleAt(words, first, name.End, out var length) is not null) first += length;
        if (name.End - first == 1 && (WordClasses.Of(words.Lower(first)) & (WordClass.Pronoun | WordClass.Determiner | WordClass.Subordinator)) != 0) return null; // "Doctor Who"
        return first < name.End && (words.IsCapital(first) || WordClasses.Of(words.Lower(first)) == WordClass.None || NameRuns.IsParticle(words.Lower(first))) ? name with { First = first } : null; // "the Minister of Fisheries" is nobody's name
    }

    private static NamePart WithoutArticle(Words words, NamePart part) => part.Length > 1 && words.Is(part.First, "the") && part.Known is null ? part with { First = part.First + 1 } : part;

    /// <summary>What the page tells outright that an open name is.</summary>
    private static EntityKind? ToldKind(Words words, NamePart part)
    {
        if ((part.Length > 1 || words.Tag(part.First) == "PROPN") && NameCalls.Told(words, part) is (EntityKind.Organisation or EntityKind.Place or EntityKind.Other or EntityKind.Facility) and var called) return called;
        return part.Length > 1 ? NameCalls.Before(words, part) : null;
    }

    /// <summary>The names that lexicons and rules find.</summary>
    public static (PageNames Page, List<(NamePart Part, EntityKind Kind, string Rule)> Named) ByRules(Words words)
    {
        var page = new PageNames(words);
        var parts = new List<NamePart>();
        foreach (var run in NameRuns.Find(words)) NameParts.Cut(words, run, parts);
        NameJoins.Join(words, parts);
        var named = new List<(NamePart Part, EntityKind Kind, string Rule)>();
        var open = new List<NamePart>();
        foreach (var part in parts)
        {
            if (NameKinds.Sure(words, part) is { } kind)
            {
                page.Learn(words, part, kind.Kind);
                named.Add((part, kind.Kind, kind.Rule));
            }
            else open.Add(part);
        }

        page.LearnAcronyms(words, named);
        var told = open.ConvertAll(part => ToldKind(words, part)); // of all names, before any is guessed: where on the page it is told does not matter
        for (var n = 0; n < open.Count; n++)
            if (told[n] is { } called) page.Learn(words, open[n], called);
        for (var n = 0; n < open.Count; n++)
        {
            var part = open[n];
            if (told[n] is { } called) named.Add((part, called, "name.called"));
            else if (page.KindOf(words, part) is { } known) named.Add((part, known, "name.page"));
            else if (NameKinds.Likely(words, part, page) is { } likely)
            {
                page.Learn(words, part, likely.Kind);
                named.Add((part, likely.Kind, likely.Rule));
            }
        }

        return (page, named);
    }
}
