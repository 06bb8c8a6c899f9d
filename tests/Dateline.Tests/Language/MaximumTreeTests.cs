using Dateline.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Language;

public class MaximumTreeTests
{
    [Fact]
    public void A_cycle_is_broken_where_it_costs_least()
    {
        // 0 and 1 hold each other; the root is 2
        Arc[] arcs = [new(1, 0, 10), new(0, 1, 10), new(2, 0, 5), new(2, 1, 1)];
        Assert.Equal([2, 0], MaximumTree.Find(3, 2, arcs));
    }

    [Fact]
    public void No_tree_weighs_more()
    {
        Prop.ForAll(Gen.Choose(0, 20).ArrayOf(16).ToArbitrary(), weights =>
        {
            const int Nodes = 4, Root = 3;
            var arcs = new List<Arc>();
            for (var head = 0; head < Nodes; head++)
            {
                for (var word = 0; word < Root; word++)
                {
                    if (head != word) arcs.Add(new Arc(head, word, weights[(head * 4) + word]));
                }
            }

            var best = 0;
            for (var code = 0; code < 64; code++)
            {
                int[] heads = [code & 3, (code >> 2) & 3, (code >> 4) & 3];
                if (IsTree(heads)) best = Math.Max(best, Sum(heads, weights));
            }

            var found = MaximumTree.Find(Nodes, Root, [.. arcs]);
            return IsTree(found) && Sum(found, weights) == best;
        }).QuickCheckThrowOnFailure();
    }

    private static int Sum(int[] heads, int[] weights) => heads.Select((h, w) => weights[(h * 4) + w]).Sum();

    private static bool IsTree(int[] heads) => Enumerable.Range(0, 3).All(w =>
    {
        var steps = 0;
        for (var at = w; at != 3; at = heads[at])
        {
            if (++steps > 3) return false;
        }

        return true;
    });
}
