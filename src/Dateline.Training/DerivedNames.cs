using System.Text.Json;
using Dateline.Annotation;

namespace Dateline.Training;

/// <summary>Names after GUM's mentions: of each mention that holds a name the run of capitals that opens it, with the small words that join names of bodies and things. A name inside of another is none.</summary>
internal static class DerivedNames
{
    private const int LeastOfThing = 2; // capitals: single ones are as often a common noun

    /// <param name="starts">The token that starts at an offset of the corpus, and <paramref name="ends"/> the one that ends there.</param>
    public static IEnumerable<TaggedName> Of(Words words, JsonElement mentions, Dictionary<int, int> starts, Dictionary<int, int> ends)
    {
        var names = new List<TaggedName>();
        foreach (var mention in mentions.EnumerateArray())
        {
            if (!mention.GetProperty("named").GetBoolean() || mention.GetProperty("pron").GetBoolean()) continue;
            NameType? type = mention.GetProperty("etype").GetString() switch { "person" => NameType.Person, "organization" => NameType.Organisation, "place" => NameType.Place, "time" => null, _ => NameType.Thing };
            if (type is not { } kind || !starts.TryGetValue(mention.GetProperty("start").GetInt32(), out var first) || !ends.TryGetValue(mention.GetProperty("end").GetInt32(), out var last)) continue;
            if (Core(words, first, last + 1, kind) is { } name) names.Add(name);
        }

        var taken = new bool[words.Count];
        foreach (var name in names.OrderByDescending(n => n.End - n.First).ThenBy(n => n.First))
        {
            if (taken.AsSpan(name.First, name.End - name.First).Contains(true)) continue;
            Array.Fill(taken, true, name.First, name.End - name.First);
            yield return name;
        }
    }

    private static TaggedName? Core(Words words, int first, int end, NameType type)
    {
        while (first < end && (!words.IsWord(first) || !words.IsCapital(first) || (words.IsOpeningOfSentence(first) && WordClasses.Of(words.Lower(first)) != WordClass.None) || words.Is(first, "the") || words.Is(first, "a"))) first++;
        var stop = first;
        while (stop < end && words.SentenceOf(stop) == words.SentenceOf(first))
        {
            if ((words.IsWord(stop) && words.IsCapital(stop)) || (stop > first && words.IsNumber(stop) && type == NameType.Thing)) stop++;
            else if (stop > first && Joins(words, stop, end, type) is var step and > 0) stop += step;
            else break;
        }

        if (stop == first) return null;
        if (type == NameType.Thing && stop - first < LeastOfThing) return null;
        if (type == NameType.Person)
        {
            if (Gazetteer.Find(words.Cover(first, stop).Slice(words.Text)) is { Kind: EntityKind.Demonym }) return new TaggedName(first, stop, NameType.Thing);
            return MentionFinder.WithoutTitle(words, new TaggedName(first, stop, type));
        }

        return new TaggedName(first, stop, type);
    }

    /// <summary>How many tokens join the name to its next capital: a hyphen, "van", "of" behind the word of a body.</summary>
    private static int Joins(Words words, int at, int end, NameType type)
    {
        var joins = words.Is(at, "-") || words.Is(at, "&") || words.Is(at, "'s") || NameRuns.IsParticle(words.Lower(at))
            ? type != NameType.Person || !words.Is(at, "'s")
            : type != NameType.Person && words.Lower(at) is "of" or "for" or "and" or "in" or "on" or "to" && (type == NameType.Thing || !(words.Is(at, "and") || words.Is(at, "in") || words.Is(at, "on") || words.Is(at, "to")));
        if (!joins) return 0;
        var next = at + 1;
        if (next < end && words.Is(next, "the")) next++;
        return next < end && words.IsWord(next) && words.IsCapital(next) ? next - at : 0;
    }
}
