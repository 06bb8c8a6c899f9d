using System.Runtime.InteropServices;

namespace Dateline.Language;

/// <summary>The likeliest heads of the words of one sentence, and the tree with the greatest sum of their weights (Chu and Liu 1965, Edmonds 1967).</summary>
/// <remarks>The root is the place behind the last word; it keeps one dependent.</remarks>
internal sealed class HeadCandidates(int words, int most)
{
    private const int RootPenalty = 100_000_000; // outweighs all weights of a sentence
    private readonly int[] heads = new int[words * most];
    private readonly int[] weights = new int[words * most];
    private readonly int[] counts = new int[words];

    /// <param name="weight">Above 0; the first head of a word weighs most.</param>
    public void Add(int word, int head, int weight)
    {
        heads[(word * most) + counts[word]] = head;
        weights[(word * most) + counts[word]++] = weight;
    }

    /// <returns>For each word its head; the number of words stands for the root.</returns>
    public int[] Tree()
    {
        var tree = new int[words];
        for (var word = 0; word < words; word++) tree[word] = heads[word * most];
        return IsTree(tree) ? tree : SpanningTree();
    }

    private bool IsTree(int[] tree)
    {
        var roots = 0;
        var seen = new int[words]; // the walk in which a word was passed, counted from 1
        for (var word = 0; word < words; word++)
        {
            if (tree[word] == words) roots++;
            var at = word;
            while (at < words && seen[at] == 0)
            {
                seen[at] = word + 1;
                at = tree[at];
            }

            if (at < words && seen[at] == word + 1) return false;
        }

        return roots == 1;
    }

    /// <summary>Over the candidates and, so that there always is a tree, arcs of no weight to the next word and to the root.</summary>
    private int[] SpanningTree()
    {
        var arcs = new List<Arc>(words * (most + 3));
        for (var word = 0; word < words; word++)
        {
            for (var i = word * most; i < (word * most) + counts[word]; i++) arcs.Add(new Arc(heads[i], word, heads[i] == words ? weights[i] - RootPenalty : weights[i]));
            arcs.Add(new Arc(words, word, -RootPenalty));
            if (word + 1 < words) arcs.Add(new Arc(word + 1, word, 0));
            if (word > 0) arcs.Add(new Arc(word - 1, word, 0));
        }

        return MaximumTree.Find(words + 1, words, CollectionsMarshal.AsSpan(arcs));
    }
}
