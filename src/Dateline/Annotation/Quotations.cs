namespace Dateline.Annotation;

/// <summary>Words between quotation marks, as token indices: the marks stand at <paramref name="Open"/> and <paramref name="Close"/>.</summary>
/// <param name="Close">The closing mark; for a quotation that its paragraph leaves open, the end of the paragraph.</param>
/// <param name="IsClosed">False where the paragraph ends first: the speech goes on in the next one.</param>
internal sealed record Quotation(int Open, int Close, bool IsClosed)
{
    public int First => Open + 1;

    public int Length => Close - First;

    public bool Contains(int token) => token > Open && token < Close;
}

/// <summary>Finds quotations within paragraphs: double marks, curly or straight, and single ones where no double ones stand around them.</summary>
internal static class Quotations
{
    public static List<Quotation> Find(Words words)
    {
        var found = new List<Quotation>();
        for (var s = 0; s < words.Sentences.Length;)
        {
            var last = s;
            while (last + 1 < words.Sentences.Length && words.Sentences[last + 1].Block == words.Sentences[s].Block) last++;
            InParagraph(words, words.Sentences[s].FirstToken, words.Sentences[last].FirstToken + words.Sentences[last].TokenCount, found);
            s = last + 1;
        }

        return found;
    }

    private static void InParagraph(Words words, int start, int end, List<Quotation> found)
    {
        var open = -1;
        var mark = '\0';
        for (var i = start; i < end; i++)
        {
            var kind = Kind(words, i, start);
            if (kind == '\0') continue;
            if (open < 0)
            {
                if (Opens(words, i, kind))
                {
                    open = i;
                    mark = kind;
                }
            }
            else if (kind == mark && Closes(words, i, end, kind, open))
            {
                if (i > open + 1) found.Add(new Quotation(open, i, true));
                open = -1;
            }
            else if (kind == mark && mark == '"' && Opens(words, i, kind) && words.Text[words.Span(i).Start] == '“')
            {
                if (i > open + 1) found.Add(new Quotation(open, i - 1, false)); // the writer forgot to close
                open = i;
            }
        }

        if (open >= 0 && mark == '"' && end - open > 3) found.Add(new Quotation(open, end, false));
    }

    /// <summary>'"' for all double marks, '\'' for single ones, else '\0'.</summary>
    private static char Kind(Words words, int i, int start)
    {
        var span = words.Span(i);
        var c = words.Text[span.Start];
        if (c is '"' or '“' or '”' or '„' or '«' or '»') return '"';
        if (span.Length is 2 or 3 && c is '`' or '\'' && words.Text[span.Start + 1] == c && words.Text[span.End - 1] == c) return '"'; // three: a single one closes within
        return span.Length == 1 && c is '\'' or '‘' or '’' && (i > start || c != '’') ? '\'' : '\0';
    }

    private static bool Opens(Words words, int i, char kind)
    {
        var span = words.Span(i);
        var c = words.Text[span.Start];
        if (c is '“' or '‘' or '«' or '„') return true;
        var tight = span.End < words.Text.Length && !char.IsWhiteSpace(words.Text[span.End]);
        var free = span.Start == 0 || !char.IsLetterOrDigit(words.Text[span.Start - 1]);
        return kind == '"' ? tight : c == '\'' && tight && free;
    }

    private static bool Closes(Words words, int i, int end, char kind, int open)
    {
        var span = words.Span(i);
        var c = words.Text[span.Start];
        if (c == '“' && span.Start > 0 && words.Text[span.Start - 1] is ',' or '.' or '?' or '!') return span.End >= words.Text.Length || char.IsWhiteSpace(words.Text[span.End]); // the wrong mark, or German
        if (c is '“' or '‘' or '„') return false;
        if (kind == '"') return c is '”' or '»' || span.Start > 0 && !char.IsWhiteSpace(words.Text[span.Start - 1]) || i == end - 1 || i == open + 1 || words.Lower(i - 1) is "'" or "’";
        var after = span.End >= words.Text.Length ? ' ' : words.Text[span.End];
        return !char.IsLetterOrDigit(after) && span.Start > 0 && !char.IsWhiteSpace(words.Text[span.Start - 1]);
    }
}
