using Dateline.Language;

namespace Dateline.Training;

/// <summary>A sentence as the network learns it.</summary>
/// <param name="Rows">Of each word, its rows among the word vectors, -1 where there is none.</param>
/// <param name="Found">The tags that the tagger found.</param>
/// <param name="Tags">Gold; -1 where the tag is not learned.</param>
/// <param name="Heads">A head equal to the number of words is the root.</param>
internal sealed record NetworkExample(int[] Rows, byte[] Found, int[] Tags, int[] Heads, byte[] Labels);

/// <summary>One way forth and back through the network over some sentences: the gradient of their loss. Parts of it are left out at random, so that no part relies on one other.</summary>
/// <param name="rows">Number of word vectors.</param>
internal sealed class NetworkPass(NetworkShape shape, int rows)
{
    private const float TagWeight = 0.5f;
    private const double TraitDrop = 0.15, WordDrop = 0.25;
    private const float InputDrop = 0.25f, LayerDrop = 0.2f, RoleDrop = 0.33f;

    private readonly Dictionary<string, float[]> buffers = new(StringComparer.Ordinal);
    private readonly List<int> touched = [];
    private readonly bool[] isTouched = new bool[rows];
    private Random random = new(0);

    public float[] Gradient { get; } = new float[shape.Size];

    /// <summary>By row of the word vectors; only those of <see cref="Touched"/> count.</summary>
    public float[] RowGradient { get; } = new float[rows * shape.Width];

    public IReadOnlyList<int> Touched => touched;

    public double Loss { get; private set; }

    /// <param name="share">By how much the loss of one word counts.</param>
    public void Run(IReadOnlyList<NetworkExample> examples, float[] weights, float[] vectors, float share, int seed)
    {
        Clear();
        random = new Random(seed);
        var count = examples.Sum(e => e.Heads.Length);
        var width = shape.Width;
        var dropped = Embed(examples, vectors, out var kept);
        Drop(dropped, count * width, InputDrop, "input mask");
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var (x, y) = (Take($"x{layer}", count * width), Take($"x{layer + 1}", count * width));
            var (gates, cells) = (Take($"gates{layer}", count * shape.Gates), Take($"cells{layer}", count * width));
            Matrices.Multiply(x, count, width, weights.AsSpan(shape.Recurrent(layer)), shape.Gates, gates);
            EachSentence(examples, (first, words) => Recurrence.Run(width, weights.AsSpan(shape.GateBias(layer)), weights.AsSpan(shape.GatePeep(layer)), Part(x, first, words, width), Part(gates, first, words, shape.Gates), Part(cells, first, words, width), Part(y, first, words, width)));
            Drop(y, count * width, LayerDrop, $"mask{layer}");
        }

