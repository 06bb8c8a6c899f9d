using Dateline.Language;

namespace Dateline.Training;

/// <summary>A sentence as the parser sees it: words, tags that a tagger found, and the tree to learn.</summary>
/// <param name="Heads">A head equal to the number of words is the root.</param>
internal sealed record ParserExample(WordTraits[] Words, byte[] Tags, int[] Heads, byte[] Labels)
{
    /// <summary>The same sentence read from its end.</summary>
    public ParserExample Reversed()
    {
        var length = Words.Length;
        return new ParserExample([.. Words.Reverse()], [.. Tags.Reverse()], [.. Heads.Reverse().Select(h => h == length ? length : length - 1 - h)], [.. Labels.Reverse()]);
    }
}

/// <summary>Trains the parsers with a dynamic oracle: each follows its own moves, wrong ones too, and learns the best way on from there (Goldberg and Nivre 2012).</summary>
internal sealed class ParserTrainer(IReadOnlyList<ParserExample> examples, string[] relations, byte[] coarse)
{
    private const float Scale = 6;          // averaged weights lie within +-20
    private const int LeastUpdates = 5;     // 3 instead of 1 gives a third of the size and costs 0.001 of UAS
    private const int LeastLabelUpdates = 3;
    private const double Explores = 0.9;    // share of the moves, after the first round, in which the parser's own choice is followed

    private static readonly (MoveSystem System, bool Reversed)[] Kinds = [(MoveSystem.Hybrid, false), (MoveSystem.Hybrid, true), (MoveSystem.Eager, false), (MoveSystem.Eager, true)];

    private readonly List<(MoveSystem System, bool Reversed, byte[] Weights)> done = [];
    private readonly WeightTrainer treeLabels = new(LeastLabelUpdates);

    /// <summary>Trains one parser after the other; hands over the model of those that are done.</summary>
    public byte[] Train(int rounds, Action<byte[]> each)
    {
        foreach (var (system, reversed) in Kinds)
        {
            done.Add((system, reversed, TrainOne(system, reversed, rounds)));
            each(Pack());
        }

        return Pack();
    }

