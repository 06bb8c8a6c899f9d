namespace Dateline.Language;

/// <summary>Cuts what stands in one written word but is two in the grammar: "doesn't", "agency's", "cannot", "5pm".</summary>
internal static class Clitics
{
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02bc';

    /// <summary>Adds the token or tokens of [start, end), which holds a word.</summary>
    public static void Split(string text, int start, int end, List<TextSpan> tokens)
    {
        var cut = Cut(text.AsSpan(start, end - start));
        if (cut <= 0)
        {
            tokens.Add(new TextSpan(start, end));
            return;
        }

        Split(text, start, start + cut, tokens);
        tokens.Add(new TextSpan(start + cut, end));
    }

    private static int Cut(ReadOnlySpan<char> word)
    {
        if (Same(word, "cannot") || Same(word, "gonna") || Same(word, "gotta") || Same(word, "wanna")) return 3;
        if (word.Length >= 4 && IsApostrophe(word[^2]) && word[^1] is 't' or 'T' && word[^3] is 'n' or 'N') return word.Length - 3;
        if (SentenceWords.IsContraction(word)) return word.Length - 2;
        if (word.Length >= 3 && IsApostrophe(word[^2]) && word[^1] is 's' or 'm' or 'd' or 'S' or 'M' or 'D' && !char.IsAsciiDigit(word[^3])) return word.Length - 2;
        if (word.Length >= 4 && IsApostrophe(word[^3]) && (Same(word[^2..], "re") || Same(word[^2..], "ve") || Same(word[^2..], "ll"))) return word.Length - 3;
        return Unit(word);
    }

    private static int Unit(ReadOnlySpan<char> word)
    {
        if (!char.IsAsciiDigit(word[0])) return 0;
        var figure = 1;
        while (figure < word.Length && (char.IsAsciiDigit(word[figure]) || word[figure] is ',' or '.' or ':' or '/')) figure++;
        return figure < word.Length && char.IsAsciiDigit(word[figure - 1]) && SentenceWords.IsUnit(word[figure..].TrimEnd('.')) ? figure : 0;
    }

    private static bool Same(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
