using System.Runtime.InteropServices;

namespace Dateline.Reading;

/// <summary>The elements of a page weighed by the first forest's scores: the trunk is the innermost element that still holds most of the story, and what hangs on it, its branches, are story or not as wholes.</summary>
internal sealed class Branches
{
    public const int Count = 13;

    private const float TrunkShare = 0.85f; // of the page's mass of story that the trunk must hold
    private const float CoreShare = 0.5f;
    private const int MostWords = 100;      // of one line
    private const float Outside = -1;

    private readonly HtmlPage tree;
    private readonly Dictionary<int, Mass> masses = [];
    private readonly Dictionary<long, Mass> makes = [];
    private readonly int trunk;
    private readonly int core;
    private readonly List<int> order = [];      // branches of the trunk in page order
    private readonly Dictionary<int, int> rank = [];
    private readonly float[] before;            // mass of story in the branches before each

    public Branches(HtmlPage tree, List<Line> lines, float[] scores)
    {
        this.tree = tree;
        float all = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var words = Math.Clamp(lines[i].Measure.Words, 1, MostWords);
            all += scores[i] * words;
            for (var node = lines[i].Place!.Block; node >= 0; node = tree.Nodes[node].Parent)
            {
                ref var mass = ref CollectionsMarshal.GetValueRefOrAddDefault(masses, node, out _);
                mass = new Mass(mass.Story + scores[i] * words, mass.Words + words, mass.Lines + 1, mass.LinkChars + lines[i].Place!.LinkChars, mass.Chars + lines[i].Text.Length);
            }
        }

        trunk = Innermost(lines, all * TrunkShare);
        core = Innermost(lines, all * CoreShare);
        foreach (var line in lines)
        {
            var branch = BranchOf(line.Place!.Block, trunk, out _);
            if (branch < 0 || !rank.TryAdd(branch, order.Count)) continue;
            order.Add(branch);
            ref var make = ref CollectionsMarshal.GetValueRefOrAddDefault(makes, MakeOf(branch), out _);
            var mass = masses[branch];
            make = new Mass(make.Story + mass.Story, make.Words + mass.Words, make.Lines + 1, 0, 0);
        }

        before = new float[order.Count + 1];
        for (var i = 0; i < order.Count; i++) before[i + 1] = before[i] + masses[order[i]].Story;
    }

    public void Fill(HtmlPlace place, Span<float> row)
    {
        var branch = BranchOf(place.Block, trunk, out var depth);
        row[0] = depth;
        if (branch < 0) row[1..11].Fill(Outside);
        else
        {
            var mass = masses[branch];
            var at = rank[branch];
            var make = makes[MakeOf(branch)];
            row[1] = mass.Mean;
            row[2] = Math.Min(mass.Words, 500);
            row[3] = mass.Lines;
            row[4] = mass.Chars == 0 ? 0 : mass.LinkChars / (float)mass.Chars;
            row[5] = make.Mean;
            row[6] = Math.Min(make.Lines, 50);
            row[7] = at == 0 ? Outside : masses[order[at - 1]].Mean;
            row[8] = at + 1 == order.Count ? Outside : masses[order[at + 1]].Mean;
            row[9] = before[^1] == 0 ? 0 : before[at] / before[^1];
            row[10] = before[^1] == 0 ? 0 : (before[^1] - before[at + 1]) / before[^1];
        }

        var inner = BranchOf(place.Block, core, out var coreDepth);
        row[11] = coreDepth;
        row[12] = inner < 0 ? Outside : masses[inner].Mean;
    }

    private int Innermost(List<Line> lines, float least)
    {
        var best = -1;
        foreach (var line in lines)
        {
            // children stand behind their parents: the highest index that holds enough is the innermost
            for (var node = line.Place!.Block; node > best; node = tree.Nodes[node].Parent)
            {
                if (masses[node].Story < least) continue;
                best = node;
                break;
            }
        }

        return best;
    }

    /// <summary>The child of <paramref name="root"/> that holds the node, the root itself for its own lines, -1 outside; depth in elements below the root, or as many as it would take to get out, negative.</summary>
    private int BranchOf(int node, int root, out int depth)
    {
        depth = 0;
        if (root < 0) return -1;
        var inside = tree.Holds(root, node);
        if (!inside)
        {
            // how far up the trunk must one go to meet the line
            for (var up = root; up >= 0 && !tree.Holds(up, node); up = tree.Nodes[up].Parent) depth--;
            return -1;
        }

        var branch = node;
        for (; node != root; node = tree.Nodes[node].Parent)
        {
            branch = node;
            depth++;
        }

        return branch;
    }

    private long MakeOf(int node)
    {
        var hash = 14695981039346656037UL ^ (ulong)tree.Nodes[node].Tag;
        foreach (var c in tree.Value(node, HtmlName.Class)) hash = (hash ^ c) * 1099511628211UL;
        return (long)hash;
    }

    private readonly record struct Mass(float Story, float Words, int Lines, int LinkChars, int Chars)
    {
        public float Mean => Words == 0 ? 0 : Story / Words;
    }
}
