using System.Collections.Frozen;

namespace Dateline.Language;

/// <summary>Which open part of speech alone a word can have, by <c>lexicon/one-class-words.tsv</c>: "to intervene" is a verb and "loyalists" is a noun, however seldom a treebank has them.</summary>
internal static class OneClassWords
{
    private const int ShortestStem = 3; // letters

    private static readonly Lazy<FrozenDictionary<string, string>> Classes = new(() => Resources.Rows("lexicon/one-class-words.tsv").ToFrozenDictionary(r => r[0], r => r[1] == "verb" ? "VERB" : "NOUN", StringComparer.Ordinal));

    /// <param name="word">In lower case as it stands in the text; a capital may begin a name.</param>
    /// <returns>"VERB", "NOUN" or null. Of inflected forms only those in -s are known: participles are adjectives, too, and gerunds nouns.</returns>
    public static string? Of(ReadOnlySpan<char> word)
    {
        var known = Classes.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        if (word.ContainsAnyExceptInRange('a', 'z')) return null;
        if (known.TryGetValue(word, out var own)) return own;
        if (word.Length <= ShortestStem || word[^1] != 's') return null;
        if (known.TryGetValue(word[..^1], out var stem)) return stem;
        if (!word.EndsWith("es", StringComparison.Ordinal)) return null;
        if (known.TryGetValue(word[..^2], out stem)) return stem;
        return word.EndsWith("ies", StringComparison.Ordinal) && known.TryGetValue(string.Concat(word[..^3], "y"), out stem) ? stem : null;
    }
}
