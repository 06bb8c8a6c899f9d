using System.Text;

namespace Dateline.Reading;

/// <summary>Counts over the characters and words of one line.</summary>
/// <param name="Words">Runs of letters and digits; two characters of a script without spaces count as one word.</param>
/// <param name="Capitals">Words that begin with a capital letter.</param>
/// <param name="Stops">Inner and final ends of sentences.</param>
/// <param name="Function">Short words in lower case, and the function words of the lexicon: what sentences have and lists of links have not.</param>
/// <param name="Keys">A hash of every word in lower case, in order; of every character in scripts without spaces.</param>
/// <param name="Stems">Hashes of the longer words' first five letters in lower case: "Russia" and "Russian" agree. In order, with repeats.</param>
internal sealed record Measure(int Words, int Capitals, int Uppers, int Digits, int Stops, int Commas, int Bars, int Function, bool EndsSentence, bool BeginsLower, int[] Keys, int[] Stems)
{
    private const int StemLength = 5;
    private const int FewStems = 48; // looked through faster than sorted
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    [ThreadStatic]
    private static List<int>? keyBuffer;

    [ThreadStatic]
    private static List<int>? stemBuffer;

    private int[]? differentStems;

    public static Measure Of(string text)
    {
        int words = 0, capitals = 0, uppers = 0, digits = 0, stops = 0, commas = 0, bars = 0, function = 0, dense = 0;
        var keys = keyBuffer ??= [];
        var stems = stemBuffer ??= [];
        keys.Clear();
        stems.Clear();
        var stopWords = StopWords.All;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (!IsWord(c))
            {
                i++;
                if (c == ' ') continue;
                if (c is ',' or ';' or '、' or '،') commas++;
                else if (c is '|' or '»' or '›' or '•' or '·' or '/') bars++;
                else if (c is '。' or '！' or '？' or '؟' or '।') stops++;
                else if (c is '.' or '!' or '?' or '…' && (i == text.Length || !IsWord(text[i]))) stops++;
                continue;
            }

            if (IsDense(c))
            {
                dense++;
                keys.Add(c);
                if (i + 1 < text.Length && IsDense(text[i + 1])) stems.Add((c << 16) ^ text[i + 1]);
                i++;
                continue;
            }

            var start = i;
            uint hash = Basis, stem = Basis;
            if (char.IsUpper(c)) capitals++;
            for (; i < text.Length; i++)
            {
                var letter = text[i];
                if (letter < 0x80)
                {
                    if (!char.IsAsciiLetterOrDigit(letter))
                    {
                        if (letter == '\'' && i + 1 < text.Length && char.IsLetter(text[i + 1])) continue;
                        break;
                    }

                    if (letter <= '9') digits++;
                    else if (letter <= 'Z')
                    {
                        uppers++;
                        letter |= ' ';
                    }
                }
                else
                {
                    if (!char.IsLetterOrDigit(letter))
                    {
                        if (letter == '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])) continue;
                        break;
                    }

                    if (letter >= 0x0E00 && IsDense(letter)) break;
                    if (char.IsUpper(letter)) uppers++;
                    else if (char.IsDigit(letter)) digits++;
                    letter = char.ToLowerInvariant(letter);
                }

                hash = (hash ^ letter) * Prime;
                if (i - start < StemLength) stem = hash;
            }

            words++;
            keys.Add((int)hash);
            var isStop = stopWords.Find((int)hash) >= 0;
            if (isStop || (i - start <= 4 && char.IsLower(c))) function++;
            if (!isStop && i - start >= 4) stems.Add((int)stem);
        }

        return new Measure(words + (dense + 1) / 2, capitals, uppers, digits, stops, commas, bars, function, EndsWithStop(text), text.Length > 0 && char.IsLower(text[0]), [.. keys], [.. stems]);
    }

    /// <summary><see cref="Stems"/> without repeats, in no order that says anything.</summary>
    public int[] DifferentStems => differentStems ??= Different(Stems);

    private static int[] Different(int[] stems)
    {
        if (stems.Length < 2) return stems;
        if (stems.Length <= FewStems)
        {
            Span<int> different = stackalloc int[FewStems];
            var found = 0;
            foreach (var stem in stems)
            {
                if (!different[..found].Contains(stem)) different[found++] = stem;
            }

            return found == stems.Length ? stems : different[..found].ToArray();
        }

        var sorted = (int[])stems.Clone();
        Array.Sort(sorted);
        var count = 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[count - 1]) sorted[count++] = sorted[i];
        }

        return count == sorted.Length ? sorted : sorted[..count];
    }

    /// <summary>The keys of a phrase, as <see cref="Keys"/> has them.</summary>
    public static int[] KeysOf(string phrase) => Of(phrase).Keys;

    /// <summary>The key of one word, as <see cref="Keys"/> has it.</summary>
    public static int KeyOf(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var letter in word)
        {
            if (char.IsLetterOrDigit(letter)) hash = (hash ^ char.ToLowerInvariant(letter)) * Prime;
        }

        return (int)hash;
    }

    /// <summary>Words in lower case without punctuation, for comparing lines.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’') && folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>One number for all keys in order: equal lines have equal folds.</summary>
    public long Fold { get; } = FoldOf(Keys);

    /// <summary>FNV-1a, a key at a step.</summary>
    public static long FoldOf(ReadOnlySpan<int> keys)
    {
        var fold = 14695981039346656037UL;
        foreach (var key in keys) fold = (fold ^ (uint)key) * 1099511628211UL;
        return (long)fold;
    }

    private static bool IsWord(char c) => c < 0x80 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

    /// <summary>A letter of a script that puts no spaces between words.</summary>
    private static bool IsDense(char c) => c >= '\u0E00' && c is >= '\u0E00' and <= '\u0EFF' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static bool EndsWithStop(string text)
    {
        var end = text.Length - 1;
        while (end >= 0 && text[end] is '"' or '\'' or '”' or '’' or '»' or '«' or '“' or ')' or ']' or ' ' or '」' or '』') end--;
        return end >= 0 && text[end] is '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '؟' or '।';
    }
}
