namespace Dateline.Language;

/// <summary>An arc from a head to a word.</summary>
internal readonly record struct Arc(int Head, int Word, long Weight);

/// <summary>The spanning tree of greatest weight in a directed graph, by contracting cycles (Edmonds 1967).</summary>
internal static class MaximumTree
{
    /// <param name="nodes">Every node but the root must be reachable from it over the arcs.</param>
    /// <returns>The head of each node; the root's own entry is left out where it is the last node, else -1.</returns>
    public static int[] Find(int nodes, int root, ReadOnlySpan<Arc> arcs)
    {
        var chosen = Solve(nodes, root, arcs);
        var heads = new int[root == nodes - 1 ? nodes - 1 : nodes];
        for (var node = 0; node < heads.Length; node++) heads[node] = chosen[node] < 0 ? -1 : arcs[chosen[node]].Head;
        return heads;
    }

    /// <returns>For each node the index of the arc of the tree that leads to it, -1 for the root.</returns>
    private static int[] Solve(int nodes, int root, ReadOnlySpan<Arc> arcs)
    {
        var best = new int[nodes];
        Array.Fill(best, -1);
        for (var i = 0; i < arcs.Length; i++)
        {
            var (head, word, weight) = arcs[i];
            if (word != root && head != word && (best[word] < 0 || weight > arcs[best[word]].Weight)) best[word] = i;
        }

        var group = new int[nodes];
        var groups = Cycles(root, arcs, best, group);
        if (groups == nodes) return best;

        // each cycle becomes one node; an arc into it costs the arc of the cycle that it replaces
        var (next, origins, count) = (new Arc[arcs.Length], new int[arcs.Length], 0);
        for (var i = 0; i < arcs.Length; i++)
        {
            var (head, word, weight) = arcs[i];
            if (group[head] == group[word] || word == root) continue;
            next[count] = new Arc(group[head], group[word], weight - arcs[best[word]].Weight);
            origins[count++] = i;
        }

        // the arc by which the tree enters a cycle takes the place of the cycle's own arc to that word
        foreach (var arc in Solve(groups, group[root], next.AsSpan(0, count)))
        {
            if (arc >= 0) best[arcs[origins[arc]].Word] = origins[arc];
        }

        return best;
    }

    /// <summary>Numbers the nodes so that those of one cycle of best arcs share a number; returns how many numbers there are.</summary>
    private static int Cycles(int root, ReadOnlySpan<Arc> arcs, int[] best, int[] group)
    {
        var walk = new int[group.Length];
        Array.Fill(group, -1);
        var groups = 0;
        for (var node = 0; node < group.Length; node++)
        {
            var at = node;
            while (at != root && walk[at] == 0)
            {
                walk[at] = node + 1;
                at = arcs[best[at]].Head;
            }

            if (at == root || walk[at] != node + 1 || group[at] >= 0) continue;
            for (var member = at; group[member] < 0; member = arcs[best[member]].Head) group[member] = groups;
            groups++;
        }

        for (var node = 0; node < group.Length; node++)
        {
            if (group[node] < 0) group[node] = groups++;
        }

        return groups;
    }
}
