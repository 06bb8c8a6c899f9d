namespace Dateline.Training;

/// <summary>Treebank sentences written as newspapers write headlines.</summary>
internal static class Headlines
{
    private static readonly HashSet<string> Small = new(["a", "an", "the", "and", "or", "but", "of", "in", "on", "to", "for", "at", "by", "from", "with", "as"], StringComparer.Ordinal);

    /// <summary>Every word but the small ones with a capital.</summary>
    public static List<TreeSentence> TitleCase(IReadOnlyList<TreeSentence> sentences) => Rewrite(sentences, w => Small.Contains(w) || w.Contains('\'', StringComparison.Ordinal) ? w : char.ToUpperInvariant(w[0]) + w[1..]);

    public static List<TreeSentence> UpperCase(IReadOnlyList<TreeSentence> sentences) => Rewrite(sentences, w => w.ToUpperInvariant());

    public static List<TreeSentence> LowerCase(IReadOnlyList<TreeSentence> sentences) => Rewrite(sentences, w => w.ToLowerInvariant());

    /// <summary>The sentences, and some of them again as headlines, so that capitals alone make no name.</summary>
    public static List<TreeSentence> Mix(IReadOnlyList<TreeSentence> sentences)
    {
        List<TreeSentence> Each(int step, int first) => [.. sentences.Where((_, i) => i % step == first)];
        return [.. sentences, .. TitleCase(Each(10, 3)), .. UpperCase(Each(40, 5)), .. LowerCase(Each(40, 7))];
    }

    private static List<TreeSentence> Rewrite(IReadOnlyList<TreeSentence> sentences, Func<string, string> write) =>
        [.. sentences.Select(s => s with { Words = [.. s.Words.Select(w => w with { Form = write(w.Form) })] })];
}
