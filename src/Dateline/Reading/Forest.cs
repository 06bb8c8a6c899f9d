using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Dateline.Reading;

/// <summary>Boosted regression trees: the sum of their leaves through the logistic function is a probability.</summary>
/// <remarks>
/// File: "DLF1", int features, int trees, float base; then for each tree int nodes and its nodes in preorder-independent order:
/// short feature (-1: leaf), float threshold or leaf value, short left, short right. A value goes left where it is at most the threshold. Little endian.
/// Rows are scored sixteen at a time by asking every node of a tree and keeping the leaves that no answer rules out, which takes no branch:
/// C. Lucchese et al., QuickScorer, 2015. The leaves are added in the order of the trees, so that every way gives the same bits.
/// </remarks>
internal sealed class Forest
{
    private const int Lanes = FeatureBlocks.Lanes;
    private const int MostLeaves = 32; // of a tree whose leaves fit the bits of a lane; larger ones are walked

    private readonly Node[] nodes;
    private readonly int[] roots;
    private readonly float start;
    private readonly Question[] questions;
    private readonly int[] lastQuestions;
    private readonly float[] leaves;
    private readonly bool fits;

    private Forest(Node[] nodes, int[] roots, float start, int features)
    {
        this.nodes = nodes;
        this.roots = roots;
        this.start = start;
        Features = features;
        var asked = new List<Question>();
        lastQuestions = new int[roots.Length];
        leaves = new float[roots.Length * MostLeaves];
        fits = true;
        for (var tree = 0; tree < roots.Length; tree++)
        {
            var count = 0;
            Ask(asked, roots[tree], tree, ref count);
            fits &= count <= MostLeaves;
            lastQuestions[tree] = asked.Count;
        }

        questions = [.. asked];
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

    public float Score(ReadOnlySpan<float> features) => Walk(features, 1);

    /// <param name="rows">Their first columns are <see cref="Features"/>.</param>
    /// <param name="scores">One for each row.</param>
    public void Score(in FeatureBlocks rows, Span<float> scores)
    {
        for (var from = 0; from < scores.Length; from += Lanes)
        {
            var block = rows.Block(from / Lanes);
            var ofBlock = scores.Slice(from, Math.Min(Lanes, scores.Length - from));
            if (fits && Vector256.IsHardwareAccelerated) Score(block, ofBlock);
            else
            {
                for (var lane = 0; lane < ofBlock.Length; lane++) ofBlock[lane] = Walk(block[lane..], Lanes);
            }
        }
    }

    /// <param name="step">From one feature to the next.</param>
    private float Walk(ReadOnlySpan<float> features, int step)
    {
        var sum = start;
        foreach (var root in roots)
        {
            ref var node = ref nodes[root];
            while (node.Feature >= 0) node = ref nodes[features[node.Feature * step] <= node.Value ? node.Left : node.Right];
            sum += node.Value;
        }

        return Logistic(sum);
    }

    private void Score(ReadOnlySpan<float> columns, Span<float> scores)
    {
        Span<float> sums = stackalloc float[Lanes];
        ref var column = ref MemoryMarshal.GetReference(columns[..(Features * Lanes)]);
        if (Avx512F.IsSupported && Avx512CD.IsSupported) Sum512(ref column, sums);
        else Sum256(ref column, sums);
        for (var lane = 0; lane < scores.Length; lane++) scores[lane] = Logistic(sums[lane]);
    }

    /// <summary>One vector for all lanes, which also looks the leaves up.</summary>
    private void Sum512(ref float columns, Span<float> sums)
    {
        var all = Vector512.Create(start);
        ref var leaf = ref MemoryMarshal.GetArrayDataReference(leaves);
        var asked = 0;
        for (var tree = 0; tree < lastQuestions.Length; tree++)
        {
            var open = Vector512<uint>.AllBitsSet;
            foreach (ref readonly var question in questions.AsSpan(asked, lastQuestions[tree] - asked))
            {
                var goesLeft = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref columns, (nuint)(question.Feature * Lanes)), Vector512.Create(question.Threshold));
                open &= goesLeft.AsUInt32() | Vector512.Create(question.Right);
            }

            asked = lastQuestions[tree];
            var first = Vector512.Create(31u) - Avx512CD.LeadingZeroCount(open & (Vector512<uint>.Zero - open));
            ref var ofTree = ref Unsafe.Add(ref leaf, tree * MostLeaves);
            all += Avx512F.PermuteVar16x32x2(Vector512.LoadUnsafe(ref ofTree), first.AsInt32(), Vector512.LoadUnsafe(ref ofTree, Lanes));
        }

        all.CopyTo(sums);
    }

    /// <summary>Two vectors at a time: they share what is loaded for the question.</summary>
    private void Sum256(ref float columns, Span<float> sums)
    {
        Span<uint> open = stackalloc uint[Lanes];
        sums.Fill(start);
        var asked = 0;
        for (var tree = 0; tree < lastQuestions.Length; tree++)
        {
            var low = Vector256<uint>.AllBitsSet;
            var high = low;
            foreach (ref readonly var question in questions.AsSpan(asked, lastQuestions[tree] - asked))
            {
                var threshold = Vector256.Create(question.Threshold);
                var right = Vector256.Create(question.Right);
                ref var values = ref Unsafe.Add(ref columns, question.Feature * Lanes);
                low &= Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref values), threshold).AsUInt32() | right;
                high &= Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref values, (nuint)Vector256<float>.Count), threshold).AsUInt32() | right;
            }

            asked = lastQuestions[tree];
            low.CopyTo(open);
            high.CopyTo(open[Vector256<float>.Count..]);
            var ofTree = leaves.AsSpan(tree * MostLeaves, MostLeaves);
            for (var lane = 0; lane < Lanes; lane++) sums[lane] += ofTree[BitOperations.TrailingZeroCount(open[lane])];
        }
    }

    /// <summary>Numbers the leaves from left to right, and notes for each question which of them its right answer leaves open.</summary>
    private void Ask(List<Question> asked, int at, int tree, ref int count)
    {
        var node = nodes[at];
        if (node.Feature < 0)
        {
            if (count < MostLeaves) leaves[tree * MostLeaves + count] = node.Value;
            count++;
            return;
        }

        var first = count;
        Ask(asked, node.Left, tree, ref count);
        var leftLeaves = (1UL << Math.Min(count, MostLeaves)) - (1UL << Math.Min(first, MostLeaves));
        asked.Add(new Question(node.Feature, node.Value, ~(uint)leftLeaves));
        Ask(asked, node.Right, tree, ref count);
    }

    private static float Logistic(float sum) => 1f / (1f + MathF.Exp(-sum));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Node(short Feature, float Value, int Left, int Right);

    /// <param name="Right">The leaves that stay open where the value is above the threshold.</param>
    private readonly record struct Question(int Feature, float Threshold, uint Right);
}
