using System.Runtime.InteropServices;
using System.Text;

namespace Dateline.Reading;

/// <summary>Boosted regression trees: the sum of their leaves through the logistic function is a probability.</summary>
/// <remarks>
/// File: "DLF1", int features, int trees, float base; then for each tree int nodes and its nodes in preorder-independent order:
/// short feature (-1: leaf), float threshold or leaf value, short left, short right. A value goes left where it is at most the threshold. Little endian.
/// </remarks>
internal sealed class Forest
{
    private readonly Node[] nodes;
    private readonly int[] roots;
    private readonly float start;

    private Forest(Node[] nodes, int[] roots, float start, int features)
    {
        this.nodes = nodes;
        this.roots = roots;
        this.start = start;
        Features = features;
    }

    public int Features { get; }

    public static Forest Load(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        if (reader.ReadUInt32() != 0x31464C44) throw new InvalidDataException("Not a forest: the file does not begin with DLF1.");
        var features = reader.ReadInt32();
        var roots = new int[reader.ReadInt32()];
        var start = reader.ReadSingle();
        var nodes = new List<Node>();
        for (var tree = 0; tree < roots.Length; tree++)
        {
            roots[tree] = nodes.Count;
            var count = reader.ReadInt32();
            for (var i = 0; i < count; i++) nodes.Add(new Node(reader.ReadInt16(), reader.ReadSingle(), roots[tree] + reader.ReadInt16(), roots[tree] + reader.ReadInt16()));
        }

        return new Forest([.. nodes], roots, start, features);
    }

    public float Score(ReadOnlySpan<float> features)
    {
        var sum = start;
        foreach (var root in roots)
        {
            ref var node = ref nodes[root];
            while (node.Feature >= 0) node = ref nodes[features[node.Feature] <= node.Value ? node.Left : node.Right];
            sum += node.Value;
        }

        return 1f / (1f + MathF.Exp(-sum));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Node(short Feature, float Value, int Left, int Right);
}
