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
        var merged = Settle(words, named, NameTagger.Default.Tag(new NameFeatures(words, named)));
        foreach (var (part, kind, _) in merged) page.Learn(words, part, kind);
        return [.. merged.Select(n => new Mention(words.Cover(n.Part.First, n.Part.End), n.Kind, page.Canonical(words, n.Part, n.Kind), n.Rule))];
    }

    /// <summary>What rules and tagger found, made one, with what the whole page says of it.</summary>
    public static List<(NamePart Part, EntityKind Kind, string Rule)> Settle(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> ruled, List<TaggedName> tagged)
    {
        var merged = NameMerger.Merge(words, ruled, [.. tagged.Select(n => WithoutTitle(words, OverHyphen(words, n, ruled))).OfType<TaggedName>()]);
        NameEchoes.Add(words, merged);
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

    /// <summary>"President Ada Lune" and "Lostrian President Ada Lune" are called Ada Lune: the words of office before a person, and those before them, are not the name. Null where there is nothing else.</summary>
    private static TaggedName? WithoutTitle(Words words, TaggedName name)
    {
        if (name.Type != NameType.Person) return name;
        var first = NameParts.InnerTitle(words, name.First, name.End) is var inner and > 0 ? inner : name.First;
        while (first < name.End && NameParts.TitleAt(words, first, name.End, out var length) is not null) first += length;
        return first < name.End && (words.IsCapital(first) || WordClasses.Of(words.Lower(first)) == WordClass.None || NameRuns.IsParticle(words.Lower(first))) ? name with { First = first } : null; // "the Minister of Fisheries" is nobody's name
    }

    /// <summary>The names that lexicons and rules find.</summary>
    public static (PageNames Page, List<(NamePart Part, EntityKind Kind, string Rule)> Named) ByRules(Words words)
    {
        var page = new PageNames(words);
        var parts = new List<NamePart>();
        foreach (var run in NameRuns.Find(words)) NameParts.Cut(words, run, parts);
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
        foreach (var part in open)
        {
            if (page.KindOf(words, part) is { } known) named.Add((part, known, "name.page"));
            else if (NameKinds.Likely(words, part, page) is { } likely)
            {
                page.Learn(words, part, likely.Kind);
                named.Add((part, likely.Kind, likely.Rule));
            }
        }

        return (page, named);
    }
}
