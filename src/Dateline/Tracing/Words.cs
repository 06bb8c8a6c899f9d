using System.Collections.Frozen;

namespace Dateline.Tracing;

/// <summary>What is known of a word without any annotation.</summary>
[Flags]
internal enum WordMarks : byte
{
    None = 0,

    /// <summary>One of lexicon/stop-words.tsv.</summary>
    Stop = 1,

    /// <summary>Inside quotation marks.</summary>
    Quoted = 2,

    /// <summary>Begins with a capital letter.</summary>
    Capital = 4,

    /// <summary>The first word of a block, or the first after a full stop.</summary>
    Opening = 8,

    Number = 16,
}

/// <summary>The words of an article's story blocks as hashes: what tracing and placing work on. Curly and straight marks, case and possessive endings make no difference.</summary>
internal sealed class Words
{
    /// <summary>Words beyond this are left alone: a bound on input, forty times a long report.</summary>
    public const int Limit = 40_000;

    private static readonly Lazy<FrozenSet<uint>> StopWords = new(() => Resources.Rows("lexicon/stop-words.tsv").Select(r => Hash(r[0])).ToFrozenSet());

    private uint[] hashes = new uint[512];
    private TextSpan[] spans = new TextSpan[512];
    private WordMarks[] marks = new WordMarks[512];

    private Words()
    {
    }

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Hashes => hashes.AsSpan(0, Count);

    public ReadOnlySpan<TextSpan> Spans => spans.AsSpan(0, Count);

    public ReadOnlySpan<WordMarks> Marks => marks.AsSpan(0, Count);

    /// <summary>The words of the body, the standfirst and the subheads; the headline is the desk's, not the reporter's.</summary>
    public static Words OfBody(Article article, int limit = Limit)
    {
        var words = new Words();
        foreach (var block in article.Blocks)
            if (block.IsStory && block.Role != BlockRole.Headline && words.Count < limit) words.Add(article.Text, block.Span, limit);
        return words;
    }

    public static Words Of(string text, TextSpan span)
    {
        var words = new Words();
        words.Add(text, span, Limit);
        return words;
    }

    /// <summary>Gives back what was kept for words to come: for words that are held long.</summary>
    public Words Trimmed()
    {
        Array.Resize(ref hashes, Count);
        Array.Resize(ref spans, Count);
        Array.Resize(ref marks, Count);
        return this;
    }

    /// <summary>FNV-1a over the lower-case characters; never 0.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ Lower(c)) * 16777619u;
        return hash == 0 ? 1 : hash;
    }

    private static char Lower(char c) => c < 128 ? (uint)(c - 'A') < 26 ? (char)(c | 0x20) : c : char.ToLowerInvariant(c);

    private void Add(string text, TextSpan span, int limit)
    {
        bool quoted = false, opening = true;
        for (var i = span.Start; i < span.End && Count < limit; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c))
            {
                var start = i;
                while (i < span.End && char.IsLetterOrDigit(text[i])) i++;
                var end = i--;
                if (end - start <= 2 && start > span.Start && text[start - 1] is '\'' or '’' && start > span.Start + 1 && char.IsLetter(text[start - 2])) continue; // 's, 're
                Push(text, start, end, quoted, opening);
                opening = false;
                continue;
            }

            switch (c)
            {
                case '“' or '«' or '„': quoted = true; break;
                case '”' or '»': quoted = false; break;
                case '"': quoted = (i == span.Start || !(char.IsLetterOrDigit(text[i - 1]) || char.IsPunctuation(text[i - 1]))) && i + 1 < span.End && !char.IsWhiteSpace(text[i + 1]); break;
                case '.' or '!' or '?' or ':': opening = true; break;
            }
        }
    }

    private void Push(string text, int start, int end, bool quoted, bool opening)
    {
        if (Count == hashes.Length)
        {
            Array.Resize(ref hashes, Count * 2);
            Array.Resize(ref spans, Count * 2);
            Array.Resize(ref marks, Count * 2);
        }

        var hash = Hash(text.AsSpan(start, end - start));
        var mark = quoted ? WordMarks.Quoted : WordMarks.None;
        if (opening) mark |= WordMarks.Opening;
        if (char.IsUpper(text[start])) mark |= WordMarks.Capital;
        if (char.IsAsciiDigit(text[start])) mark |= WordMarks.Number;
        if (StopWords.Value.Contains(hash)) mark |= WordMarks.Stop;
        hashes[Count] = hash;
        spans[Count] = new TextSpan(start, end);
        marks[Count++] = mark;
    }
}
