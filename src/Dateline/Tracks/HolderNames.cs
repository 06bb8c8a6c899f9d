using System.Collections.Frozen;
using Dateline.Annotation;

namespace Dateline.Tracks;

/// <summary>One name for a holder who is described in several ways: "Lorrane's health ministry", "the health minister" and "the Lorranian health ministry" speak as one.</summary>
internal sealed class HolderNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> SameNouns = new(() => Resources.Rows("lexicon/holders.tsv")
        .Where(r => r.Length > 1 && r[1].Length > 0).ToFrozenDictionary(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, string>> Adjectives = new(() => Resources.Rows("lexicon/countries.tsv")
        .Where(r => r.Length > 2 && r[2].Length > 0).ToFrozenDictionary(r => r[0], r => r[2].Split('|')[0], StringComparer.Ordinal));

    /// <summary>Bodies of which a state has one: without its nation, one is that of the story. Of officials and diplomats a story has many.</summary>
    private static readonly FrozenSet<string> Bodies = FrozenSet.ToFrozenSet(["ministry", "military", "army", "navy", "police", "television", "tv", "radio", "agency", "media", "parliament", "court", "intelligence"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, HashSet<string>> byTail = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="sources">The words by which the story's pages name their sources.</param>
    public HolderNames(IEnumerable<string> sources)
    {
        foreach (var name in sources.Select(Settled))
        {
            var space = name.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || Gazetteer.Find(name.AsSpan(0, space)) is not { Kind: EntityKind.Demonym }) continue;
            var tail = name[(space + 1)..];
            if (!Bodies.Contains(tail[(tail.LastIndexOf(' ') + 1)..])) continue;
            if (!byTail.TryGetValue(tail, out var full)) byTail[tail] = full = new HashSet<string>(StringComparer.Ordinal);
            full.Add(name);
        }
    }

    public string Of(string name)
    {
        if (name is "outlet" or "unnamed source") return name;
        var settled = Settled(name);
        return byTail.TryGetValue(settled, out var full) && full.Count == 1 ? full.First() : settled;
    }

    private static string Settled(string name)
    {
        if (EntityNames.Canonical(name) is { } known) return known;
        var words = Bare(name).Split(' ');
        if (words.Length < 2) return Lowered(string.Join(' ', words.Select(Same)));
        var owner = words[0].Replace('’', '\'');
        if (owner.EndsWith("'s", StringComparison.Ordinal) && Gazetteer.Find(owner.AsSpan(0, owner.Length - 2)) is { Country.Length: > 0, Kind: EntityKind.Place } nation && Adjectives.Value.TryGetValue(nation.Country, out var adjective)) words[0] = adjective;
        // an official "from" or "at" a body is one of it
        var of = Array.FindIndex(words, w => w is "from" or "at" or "with" or "of");
        if (of > 0 && of + 1 < words.Length && EntityNames.Canonical(string.Join(' ', words[(of + 1)..])) is { } body) words = [.. words[..of], "of", Gazetteer.Find(body) is { Kind: EntityKind.Place or EntityKind.Person } ? body : "the " + body];
        else if (words[^1] == "minister" && words[^2] is not ("prime" or "first" or "deputy" or "former")) words[^1] = "ministry"; // without a name it is the office that speaks
        return Lowered(string.Join(' ', words.Select((w, i) => i + 1 < words.Length && words[i + 1] == "of" || i + 1 == words.Length ? Same(w) : w)));
    }

    private static string Bare(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static string Same(string word) => SameNouns.Value.GetValueOrDefault(word, word);

    // "Residents" that begin a sentence are residents
    private static string Lowered(string name) =>
        name.Length > 1 && char.IsUpper(name[0]) && !name.Skip(1).Any(char.IsUpper) && Gazetteer.Find(name.Split(' ')[0]) is null && Holders.IsCommon(name) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
