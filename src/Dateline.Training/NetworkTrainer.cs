using Dateline.Language;

namespace Dateline.Training;

/// <summary>Trains the network with Adam (Kingma and Ba 2015). Two threads, each with its own part of the sentences: the sums, and so the bytes, do not depend on which is done first.</summary>
internal sealed class NetworkTrainer
{
    private const int Parts = 2, SentencesOfPart = 16, LongestSentence = 150, WarmUp = 300, Seed = 2, SeedStep = 1_000_000;
    private const float Rate = 0.002f, Momentum = 0.9f, Spread = 0.98f, Least = 1e-8f;

    private readonly NetworkShape shape;
    private readonly uint[] keys;
    private readonly float[] weights, vectors;
    private readonly (float[] First, float[] Second) weightMoments, vectorMoments;
    private readonly NetworkPass[] passes;
    private readonly List<NetworkExample> examples;

    public NetworkTrainer(IReadOnlyList<ParserExample> sentences, int tags, int relations)
    {
        shape = new NetworkShape(Width: 128, Layers: 3, Arcs: 96, Kinds: 128, tags, relations);
        keys = Keys(sentences);
        var random = new Random(Seed);
        weights = Initial(shape, random);
        vectors = new float[keys.Length * shape.Width];
        for (var i = 0; i < vectors.Length; i++) vectors[i] = (random.NextSingle() - 0.5f) * 0.5f;
        weightMoments = (new float[weights.Length], new float[weights.Length]);
        vectorMoments = (new float[vectors.Length], new float[vectors.Length]);
        passes = [.. Enumerable.Range(0, Parts).Select(_ => new NetworkPass(shape, keys.Length))];
        examples = Examples(sentences);
    }

    public void Train(int rounds, Action<int, double> each)
    {
        var random = new Random(Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var batch = Parts * SentencesOfPart;
        var steps = rounds * (order.Length / batch);
        var step = 0;
        for (var round = 1; round <= rounds; round++)
        {
            random.Shuffle(order);
            double loss = 0;
            for (var first = 0; first + batch <= order.Length; first += batch)
            {
                var chosen = order[first..(first + batch)].Select(i => examples[i]).ToArray();
                var share = 1f / chosen.Sum(e => e.Heads.Length);
                step++;
                Parallel.For(0, Parts, p => passes[p].Run(chosen[(p * SentencesOfPart)..((p + 1) * SentencesOfPart)], weights, vectors, share, ((Seed - 1) * SeedStep) + (step * Parts) + p));
                loss += passes.Sum(p => p.Loss);
                Move(Rate * Math.Min(1, (float)step / WarmUp) * (1 - ((float)(step - 1) / steps)), step);
            }

            each(round, loss / (order.Length / batch));
        }
    }

    public void Write(BinaryWriter writer)
    {
        Network.Write(writer, shape, weights);
        WordVectors.Write(writer, keys, shape.Width, vectors);
    }

    private void Move(float rate, int step)
    {
        rate *= MathF.Sqrt(1 - MathF.Pow(Spread, step)) / (1 - MathF.Pow(Momentum, step));
        for (var p = 1; p < Parts; p++)
        {
            Matrices.AddToRows(passes[0].Gradient, passes[p].Gradient);
        }

        Move(weights, passes[0].Gradient, weightMoments, 0, weights.Length, rate);
        var touched = new SortedSet<int>(passes.SelectMany(p => p.Touched));
        var sum = new float[shape.Width];
        foreach (var row in touched)
        {
            Array.Clear(sum);
            foreach (var pass in passes) Matrices.AddToRows(sum, pass.RowGradient.AsSpan(row * shape.Width, shape.Width));
            Move(vectors, sum, vectorMoments, row * shape.Width, shape.Width, rate);
        }
    }

    private static void Move(float[] values, float[] gradient, (float[] First, float[] Second) moments, int start, int count, float rate)
    {
        var (first, second) = moments;
        for (var i = 0; i < count; i++)
        {
            var g = gradient[i];
            var m = first[start + i] = (Momentum * first[start + i]) + ((1 - Momentum) * g);
            var v = second[start + i] = (Spread * second[start + i]) + ((1 - Spread) * g * g);
            values[start + i] -= rate * m / (MathF.Sqrt(v) + Least);
        }
    }

    private static float[] Initial(NetworkShape shape, Random random)
    {
        var weights = new float[shape.Size];
        void Fill(Range range, int inner, int columns)
        {
            var span = MathF.Sqrt(6f / (inner + columns));
            foreach (ref var weight in weights.AsSpan(range)) weight = ((2 * random.NextSingle()) - 1) * span;
        }

        for (var layer = 0; layer < shape.Layers; layer++) Fill(shape.Recurrent(layer), shape.Width, shape.Width);
        for (var role = 0; role < NetworkShape.RoleCount; role++) Fill(shape.RoleWeights(role), shape.Width, shape.RoleWidth(role));
        Fill(shape.Questions, shape.Arcs, shape.Arcs * 4);
        Fill(shape.FarWeights, shape.Arcs, shape.Arcs);
        Fill(shape.Root, shape.Arcs, shape.Arcs);
        Fill(shape.RelationWeights, shape.Kinds, shape.RelationColumns);
        Fill(shape.TagWeights, shape.Width, shape.TagColumns);
        for (var tag = 0; tag < shape.Tags; tag++) weights[shape.TagBias.Start.Value + (tag * shape.TagColumns) + tag] = 2; // the tagger is mostly right
        return weights;
    }

    /// <summary>What was seen often enough to get a vector of its own; the most words are seen once, and teach what an unknown word is like.</summary>
    private static uint[] Keys(IReadOnlyList<ParserExample> sentences)
    {
        var seen = new Dictionary<uint, int>();
        var found = new uint[WordVectors.Traits];
        int[] least = [2, 3, 3, 3, 3, 3, 3, 3, 1];
        var kept = new SortedSet<uint> { WordVectors.Unknown };
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                WordVectors.KeysOf(sentence.Words[i], sentence.Tags[i], found);
                for (var k = 0; k < found.Length; k++)
                {
                    var count = seen[found[k]] = seen.GetValueOrDefault(found[k]) + 1;
                    if (count == least[k]) kept.Add(found[k]);
                }
            }
        }

        return [.. kept];
    }

    private List<NetworkExample> Examples(IReadOnlyList<ParserExample> sentences)
    {
        var table = new WordVectors(keys, 0, [], []);
        var list = new List<NetworkExample>();
        var found = new uint[WordVectors.Traits];
        foreach (var sentence in sentences)
        {
            if (sentence.Words.Length > LongestSentence) continue;
            var rows = new int[sentence.Words.Length * WordVectors.Traits];
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                WordVectors.KeysOf(sentence.Words[i], sentence.Tags[i], found);
                table.RowsOf(found, rows.AsSpan(i * WordVectors.Traits, WordVectors.Traits));
            }

            list.Add(new NetworkExample(rows, sentence.Tags, sentence.Gold, sentence.Heads, sentence.Labels));
        }

        return list;
    }
}
