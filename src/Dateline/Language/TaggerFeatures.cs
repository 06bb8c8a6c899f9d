namespace Dateline.Language;

/// <summary>The features of the tagger over one sentence.</summary>
internal readonly ref struct TaggerFeatures
{
    /// <summary>No word has more features than this.</summary>
    public const int Most = 48;

    private static readonly WordTraits Outside = WordTraits.Of("\u0002");

    private readonly ReadOnlySpan<WordTraits> words;
    private readonly ReadOnlySpan<byte> ambiguity;
    private readonly uint capitals; // 1 where all words of the sentence are in capitals or capitalised

    public TaggerFeatures(ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> ambiguity)
    {
        this.words = words;
        this.ambiguity = ambiguity;
        capitals = MostlyCapitals(words) ? 1u : 0u;
    }

    /// <param name="before">The class of the word before, plus one; 0 where there is none.</param>
    /// <returns>The number of features.</returns>
    public int Extract(int i, uint before, uint beforeThat, Span<uint> into)
    {
        var w = words[i];
        var left = i > 0 ? words[i - 1] : Outside;
        var left2 = i > 1 ? words[i - 2] : Outside;
        var right = i + 1 < words.Length ? words[i + 1] : Outside;
        var right2 = i + 2 < words.Length ? words[i + 2] : Outside;
        uint a = ambiguity[i], al = i > 0 ? ambiguity[i - 1] : 255u, ar = i + 1 < words.Length ? ambiguity[i + 1] : 255u, ar2 = i + 2 < words.Length ? ambiguity[i + 2] : 255u;
        var first = i == 0 ? 1u : 0u;
        var n = 0;
        into[n++] = FeatureHash.Mix(1, w.Form);
        into[n++] = FeatureHash.Mix(2, w.Lower);
        into[n++] = FeatureHash.Mix(3, w.Lower, before);
        into[n++] = FeatureHash.Mix(4, left.Lower, w.Lower);
        into[n++] = FeatureHash.Mix(5, w.Lower, right.Lower);
        into[n++] = FeatureHash.Mix(6, left.Lower);
        into[n++] = FeatureHash.Mix(7, right.Lower);
        into[n++] = FeatureHash.Mix(8, left2.Lower);
        into[n++] = FeatureHash.Mix(9, right2.Lower);
        into[n++] = FeatureHash.Mix(10, before);
        into[n++] = FeatureHash.Mix(11, before, beforeThat);
        into[n++] = FeatureHash.Mix(12, w.Suffix1, w.Case);
        into[n++] = FeatureHash.Mix(13, w.Suffix2, w.Case);
        into[n++] = FeatureHash.Mix(14, w.Suffix3, w.Case);
        into[n++] = FeatureHash.Mix(15, w.Suffix4, w.Case);
        into[n++] = FeatureHash.Mix(16, w.Prefix1);
        into[n++] = FeatureHash.Mix(17, w.Prefix2);
        into[n++] = FeatureHash.Mix(18, w.Prefix3);
        into[n++] = FeatureHash.Mix(19, w.Shape, first, capitals);
        into[n++] = FeatureHash.Mix(20, w.Suffix3, before);
        into[n++] = FeatureHash.Mix(21, w.Suffix2, before, ar);
        into[n++] = FeatureHash.Mix(22, a, before, ar);
        into[n++] = FeatureHash.Mix(23, a, ar, ar2);
        into[n++] = FeatureHash.Mix(24, a, before, beforeThat);
        into[n++] = FeatureHash.Mix(25, a, al, ar);
        into[n++] = FeatureHash.Mix(26, ar);
        into[n++] = FeatureHash.Mix(27, ar, ar2);
        into[n++] = FeatureHash.Mix(28, left.Suffix3);
        into[n++] = FeatureHash.Mix(29, right.Suffix3);
        into[n++] = FeatureHash.Mix(30, w.Case, left.Case, right.Case, (first << 1) | capitals);
        into[n++] = FeatureHash.Mix(31, before, right.Lower);
        into[n++] = FeatureHash.Mix(32, w.Lower, ar, before);
        into[n++] = FeatureHash.Mix(33, left2.Lower, left.Lower);
        into[n++] = FeatureHash.Mix(34, right.Lower, right2.Lower);
        into[n++] = FeatureHash.Mix(35, a, w.Case, capitals);
        into[n++] = FeatureHash.Mix(36, right.Shape, w.Shape);
        return n;
    }

    private static bool MostlyCapitals(ReadOnlySpan<WordTraits> words)
    {
        int lower = 0, upper = 0;
        foreach (var word in words)
        {
            if (word.Case == 0) lower++;
            else if (word.Case is 1 or 2) upper++;
        }

        return upper > lower * 2 && upper > 2;
    }
}
