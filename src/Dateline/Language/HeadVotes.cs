namespace Dateline.Language;

/// <summary>The heads that several parsers gave the words of one sentence, and the tree with the greatest sum of votes (Chu and Liu 1965, Edmonds 1967).</summary>
/// <remarks>The root is the place behind the last word; it keeps one dependent.</remarks>
internal sealed class HeadVotes
{
    private const int RootPenalty = 100_000; // outweighs all votes of a sentence
    private readonly int words;
    private readonly int parsers;
    private readonly int[] heads;
    private readonly int[] weights;
    private readonly int[] counts;

    public HeadVotes(int words, int parsers)
    {
        this.words = words;
        this.parsers = parsers;
        heads = new int[words * parsers];
        weights = new int[words * parsers];
        counts = new int[words];
    }

    public void Add(int word, int head, int weight)
    {
        var first = word * parsers;
        for (var i = first; i < first + counts[word]; i++)
        {
            if (heads[i] != head) continue;
            weights[i] += weight;
            return;
        }

        heads[first + counts[word]] = head;
        weights[first + counts[word]++] = weight;
    }

    /// <returns>For each word its head; the number of words stands for the root.</returns>
    public int[] Tree()
    {
        var tree = new int[words];
        for (var word = 0; word < words; word++) tree[word] = Best(word);
        return IsTree(tree) ? tree : SpanningTree();
    }

    private int Best(int word)
    {
        var best = word * parsers;
        for (var i = best + 1; i < (word * parsers) + counts[word]; i++)
        {
            if (weights[i] > weights[best]) best = i;
        }

        return heads[best];
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

    /// <summary>Over the votes and, so that there always is a tree, arcs without votes to the next word and to the root.</summary>
    private int[] SpanningTree()
    {
        var arcs = new List<(int Head, int Word, int Weight)>();
        for (var word = 0; word < words; word++)
        {
            for (var i = word * parsers; i < (word * parsers) + counts[word]; i++) arcs.Add((heads[i], word, heads[i] == words ? weights[i] - RootPenalty : weights[i]));
            arcs.Add((words, word, -RootPenalty));
            if (word + 1 < words) arcs.Add((word + 1, word, 0));
            if (word > 0) arcs.Add((word - 1, word, 0));
        }

        return MaximumTree.Find(words + 1, words, arcs);
    }
}
