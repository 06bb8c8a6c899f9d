using System.Runtime.InteropServices;

namespace Dateline.Language;

/// <summary>Finds where sentences end among the tokens of one block.</summary>
internal static class SentenceSplitter
{
    private const int SpeechWindow = 5; // tokens behind a quoted question in which a verb of saying keeps the sentence open

    /// <summary>Adds the index behind the last token of each sentence; the last one added is the number of tokens.</summary>
    public static void Split(string text, List<TextSpan> tokens, List<int> ends)
    {
        var line = CollectionsMarshal.AsSpan(tokens);
        var open = false; // within straight double quotation marks
        for (var i = 0; i < line.Length; i++)
        {
            if (text[line[i].Start] == '"' && line[i].Length == 1) open = !open;
            var kind = EndAt(text, line, i);
            if (kind == EndKind.None) continue;
            var last = i;
            while (last + 1 < line.Length && Closes(text, line, last + 1, open))
            {
                last++;
                if (text[line[last].Start] == '"') open = !open;
            }

            if (last + 1 >= line.Length) break;
            if (Opens(text, line, i, last, kind)) ends.Add(last + 1);
            i = last;
        }

        if (line.Length > 0) ends.Add(line.Length);
    }

    private enum EndKind
    {
        None,
        Stop,
        Ellipsis,
        Asked,
        Abbreviation,
    }

    private static EndKind EndAt(string text, ReadOnlySpan<TextSpan> line, int i)
    {
        var span = line[i];
        var last = text[span.End - 1];
        if (last is '\u2026') return EndKind.Ellipsis;
        if (last is '!' or '?' && text[span.Start] is '!' or '?') return EndKind.Asked;
        if (last != '.') return EndKind.None;
        if (span.Length == 1) return i > 0 && !IsListNumber(text, line, i) ? EndKind.Stop : EndKind.None;
        return text[span.Start] == '.' ? EndKind.Ellipsis : EndKind.Abbreviation;
    }

    /// <summary>"1." at the head of a block.</summary>
    private static bool IsListNumber(string text, ReadOnlySpan<TextSpan> line, int i) =>
        i == 1 && line[0].Length <= 3 && char.IsAsciiDigit(text[line[0].Start]) && line[0].End == line[1].Start;

    /// <summary>Closing quotation marks and brackets, further marks, and a bracketed note number, which belong to the sentence before.</summary>
    private static bool Closes(string text, ReadOnlySpan<TextSpan> line, int i, bool open)
    {
        var span = line[i];
        var attached = line[i - 1].End == span.Start;
        var followed = i + 1 < line.Length && line[i + 1].Start == span.End;
        switch (text[span.Start])
        {
            case '\u201d' or ')' or ']' or '}' or '\u00bb':
                return true;
            case '\u2019':
                return span.Length == 1;
            case '"':
                return (attached && !followed) || (open && (attached || !followed));
            case '\'':
                return attached && (!followed || !char.IsLetterOrDigit(text[span.End]));
            case '.' or '!' or '?' or '\u2026':
                return attached;
            case '[':
                return i + 2 < line.Length && char.IsAsciiDigit(text[line[i + 1].Start]) && text[line[i + 2].Start] == ']';
            default:
                return char.IsAsciiDigit(text[span.Start]) && attached && text[line[i - 1].Start] == '[';
        }
    }

    /// <summary>True where the token behind <paramref name="last"/> opens a sentence, after an end of this kind at <paramref name="end"/>.</summary>
    private static bool Opens(string text, ReadOnlySpan<TextSpan> line, int end, int last, EndKind kind)
    {
        var next = last + 1;
        while (next < line.Length && IsOpening(text[line[next].Start])) next++;
        if (next >= line.Length) return true;
        var word = line[next].Slice(text).AsSpan();
        var first = word[0];
        if (char.IsLower(first)) return LowerCaseOpens(text, line, end, last, next, kind);
        var starts = char.IsLetterOrDigit(first) || first is '$' or '\u00a3' or '\u20ac' or '#' or '@' or '\u2022' or '-' or '\u2013' or '\u2014' or '*' or '\u2026' or '.';
        if (!starts) return false;
        if (kind == EndKind.Abbreviation) return AbbreviationEnds(text, line, end, last, next, word);
        if (first is '-' or '\u2013' or '\u2014' or '.' or '\u2026') return kind == EndKind.Stop && last > end;
        if (kind == EndKind.Asked && last > end) return SentenceWords.IsOpener(word) || !SpeechFollows(text, line, next);
        return true;
    }

    /// <summary>In a block that opens in lower case itself, or before a word that often opens a sentence.</summary>
    private static bool LowerCaseOpens(string text, ReadOnlySpan<TextSpan> line, int end, int last, int next, EndKind kind)
    {
        if (kind is EndKind.Abbreviation or EndKind.Ellipsis || last > end || line[last].End == line[next].Start) return false;
        if (char.IsLower(text[line[0].Start])) return true;
        var word = text.AsSpan(line[next].Start, line[next].Length);
        return kind == EndKind.Stop && SentenceWords.IsOpener(word) && word is not "and";
    }

    private static bool AbbreviationEnds(string text, ReadOnlySpan<TextSpan> line, int end, int last, int next, ReadOnlySpan<char> word)
    {
        var digit = char.IsAsciiDigit(word[0]);
        return Abbreviations.KindOf(text.AsSpan(line[end].Start, line[end].Length)) switch
        {
            AbbreviationKind.Title or AbbreviationKind.Latin or AbbreviationKind.Number => false,
            AbbreviationKind.Month => !digit && SentenceWords.IsOpener(word),
            AbbreviationKind.Initial => end == 0 || char.IsLower(text[line[end - 1].Start]) ? SentenceWords.IsOpener(word) : false,
            _ => last > end ? !digit : SentenceWords.IsOpener(word) || (next > last + 1 && !digit && text[line[next - 1].Start] is '"' or '\u201c'),
        };
    }

    /// <summary>"... ?" Anna Berg asked: a name and a verb of saying.</summary>
    private static bool SpeechFollows(string text, ReadOnlySpan<TextSpan> line, int next)
    {
        for (var i = next; i < Math.Min(line.Length, next + SpeechWindow); i++)
        {
            var word = text.AsSpan(line[i].Start, line[i].Length);
            if (SentenceWords.IsSpeech(word)) return i > next;
            if (!char.IsUpper(word[0])) return false;
        }

        return false;
    }

    private static bool IsOpening(char c) => c is '"' or '\u201c' or '\u2018' or '\'' or '(' or '[' or '{' or '\u00ab' or '`';
}
