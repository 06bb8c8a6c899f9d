using Dateline.Tracing;

namespace Dateline.Stories;

/// <summary>A word without its commonest English endings, so that "strikes" and "striking" meet. Only for comparing; never shown.</summary>
internal static class Stem
{
    private const int Longest = 40;

    public static uint Hash(ReadOnlySpan<char> word)
    {
        Span<char> stem = stackalloc char[Math.Min(word.Length, Longest)];
        return Words.Hash(stem[..Cut(word, stem)]);
    }

    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> stem = stackalloc char[Math.Min(word.Length, Longest)];
        return stem[..Cut(word, stem)].ToString();
    }

    private static int Cut(ReadOnlySpan<char> word, Span<char> stem)
    {
        for (var i = 0; i < stem.Length; i++) stem[i] = char.ToLowerInvariant(word[i]);
        return Length(stem);
    }

    private static int Length(Span<char> s)
    {
        var n = s.Length;
        if (n > 4 && s.EndsWith("ies"))
        {
            s[n - 3] = 'y';
            n -= 2;
        }
        else if (n > 4 && (s.EndsWith("sses") || s.EndsWith("shes") || s.EndsWith("ches") || s.EndsWith("xes")))
        {
            n -= 2;
        }
        else if (n > 3 && s[n - 1] == 's' && s[n - 2] is not ('s' or 'u' or 'i'))
        {
            n--;
        }

        if (n > 5 && s[..n].EndsWith("ing")) n = Undouble(s, n - 3);
        else if (n > 4 && s[..n].EndsWith("ed")) n = Undouble(s, n - 2);
        return n > 4 && s[n - 1] == 'e' ? n - 1 : n;
    }

    /// <summary>"stopp" -> "stop", but "kill" and "miss" stay.</summary>
    private static int Undouble(Span<char> s, int n) => n > 2 && s[n - 1] == s[n - 2] && s[n - 1] is not ('l' or 's') ? n - 1 : n;
}
