namespace Dateline.Annotation;

/// <summary>What one page tells of its names: full names, surnames that stand for them, acronyms that it defines.</summary>
internal sealed class PageNames
{
    private readonly Dictionary<string, string> fullBySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityKind> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> nameByAcronym = new(StringComparer.Ordinal);
    private readonly HashSet<string> inside = new(StringComparer.Ordinal);

    public PageNames(Words words)
    {
        for (var i = 0; i < words.Count; i++)
            if (words.IsWord(i) && words.IsCapital(i) && !words.IsOpeningOfSentence(i) && !words.IsMark(i - 1) && !NameRuns.IsTitleCase(words, words.Sentences[words.SentenceOf(i)])) inside.Add(words.Span(i).Slice(words.Text));
    }

    /// <summary>True where the word stands capitalised inside a sentence of the page.</summary>
    public bool SeenInside(string word) => inside.Contains(word);

    public void Learn(Words words, NamePart part, EntityKind kind)
    {
        var text = part.Text(words);
        kinds.TryAdd(text, kind);
        if (kind == EntityKind.Outlet && part.Length > 1 && part.Known is null && WordClasses.IsHead(words.Lower(part.End - 1), "outlet"))
        {
            var last = words.Span(part.End - 1).Slice(words.Text); // "the Ostmark Gazette", later "the Gazette"
            kinds[last] = kind;
            nameByAcronym.TryAdd(last, EntityNames.Spelling(text));
        }

        if (part.Length > 1 && NameMerger.TypeOf(kind) == NameType.Organisation && NameJoins.IsOrdinal(words, part.First)) nameByAcronym.TryAdd(words.Span(part.First).Slice(words.Text), EntityNames.Spelling(text)); // "the 47th"
        if (part.Length > 1 && NameJoins.IsCompanyForm(words.Lower(part.End - 1)))
        {
            var stem = words.Cover(part.First, words.Is(part.End - 2, ",") && part.Length > 2 ? part.End - 2 : part.End - 1).Slice(words.Text); // "Naftor Ltd.", later "Naftor"
            foreach (var form in new[] { stem, Lowered(stem) })
            {
                kinds.TryAdd(form, kind);
                nameByAcronym.TryAdd(form, EntityNames.Spelling(text));
            }
        }

        if (kind == EntityKind.Person && part.Length > 1 && part.Known is null)
        {
            var surname = Surname(words, part);
            fullBySurname.TryAdd(Key(surname), EntityNames.Spelling(text));
            kinds.TryAdd(surname, EntityKind.Person);
            kinds.TryAdd(words.Span(part.End - 1).Slice(words.Text), EntityKind.Person);
        }
    }

    /// <summary>"National Intelligence Service (NIS)": what stands in brackets behind a name whose initials it has.</summary>
    public void LearnAcronyms(Words words, IEnumerable<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        foreach (var (part, kind, _) in named)
        {
            if (part.Length < 2 || part.End + 2 >= words.Count || !words.Is(part.End, "(") || !words.Is(part.End + 2, ")")) continue;
            var acronym = words.Span(part.End + 1).Slice(words.Text);
            var initials = string.Concat(Enumerable.Range(part.First, part.Length).Where(i => words.IsWord(i) && words.IsCapital(i)).Select(words.First));
            if (acronym.Length < 2 || !string.Equals(acronym, initials, StringComparison.Ordinal)) continue;
            nameByAcronym.TryAdd(acronym, Canonical(words, part, kind));
            kinds[acronym] = kind;
        }
    }

    /// <summary>The kind that the page has given the same name before, or its full name.</summary>
    public EntityKind? KindOf(Words words, NamePart part) =>
        kinds.TryGetValue(part.Text(words), out var kind) ? kind : part.Length == 1 && fullBySurname.ContainsKey(Key(part.Text(words))) ? EntityKind.Person : null;

    public string Canonical(Words words, NamePart part, EntityKind kind)
    {
        var text = part.Text(words);
        if (nameByAcronym.TryGetValue(text, out var defined)) return defined;
        if (kind == EntityKind.Person && fullBySurname.TryGetValue(Key(part.Length == 1 ? text : Surname(words, part)), out var full) && (part.Length == 1 || EntityNames.IsSamePerson(full, text))) return full;
        return part.Known is { } known && kind != EntityKind.Person ? known.Name : EntityNames.Spelling(text);
    }

    /// <summary>The full name that a surname stands for on this page, or null.</summary>
    public string? FullName(string surname) => fullBySurname.GetValueOrDefault(Key(surname));

    /// <summary>The last word with what belongs to it: "al-Assad", "van der Berg".</summary>
    private static string Surname(Words words, NamePart part)
    {
        var first = part.End - 1;
        if (words.Lower(first) is "jr." or "jr" or "sr." or "iii" or "ii" && first > part.First + 1) first--;
        while (first - 2 > part.First && words.Is(first - 1, "-")) first -= 2;
        while (first - 1 > part.First && words.Lower(first - 1) is "al" or "el" or "van" or "von" or "der" or "de" or "bin") first--;
        return words.Cover(first, part.End).Slice(words.Text);
    }

    /// <summary>"NAFTOR" as "Naftor".</summary>
    private static string Lowered(string name) => name.Length > 3 && !name.Any(char.IsLower) ? char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant() : name;

    private static string Key(string name) => EntityNames.Key(name);
}