        var top = Take($"x{shape.Layers}", count * width);
        var back = Take("back", count * width);
        Array.Clear(back);
        LearnTags(examples, top, back, weights, share, count);
        LearnArcs(examples, top, back, weights, share, count);
        LearnRelations(examples, top, back, weights, share, count);
        for (var layer = shape.Layers - 1; layer >= 0; layer--) back = BackLayer(examples, layer, back, weights, count);
        var mask = Take("input mask", count * width);
        for (var i = 0; i < count * width; i++) back[i] *= mask[i];
        BackRows(examples, back, kept);
    }

    private void Clear()
    {
        Loss = 0;
        Array.Clear(Gradient);
        foreach (var row in touched)
        {
            isTouched[row] = false;
            Array.Clear(RowGradient, row * shape.Width, shape.Width);
        }

        touched.Clear();
    }

    private float[] Embed(IReadOnlyList<NetworkExample> examples, float[] vectors, out bool[] kept)
    {
        var width = shape.Width;
        var x = Take("x0", examples.Sum(e => e.Heads.Length) * width);
        Array.Clear(x);
        kept = new bool[examples.Sum(e => e.Rows.Length)];
        var at = 0;
        foreach (var example in examples)
        {
            for (var i = 0; i < example.Rows.Length; i++, at++)
            {
                kept[at] = example.Rows[i] >= 0 && random.NextDouble() >= (i % WordVectors.Traits < 2 ? WordDrop : TraitDrop);
                if (!kept[at]) continue;
                var target = x.AsSpan(at / WordVectors.Traits * width, width);
                var source = vectors.AsSpan(example.Rows[i] * width, width);
                for (var j = 0; j < width; j++) target[j] += source[j];
            }
        }

        return x;
    }

    private void BackRows(IReadOnlyList<NetworkExample> examples, float[] back, bool[] kept)
    {
        var at = 0;
        foreach (var example in examples)
        {
            foreach (var row in example.Rows)
            {
                if (kept[at])
                {
                    if (!isTouched[row])
                    {
                        isTouched[row] = true;
                        touched.Add(row);
                    }

                    var target = RowGradient.AsSpan(row * shape.Width, shape.Width);
                    var source = back.AsSpan(at / WordVectors.Traits * shape.Width, shape.Width);
                    for (var j = 0; j < source.Length; j++) target[j] += source[j];
                }

                at++;
            }
        }
    }

    private float[] BackLayer(IReadOnlyList<NetworkExample> examples, int layer, float[] back, float[] weights, int count)
    {
        var width = shape.Width;
        var mask = Take($"mask{layer}", count * width);
        for (var i = 0; i < count * width; i++) back[i] *= mask[i];
        var (x, gates, cells) = (Take($"x{layer}", count * width), Take($"gates{layer}", count * shape.Gates), Take($"cells{layer}", count * width));
        var (gateBack, below) = (Take("gate back", count * shape.Gates), Take(layer % 2 == 0 ? "below even" : "below odd", count * width));
        EachSentence(examples, (first, words) => RecurrenceBack.Run(
            width, weights.AsSpan(shape.GatePeep(layer)), Part(x, first, words, width), Part(gates, first, words, shape.Gates), Part(cells, first, words, width), Part(back, first, words, width),
            Part(gateBack, first, words, shape.Gates), Part(below, first, words, width), Gradient.AsSpan(shape.GateBias(layer)), Gradient.AsSpan(shape.GatePeep(layer))));
        Back(x, gateBack, count, width, shape.Gates, weights.AsSpan(shape.Recurrent(layer)), Gradient.AsSpan(shape.Recurrent(layer)), below);
        return below;
    }

    private void LearnTags(IReadOnlyList<NetworkExample> examples, float[] top, float[] back, float[] weights, float share, int count)
    {
        var columns = shape.TagColumns;
        var scores = Take("tag scores", count * columns);
        Matrices.Multiply(top, count, shape.Width, weights.AsSpan(shape.TagWeights), columns, scores);
        var (bias, biasBack) = (weights.AsMemory(shape.TagBias), Gradient.AsMemory(shape.TagBias));
        EachSentence(examples, (first, words, example) =>
        {
            for (var i = 0; i < words; i++)
            {
                var row = scores.AsSpan((first + i) * columns, columns);
                var from = example.Found[i] * columns;
                Matrices.AddToRows(row, bias.Span.Slice(from, columns));
                Learn(row[..shape.Tags], example.Tags[i], share * TagWeight);
                row[shape.Tags..].Clear();
                Matrices.AddToRows(biasBack.Span.Slice(from, columns), row);
            }
        });
        Back(top, scores, count, shape.Width, columns, weights.AsSpan(shape.TagWeights), Gradient.AsSpan(shape.TagWeights), back);
    }

    private void LearnArcs(IReadOnlyList<NetworkExample> examples, float[] top, float[] back, float[] weights, float share, int count)
    {
        var (arcs, far) = (shape.Arcs, NetworkShape.Distances);
        var dependents = Role(top, weights, count, 0);
        var heads = Role(top, weights, count, 1);
        Rectify(dependents, count * arcs);
        Rectify(heads, count * arcs);
        var (questions, distances) = (Take("questions", count * arcs), Take("distances", count * far));
        Matrices.Multiply(dependents, count, arcs, weights.AsSpan(shape.Questions), arcs, questions);
        Matrices.AddToRows(questions.AsSpan(0, count * arcs), weights.AsSpan(shape.QuestionBias));
        Matrices.Multiply(dependents, count, arcs, weights.AsSpan(shape.FarWeights), far, distances);
        Matrices.AddToRows(distances.AsSpan(0, count * far), weights.AsSpan(shape.FarBias));
        var (questionBack, distanceBack, headBack, dependentBack) = (Take("question back", count * arcs), Take("distance back", count * far), Take("head back", count * arcs), Take("dependent back", count * arcs));
        Array.Clear(distanceBack);
        Array.Clear(dependentBack);
        EachSentence(examples, (first, words, example) =>
        {
            var across = Matrices.Padded(words + 1);
            var (answers, answersAcross, scores, turned, answerBack) = (Take("answers", across * arcs), Take("answers across", across * arcs), Take("scores", words * across), Take("turned", across * words), Take("answer back", across * arcs));
            Array.Clear(answers);
            Part(heads, first, words, arcs).CopyTo(answers);
            weights.AsSpan(shape.Root).CopyTo(answers.AsSpan(words * arcs));
            Matrices.Transpose(answers, across, arcs, answersAcross, across);
            Matrices.Multiply(Part(questions, first, words, arcs), words, arcs, answersAcross, across, scores);
            for (var i = 0; i < words; i++)
            {
                var row = scores.AsSpan(i * across, across);
                for (var j = 0; j <= words; j++) row[j] += distances[((first + i) * far) + NetworkShape.DistanceOf(i, j, words)];
                row[i] = float.NegativeInfinity;
                Learn(row[..(words + 1)], example.Heads[i], share);
                row[(words + 1)..].Clear();
                for (var j = 0; j <= words; j++) distanceBack[((first + i) * far) + NetworkShape.DistanceOf(i, j, words)] += row[j];
            }

            Matrices.Multiply(scores, words, across, answers, arcs, Part(questionBack, first, words, arcs));
            Matrices.Transpose(scores, words, across, turned, words);
            Matrices.Multiply(turned, across, words, Part(questions, first, words, arcs), arcs, answerBack);
            answerBack.AsSpan(0, words * arcs).CopyTo(Part(headBack, first, words, arcs));
            Matrices.AddToRows(Gradient.AsSpan(shape.Root), answerBack.AsSpan(words * arcs, arcs));
        });
        AddRows(questionBack, count, Gradient.AsSpan(shape.QuestionBias));
        AddRows(distanceBack, count, Gradient.AsSpan(shape.FarBias));
        Back(dependents, questionBack, count, arcs, arcs, weights.AsSpan(shape.Questions), Gradient.AsSpan(shape.Questions), dependentBack);
        Back(dependents, distanceBack, count, arcs, far, weights.AsSpan(shape.FarWeights), Gradient.AsSpan(shape.FarWeights), dependentBack);
        RoleBack(top, back, weights, count, 0, dependents, dependentBack);
        RoleBack(top, back, weights, count, 1, heads, headBack);
    }

    private void LearnRelations(IReadOnlyList<NetworkExample> examples, float[] top, float[] back, float[] weights, float share, int count)
    {
        var (kinds, columns) = (shape.Kinds, shape.RelationColumns);
        var sums = Role(top, weights, count, 2);
        var governors = Role(top, weights, count, 3);
        var (scores, sumBack, governorBack) = (Take("relation scores", count * columns), Take("sum back", count * kinds), Take("governor back", count * kinds));
        EachSentence(examples, (first, words, example) =>
        {
            for (var i = 0; i < words; i++)
            {
                var row = sums.AsSpan((first + i) * kinds, kinds);
                if (example.Heads[i] < words) Matrices.AddToRows(row, governors.AsSpan((first + example.Heads[i]) * kinds, kinds));
                Matrices.AddToRows(row, weights.AsSpan(shape.DistanceKinds).Slice(NetworkShape.DistanceOf(i, example.Heads[i], words) * kinds, kinds));
            }
        });
        Rectify(sums, count * kinds);
        Matrices.Multiply(sums, count, kinds, weights.AsSpan(shape.RelationWeights), columns, scores);
        Matrices.AddToRows(scores.AsSpan(0, count * columns), weights.AsSpan(shape.RelationBias));
        EachSentence(examples, (first, words, example) =>
        {
            for (var i = 0; i < words; i++)
            {
                var row = scores.AsSpan((first + i) * columns, columns);
                row[0] = float.NegativeInfinity;
                Learn(row[..shape.Relations], example.Heads[i] < words && example.Labels[i] > 0 ? example.Labels[i] : -1, share);
                row[shape.Relations..].Clear();
            }
        });
        AddRows(scores, count, Gradient.AsSpan(shape.RelationBias));
        Array.Clear(sumBack);
        Array.Clear(governorBack);
        Back(sums, scores, count, kinds, columns, weights.AsSpan(shape.RelationWeights), Gradient.AsSpan(shape.RelationWeights), sumBack);
        for (var i = 0; i < count * kinds; i++) sumBack[i] = sums[i] > 0 ? sumBack[i] / (1 - RoleDrop) : 0;
        EachSentence(examples, (first, words, example) =>
        {
            for (var i = 0; i < words; i++)
            {
                var row = sumBack.AsSpan((first + i) * kinds, kinds);
                if (example.Heads[i] < words) Matrices.AddToRows(governorBack.AsSpan((first + example.Heads[i]) * kinds, kinds), row);
                Matrices.AddToRows(Gradient.AsSpan(shape.DistanceKinds).Slice(NetworkShape.DistanceOf(i, example.Heads[i], words) * kinds, kinds), row);
            }
        });
        RoleBack(top, back, weights, count, 2, null, sumBack);
        RoleBack(top, back, weights, count, 3, null, governorBack);
    }

    private float[] Role(float[] top, float[] weights, int count, int role)
    {
        var width = shape.RoleWidth(role);
        var target = Take($"role{role}", count * width);
        Matrices.Multiply(top, count, shape.Width, weights.AsSpan(shape.RoleWeights(role)), width, target);
        Matrices.AddToRows(target.AsSpan(0, count * width), weights.AsSpan(shape.RoleBias(role)));
        return target;
    }

    /// <param name="values">null where negative numbers stayed and nothing was left out.</param>
    private void RoleBack(float[] top, float[] back, float[] weights, int count, int role, float[]? values, float[] roleBack)
    {
        var width = shape.RoleWidth(role);
        if (values is not null) for (var i = 0; i < count * width; i++) roleBack[i] = values[i] > 0 ? roleBack[i] / (1 - RoleDrop) : 0;
        AddRows(roleBack, count, Gradient.AsSpan(shape.RoleBias(role)));
        Back(top, roleBack, count, shape.Width, width, weights.AsSpan(shape.RoleWeights(role)), Gradient.AsSpan(shape.RoleWeights(role)), back);
    }

    /// <summary>Scores become the gradient of the loss of the right class; of nothing where <paramref name="right"/> is -1.</summary>
    private void Learn(Span<float> scores, int right, float share)
    {
        if (right < 0)
        {
            scores.Clear();
            return;
        }

        var top = float.NegativeInfinity;
        foreach (var score in scores) top = Math.Max(top, score);
        var sum = 0f;
        for (var i = 0; i < scores.Length; i++) sum += scores[i] = MathF.Exp(scores[i] - top);
        Loss -= Math.Log(Math.Max(1e-9, scores[right] / sum)) * share;
        for (var i = 0; i < scores.Length; i++) scores[i] *= share / sum;
        scores[right] -= share;
    }

    /// <summary>From the gradient of a product to that of its right side, and, added, to that of its left.</summary>
    private void Back(float[] left, float[] productBack, int count, int inner, int columns, ReadOnlySpan<float> right, Span<float> rightBack, float[] leftBack)
    {
        var (leftTurned, rightTurned) = (Take("left turned", count * inner), Take("right turned", inner * columns));
        Matrices.Transpose(left, count, inner, leftTurned, count);
        Matrices.Multiply(leftTurned, inner, count, productBack, columns, rightBack, adds: true);
        Matrices.Transpose(right, inner, columns, rightTurned, inner);
        Matrices.Multiply(productBack, count, columns, rightTurned, inner, leftBack, adds: true);
    }

    private static void AddRows(float[] rows, int count, Span<float> sum)
    {
        for (var i = 0; i < count; i++) Matrices.AddToRows(sum, rows.AsSpan(i * sum.Length, sum.Length));
    }

    private void Rectify(float[] values, int count)
    {
        for (var i = 0; i < count; i++) values[i] = values[i] > 0 && random.NextSingle() >= RoleDrop ? values[i] / (1 - RoleDrop) : 0;
    }

    private void Drop(float[] values, int count, float share, string mask)
    {
        var factors = Take(mask, count);
        for (var i = 0; i < count; i++) values[i] *= factors[i] = random.NextSingle() < share ? 0 : 1 / (1 - share);
    }

    /// <summary>Room for at least so many numbers, kept under its name from one run to the next.</summary>
    private float[] Take(string name, int size)
    {
        if (!buffers.TryGetValue(name, out var buffer) || buffer.Length < size) buffers[name] = buffer = new float[size + (size / 4)];
        return buffer;
    }

    private static Span<float> Part(float[] all, int first, int words, int width) => all.AsSpan(first * width, words * width);

    private static void EachSentence(IReadOnlyList<NetworkExample> examples, Action<int, int> act) => EachSentence(examples, (first, words, _) => act(first, words));

    private static void EachSentence(IReadOnlyList<NetworkExample> examples, Action<int, int, NetworkExample> act)
    {
        var first = 0;
        foreach (var example in examples)
        {
            act(first, example.Heads.Length, example);
            first += example.Heads.Length;
        }
    }
}
