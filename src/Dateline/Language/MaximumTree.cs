namespace Dateline.Language;

/// <summary>The spanning tree of greatest weight in a directed graph, by contracting cycles (Edmonds 1967).</summary>
internal static class MaximumTree
{
    /// <param name="nodes">Every node but the root must be reachable from it over the arcs.</param>
    /// <returns>The head of each node; the root's own entry is left out where it is the last node, else -1.</returns>
    public static int[] Find(int nodes, int root, List<(int Head, int Word, int Weight)> arcs)
    {
        var chosen = Solve(nodes, root, [.. arcs.Select((a, i) => (a.Head, a.Word, (long)a.Weight, i))]);
        var heads = new int[nodes];
        Array.Fill(heads, -1);
        foreach (var arc in chosen) heads[arcs[arc].Word] = arcs[arc].Head;
        return root == nodes - 1 ? heads[..^1] : heads;
    }

    /// <returns>The indexes of the arcs of the tree, as given in the last item of each arc.</returns>
    private static List<int> Solve(int nodes, int root, List<(int Head, int Word, long Weight, int Arc)> arcs)
    {
        var best = new int[nodes]; // index into arcs
        Array.Fill(best, -1);
        for (var i = 0; i < arcs.Count; i++)
        {
            var (head, word, weight, _) = arcs[i];
            if (word != root && head != word && (best[word] < 0 || weight > arcs[best[word]].Weight)) best[word] = i;
        }

        var (group, groups) = Cycles(nodes, root, arcs, best);
        if (groups == nodes) return [.. Enumerable.Range(0, nodes).Where(n => n != root).Select(n => arcs[best[n]].Arc)];

        // each cycle becomes one node; an arc into it costs the arc of the cycle that it replaces
        var next = new List<(int Head, int Word, long Weight, int Arc)>();
        for (var i = 0; i < arcs.Count; i++)
        {
            var (head, word, weight, _) = arcs[i];
            if (group[head] != group[word] && word != root) next.Add((group[head], group[word], weight - arcs[best[word]].Weight, i));
        }

        var kept = Solve(groups, group[root], next);
        var entered = new HashSet<int>(kept.Select(i => arcs[i].Word));
        var members = kept.Select(i => arcs[i].Arc).ToList();
        var enteredGroups = kept.ToDictionary(i => group[arcs[i].Word], i => arcs[i].Word);
        for (var node = 0; node < nodes; node++)
        {
            if (node != root && !entered.Contains(node) && enteredGroups[group[node]] != node) members.Add(arcs[best[node]].Arc);
        }

        return members;
    }

    /// <summary>Numbers the nodes so that those of one cycle of best arcs share a number.</summary>
    private static (int[] Group, int Groups) Cycles(int nodes, int root, List<(int Head, int Word, long Weight, int Arc)> arcs, int[] best)
    {
        var group = new int[nodes];
        var walk = new int[nodes];
        Array.Fill(group, -1);
        var groups = 0;
        for (var node = 0; node < nodes; node++)
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

        for (var node = 0; node < nodes; node++)
        {
            if (group[node] < 0) group[node] = groups++;
        }

        return (group, groups);
    }
}