    private byte[] TrainOne(MoveSystem system, bool reversed, int rounds)
    {
        var (moves, labels) = (new WeightTrainer(LeastUpdates), new WeightTrainer(LeastLabelUpdates));
        var turned = reversed ? [.. examples.Select(e => e.Reversed())] : examples;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(1);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var e in order)
            {
                var state = Learn(turned[e], system, moves, labels, round == 0 ? null : random);
                if (done.Count == 0) LearnTreeLabels(turned[e], state.Heads.ToArray());
            }
        }

        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            MoveWeights.Write(writer, moves.Averaged(Scale));
            SparseWeights.Write(writer, labels.Averaged(Scale));
        }

        return bytes.ToArray();
    }

    private byte[] Pack() => ModelFile.Pack(writer =>
    {
        ModelFile.WriteNames(writer, relations);
        writer.Write((byte)done.Count);
        foreach (var (system, reversed, weights) in done)
        {
            writer.Write((byte)system);
            writer.Write((byte)(reversed ? 1 : 0));
            writer.Write(weights);
        }

        SparseWeights.Write(writer, treeLabels.Averaged(Scale));
    });

    private ParserState Learn(ParserExample example, MoveSystem system, WeightTrainer moves, WeightTrainer labels, Random? random)
    {
        var state = new ParserState(example.Words.Length, system);
        var context = new ParserFeatures(example.Words, example.Tags, coarse);
        Span<uint> features = stackalloc uint[ParserFeatures.Most];
        Span<float> scores = stackalloc float[256];
        while (!state.IsDone)
        {
            var count = context.ForMove(state, features);
            scores[..MoveWeights.Moves].Clear();
            moves.Score(features[..count], scores);
            moves.Step++;
            var (chosen, right) = Choose(state, example.Heads, scores);
            if (chosen != right) moves.Update(features[..count], (int)right, (int)chosen);
            var move = random is not null && random.NextDouble() < Explores ? chosen : right;
            var (head, word) = state.ArcOf(move);
            var label = word >= 0 && head < example.Words.Length ? LearnLabel(example, labels, head, word, features[..context.ForQuickLabel(state, head, word, features)], scores) : (byte)0;
            state.Make(move, label);
        }

        return state;
    }

    private byte LearnLabel(ParserExample example, WeightTrainer labels, int head, int word, ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores[..relations.Length].Clear();
        labels.Score(features, scores);
        labels.Step++;
        var label = (byte)Best(scores[..relations.Length]);
        if (example.Heads[word] == head && example.Labels[word] != 0 && label != example.Labels[word]) labels.Update(features, example.Labels[word], label);
        return label;
    }

    private void LearnTreeLabels(ParserExample example, int[] heads)
    {
        var tree = ParserState.OfTree(heads);
        var context = new ParserFeatures(example.Words, example.Tags, coarse);
        Span<uint> features = stackalloc uint[ParserFeatures.Most];
        Span<float> scores = stackalloc float[256];
        foreach (var word in tree.LeavesFirst())
        {
            if (heads[word] < heads.Length) tree.Relabel(word, LearnLabel(example, treeLabels, heads[word], word, features[..context.ForLabel(tree, heads[word], word, features)], scores));
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 1;
        for (var i = 2; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }

    /// <summary>The best allowed move by the scores, and the best one of those that lose the fewest arcs of the gold tree. The first is the second where both cost the same.</summary>
    private static (Move Chosen, Move Right) Choose(ParserState state, int[] gold, ReadOnlySpan<float> scores)
    {
        Move chosen = (Move)(-1), right = (Move)(-1);
        var least = int.MaxValue;
        for (var move = Move.Shift; move <= Move.Reduce; move++)
        {
            if (!state.Allows(move)) continue;
            if (chosen < 0 || scores[(int)move] > scores[(int)chosen]) chosen = move;
            var cost = Cost(state, move, gold);
            if (cost < least || (cost == least && scores[(int)move] > scores[(int)right])) (least, right) = (cost, move);
        }

        return (chosen, right);
    }

    /// <summary>The number of gold arcs that can no longer be made after the move.</summary>
    private static int Cost(ParserState state, Move move, int[] gold) => state.System == MoveSystem.Hybrid ? HybridCost(state, move, gold) : EagerCost(state, move, gold);

    private static int HybridCost(ParserState state, Move move, int[] gold)
    {
        var cost = 0;
        int b0 = state.Next, s0 = state.Stack(0), s1 = state.Stack(1);
        if (move == Move.Shift)
        {
            for (var below = 0; below < state.Depth; below++)
            {
                var word = state.Stack(below);
                if (gold[word] == b0) cost++;
                if (below > 0 && gold[b0] == word) cost++;
            }

            return cost;
        }

        if (move == Move.Left ? gold[s0] == s1 || gold[s0] > b0 : gold[s0] >= b0) cost++;
        return cost + DependentsAhead(s0, b0, gold);
    }

    private static int EagerCost(ParserState state, Move move, int[] gold)
    {
        int b0 = state.Next, s0 = state.Stack(0);
        if (move == Move.Reduce) return DependentsAhead(s0, b0, gold);
        if (move == Move.Left) return DependentsAhead(s0, b0, gold) + (gold[s0] > b0 ? 1 : 0);
        var cost = move == Move.Right && gold[b0] > b0 ? 1 : 0;
        for (var below = 0; below < state.Depth; below++)
        {
            var word = state.Stack(below);
            if (gold[word] == b0 && state.HeadOf(word) < 0) cost++;
            if (gold[b0] == word && (move == Move.Shift || below > 0)) cost++;
        }

        return cost;
    }

    private static int DependentsAhead(int word, int next, int[] gold)
    {
        var count = 0;
        for (var dependent = next; dependent < gold.Length; dependent++)
        {
            if (gold[dependent] == word) count++;
        }

        return count;
    }
}
