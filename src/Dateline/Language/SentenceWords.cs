namespace Dateline.Language;

/// <summary>The word lists of lexicon/sentence-words.tsv, looked up without regard to case.</summary>
internal static class SentenceWords
{
    private static readonly Lazy<Dictionary<string, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>>> Lists = new(Load);

    /// <summary>Opens a sentence where it stands capitalised after an abbreviation.</summary>
    public static bool IsOpener(ReadOnlySpan<char> word) => Lists.Value["opener"].Contains(word);

    /// <summary>A verb of saying.</summary>
    public static bool IsSpeech(ReadOnlySpan<char> word) => Lists.Value["speech"].Contains(word);

    /// <summary>Stays with the hyphen and the word behind it: "anti-corruption".</summary>
    public static bool IsPrefix(ReadOnlySpan<char> word) => Lists.Value["prefix"].Contains(word);

    /// <summary>Is cut off the figure before it: "5pm".</summary>
    public static bool IsUnit(ReadOnlySpan<char> word) => Lists.Value["unit"].Contains(word);

    /// <summary>Is written without its apostrophe: "dont".</summary>
    public static bool IsContraction(ReadOnlySpan<char> word) => Lists.Value["contraction"].Contains(word);

    private static Dictionary<string, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> Load()
    {
        var lists = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var row in Resources.Rows("lexicon/sentence-words.tsv"))
        {
            if (!lists.TryGetValue(row[1], out var list)) lists.Add(row[1], list = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
            list.Add(row[0]);
        }

        return lists.ToDictionary(l => l.Key, l => l.Value.GetAlternateLookup<ReadOnlySpan<char>>(), StringComparer.Ordinal);
    }
}
