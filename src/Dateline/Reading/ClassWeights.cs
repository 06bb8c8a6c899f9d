namespace Dateline.Reading;

/// <summary>The weights of the class words around a line, gathered once for each element.</summary>
internal sealed class ClassWeights(HtmlPage tree, PageWords words)
{
    public const int Count = 8;

    private readonly Dictionary<(int Node, ClassReach Reach), PageWords.Weights> known = [];

    /// <summary>Mean, lowest and highest of the block; the same of those near; lowest and highest of those far.</summary>
    public void Fill(int block, Span<float> row)
    {
        var own = Of(block, ClassReach.Own);
        var near = new PageWords.Weights();
        var far = new PageWords.Weights();
        var node = tree.Nodes[block].Parent;
        for (var up = 1; node > 0; up++, node = tree.Nodes[node].Parent)
        {
            if (tree.Nodes[node].Tag is HtmlTag.Body or HtmlTag.Html) continue; // they name the kind of page, not a part
            if (PageWords.ReachOf(up) == ClassReach.Near) near = near.With(Of(node, ClassReach.Near));
            else far = far.With(Of(node, ClassReach.Far));
        }

        row[0] = own.Mean;
        row[1] = own.Lowest;
        row[2] = own.Highest;
        row[3] = near.Mean;
        row[4] = near.Lowest;
        row[5] = near.Highest;
        row[6] = far.Lowest;
        row[7] = far.Highest;
    }

    private PageWords.Weights Of(int node, ClassReach reach)
    {
        if (!known.TryGetValue((node, reach), out var weights)) known[(node, reach)] = weights = words.Of(tree, node, reach);
        return weights;
    }
}
