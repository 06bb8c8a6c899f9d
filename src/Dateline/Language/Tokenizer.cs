namespace Dateline.Language;

/// <summary>
/// Cuts a line into tokens as the English Web Treebank does: clitics, hyphens and slashes apart, abbreviations with their full stop, figures and addresses whole.
/// Every character that is not white space lies in exactly one token.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Adds the tokens of <paramref name="line"/> in order.</summary>
    public static void Tokenize(string text, TextSpan line, List<TextSpan> tokens)
    {
        for (var at = line.Start; at < line.End;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < line.End && !char.IsWhiteSpace(text[end])) end++;
            Chunk(text, at, end, line.End, tokens);
            at = end;
        }
    }

    private static void Chunk(string text, int start, int end, int lineEnd, List<TextSpan> tokens)
    {
        for (var at = start; at < end;)
        {
            var length = Addresses.LengthAt(text.AsSpan(at, end - at));
            if (length == 0) length = IsWordCharacter(text, at, end) ? Word(text, start, at, end, lineEnd) : Marks(text, at, end);
            if (IsWordCharacter(text, at, end) && length > 1) Clitics.Split(text, at, at + length, tokens);
            else tokens.Add(new TextSpan(at, at + length));
            at += length;
        }
    }

    /// <summary>Letters, digits, their marks, and an apostrophe that opens a shortened word ("'em", "'72").</summary>
    private static bool IsWordCharacter(string text, int at, int end)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c) || IsMark(c)) return true;
        if (!Clitics.IsApostrophe(c) || (at > 0 && !char.IsWhiteSpace(text[at - 1]))) return false;
        var rest = text.AsSpan(at + 1, end - at - 1);
        return rest.StartsWith("em", StringComparison.OrdinalIgnoreCase) && (rest.Length == 2 || !char.IsLetter(rest[2]))
            || (rest.Length >= 2 && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1]) && (rest.Length == 2 || rest[2] == 's' || !char.IsLetterOrDigit(rest[2])));
    }

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.Format;

    private static int Word(string text, int start, int at, int end, int lineEnd)
    {
        var to = at + 1;
        while (to < end && (IsInner(text, to) || Joins(text, at, to, end))) to++;
        if (to < end && text[to] == '.' && KeepsStop(text, start, at, to, end, lineEnd)) to++;
        return to - at;
    }

    private static bool IsInner(string text, int at) => char.IsLetterOrDigit(text[at]) || text[at] == '_' || char.IsSurrogate(text[at]) || IsMark(text[at]);

    /// <summary>True where the mark at <paramref name="at"/> holds what stands before and behind it together.</summary>
    private static bool Joins(string text, int start, int at, int end)
    {
        if (at + 1 >= end) return false;
        char before = text[at - 1], mark = text[at], after = text[at + 1];
        bool digits = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
        switch (mark)
        {
            case ',':
                return digits && FigureLength(text, at + 1, end) == 3;
            case ':':
                return digits;
            case '/':
                return digits || (at - start == 1 && char.IsLetter(before) && char.IsLetter(after) && (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2])));
            case '.':
                return digits || LetterThenStop(text, start, at, end);
            case '-' or '\u2010' or '\u2011':
                return (digits && IsPhone(text, start, end)) || (char.IsLetter(after) && SentenceWords.IsPrefix(text.AsSpan(start, at - start)));
            case '&':
                return char.IsUpper(before) && char.IsUpper(after);
            default:
                return Clitics.IsApostrophe(mark) && char.IsLetterOrDigit(after) && char.IsLetterOrDigit(before);
        }
    }

    /// <summary>"U.S" in "U.S.", "Ph.D" in "Ph.D."; not "end.Next", where a space is missing.</summary>
    private static bool LetterThenStop(string text, int start, int at, int end)
    {
        if (!char.IsLetter(text[at - 1]) || !char.IsLetter(text[at + 1])) return false;
        if (at - 1 == start || text[at - 2] == '.')
        {
            if (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2])) return true;
        }

        var stop = text.AsSpan(at + 1, end - at - 1).IndexOf('.');
        return stop > 0 && Abbreviations.KindOf(text.AsSpan(start, at + stop + 2 - start)) != AbbreviationKind.None;
    }

    private static int FigureLength(string text, int at, int end)
    {
        var to = at;
        while (to < end && char.IsAsciiDigit(text[to])) to++;
        return to - at;
    }

    /// <summary>Groups of figures and hyphens that are a telephone number: the last group has four digits, the others at most three.</summary>
    private static bool IsPhone(string text, int start, int end)
    {
        int group = 0, groups = 0;
        for (var at = start; ; at++)
        {
            if (at < end && char.IsAsciiDigit(text[at]))
            {
                group++;
                continue;
            }

            groups++;
            if (at >= end || text[at] != '-') return groups > 1 && group == 4 && (at >= end || !char.IsLetterOrDigit(text[at]));
            if (group is 0 or > 3) return false;
            group = 0;
        }
    }

    private static bool KeepsStop(string text, int chunkStart, int start, int at, int end, int lineEnd)
    {
        var behind = at + 1;
        if (behind < end && text[behind] == '.') return false; // an ellipsis
        var kind = Abbreviations.KindOf(text.AsSpan(start, behind - start));
        var next = behind;
        while (next < lineEnd && char.IsWhiteSpace(text[next])) next++;
        return kind switch
        {
            AbbreviationKind.None => false,
            AbbreviationKind.Number => next < lineEnd && (char.IsAsciiDigit(text[next]) || text[next] == '#'),
            AbbreviationKind.Initial => next < lineEnd && (behind < end ? char.IsUpper(text[next]) || text[next] == ',' : char.IsUpper(text[next])) && (text[start] != 'I' || AfterName(text, chunkStart)),
            AbbreviationKind.Title => next < lineEnd,
            _ => true,
        };
    }

    /// <summary>True where the word before starts with a capital.</summary>
    private static bool AfterName(string text, int at)
    {
        while (at > 0 && text[at - 1] == ' ') at--;
        var start = at;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return start < at && char.IsUpper(text[start]);
    }

    private static int Marks(string text, int at, int end)
    {
        var c = text[at];
        if (c is ':' or ';' or '=' && Emoticon(text.AsSpan(at, end - at)) is var face and > 0) return face;
        if (c is '!' or '?') return Run(text, at, end, static (x, _) => x is '!' or '?');
        if (c is '.' or '-' or '*' or '=' or '<' or '>' or '~' or '#' or '+' or '_' or '`' or '\'' or '\u2014') return Run(text, at, end, static (x, first) => x == first);
        return 1;
    }

    /// <summary>":)", ";-)", "=(" at the end of a chunk.</summary>
    private static int Emoticon(ReadOnlySpan<char> chunk)
    {
        var length = chunk.Length > 1 && chunk[1] == '-' ? 3 : 2;
        return chunk.Length >= length && chunk[length - 1] is '(' or ')' && chunk[length..].IndexOfAnyExcept(".,!?") < 0 ? length : 0;
    }

    private static int Run(string text, int at, int end, Func<char, char, bool> belongs)
    {
        var to = at + 1;
        while (to < end && belongs(text[to], text[at])) to++;
        return to - at;
    }
}
