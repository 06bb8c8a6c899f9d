namespace Dateline.Language;

/// <summary>How an abbreviation stands to the end of a sentence. The rows of lexicon/abbreviations.tsv say what each kind means.</summary>
internal enum AbbreviationKind
{
    None,
    Title,
    Number,
    Month,
    Latin,
    Word,

    /// <summary>A capital letter with a full stop: "J.".</summary>
    Initial,
}

/// <summary>Words that keep their full stop, from the lexicon and by their shape ("U.S.", "J.").</summary>
internal static class Abbreviations
{
    private static readonly Lazy<Dictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>>> Lexicon = new(Load);

    /// <param name="word">With its full stop.</param>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || word[^1] != '.') return AbbreviationKind.None;
        if (Lexicon.Value.TryGetValue(word, out var kind)) return kind;
        if (word.Length is > 2 and < 8 && !word[1..^1].ContainsAnyExceptInRange('A', 'Z') && Lexicon.Value.TryGetValue(Capitalised(word, stackalloc char[word.Length]), out kind)) return kind;
        if (word.Length == 2) return char.IsUpper(word[0]) ? AbbreviationKind.Initial : AbbreviationKind.None;
        return LettersWithStops(word) ? AbbreviationKind.Word : AbbreviationKind.None;
    }

    /// <summary>"GEN." as "Gen."</summary>
    private static ReadOnlySpan<char> Capitalised(ReadOnlySpan<char> word, Span<char> buffer)
    {
        word.ToLowerInvariant(buffer);
        buffer[0] = word[0];
        return buffer;
    }

    private static bool LettersWithStops(ReadOnlySpan<char> word)
    {
        if (word.Length < 4 || word.Length % 2 != 0) return false;
        for (var i = 0; i < word.Length; i += 2)
        {
            if (!char.IsLetter(word[i]) || word[i + 1] != '.') return false;
        }

        return true;
    }

    private static Dictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        var kinds = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        foreach (var row in Resources.Rows("lexicon/abbreviations.tsv"))
        {
            kinds.Add(row[0], row[1] switch
            {
                "title" => AbbreviationKind.Title,
                "number" => AbbreviationKind.Number,
                "month" => AbbreviationKind.Month,
                "latin" => AbbreviationKind.Latin,
                "word" => AbbreviationKind.Word,
                _ => throw new InvalidOperationException($"Unknown kind '{row[1]}' in lexicon/abbreviations.tsv."),
            });
        }

        return kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
