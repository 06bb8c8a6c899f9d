using System.Text;

namespace Dateline.Annotation;

/// <summary>One canonical name for the many ways to write or to circumscribe who acts: "Pyongyang" and "North Korea's government" are "North Korea".</summary>
internal static class EntityNames
{
    private static readonly string[] GovernmentWords = ["government", "authorities", "regime", "officials", "leadership", "administration", "state"];
    // a table, since the runtime without its globalization data takes no letter apart from its mark
    private static readonly Lazy<Dictionary<char, string>> PlainLetters = new(() => Resources.Rows("lexicon/plain-letters.tsv").SelectMany(row => row[1].Select(letter => (letter, Plain: row[0]))).ToDictionary(l => l.letter, l => l.Plain));

    private static readonly string[] Transliterated = ["skyy", "skiy", "skyi", "skii", "skij"];

    /// <summary>The canonical name of who a noun phrase names when it speaks or acts; null where no lexicon knows it.</summary>
    /// <param name="phrase">As it stands in the text, with or without article: "the Kremlin", "Seoul's spy agency".</param>
    public static string? Canonical(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var name = Bare(phrase);
        if (Gazetteer.Find(name) is { } known) return known.Kind == EntityKind.Demonym ? null : known is { Speaks: true, Country.Length: > 0 } && !IsSeatOfItsOwn(known) ? known.Country : known.Name;
        var space = name.IndexOf("'s ", StringComparison.Ordinal);
        var owner = space > 0 ? name[..space] : null;
        var rest = space > 0 ? name[(space + 3)..] : null;
        if (owner is null && LeadingCountry(name) is var (country, tail)) (owner, rest) = (country, tail);
        if (owner is null || rest is null || Gazetteer.Find(owner) is not { Country.Length: > 0 } of) return null;
        if (GovernmentWords.Contains(rest, StringComparer.OrdinalIgnoreCase) && !rest.Equals("officials", StringComparison.OrdinalIgnoreCase)) return of.Country;
        if (rest.ToLowerInvariant() is "spy agency" or "intelligence service" or "intelligence agency" or "intelligence" or "national intelligence service" or "national intelligence agency" or "main spy agency")
            return Gazetteer.InRole(of.Country, "spy agency");
        return Gazetteer.Find(rest) is { } body && body.Kind is not (EntityKind.Place or EntityKind.Demonym or EntityKind.Person) ? body.Name : null;
    }

    /// <summary>The name with its spelling settled, where one name is written in several ways: "Zelenskyy" and "Zelenskiy" end in "sky", "Jong-un" is "Jong Un".</summary>
    public static string Spelling(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Replace('’', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var ending in Transliterated)
                if (words[i].EndsWith(ending, StringComparison.Ordinal)) words[i] = words[i][..^ending.Length] + "sky";
            var hyphen = words[i].IndexOf('-', StringComparison.Ordinal);
            if (i > 0 && hyphen > 0 && hyphen + 1 < words[i].Length && char.IsLower(words[i][hyphen + 1]) && char.IsUpper(words[i][0])) words[i] = words[i][..hyphen] + " " + char.ToUpperInvariant(words[i][hyphen + 1]) + words[i][(hyphen + 2)..];
        }

        return string.Join(' ', words);
    }

    /// <summary>What two spellings of one name share: lower case, accents and marks left out.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = new StringBuilder(name.Length);
        foreach (var c in Spelling(name))
            if (PlainLetters.Value.TryGetValue(char.ToLowerInvariant(c), out var plain)) key.Append(plain);
            else if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
            else if (c is ' ' or '-' && key.Length > 0 && key[^1] != ' ') key.Append(' ');
        var words = key.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 ? string.Join(' ', words.Where(w => w is not ("al" or "el"))) : key.ToString().Trim();
    }

    /// <summary>True where two full names can be one person's: same last word, and no first names that exclude each other.</summary>
    public static bool IsSamePerson(string a, string b)
    {
        string[] left = Key(a).Split(' '), right = Key(b).Split(' ');
        if (left[^1] != right[^1]) return false;
        if (left.Length == 1 || right.Length == 1) return true;
        return left[0][0] == right[0][0] && (left[0] == right[0] || left[0].Length == 1 || right[0].Length == 1 || left[0].StartsWith(right[0], StringComparison.Ordinal) || right[0].StartsWith(left[0], StringComparison.Ordinal));
    }

    private static bool IsSeatOfItsOwn(KnownName known) => known.Kind == EntityKind.GovernmentBody && known.Name is not "Kremlin";

    private static (string? Country, string? Tail) LeadingCountry(string name)
    {
        for (var space = name.LastIndexOf(' '); space > 0; space = name.LastIndexOf(' ', space - 1))
            if (Gazetteer.Find(name.AsSpan(0, space)) is { Country.Length: > 0 } known) return (known.Name, name[(space + 1)..]);
        return (null, null);
    }

    private static string Bare(string phrase)
    {
        var name = phrase.Replace('’', '\'').Trim();
        foreach (var article in (string[])["the ", "The ", "a ", "A ", "an ", "An "])
            if (name.StartsWith(article, StringComparison.Ordinal)) name = name[article.Length..];
        return name;
    }
}
