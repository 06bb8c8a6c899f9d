using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dateline.Annotation;
using Dateline.Language;

namespace Dateline.Training;

/// <summary>
/// A linear-chain conditional random field over the classes of <see cref="NameTagger"/>, trained by AdaGrad sentence by sentence. A share of the features is left out at random
/// each time, so that what is rare cannot explain a name alone; the weights of the last rounds are averaged.
/// </summary>
internal sealed class NameChain
{
    private const int Classes = NameTagger.Classes;
    private const int States = Classes + 1;  // with the sentence's edge
    private const int Stride = 24;           // classes, filled up to whole vectors
    private const int Rounds = 20;
    private const int Averaged = 10;         // of the last rounds
    private const float LeftOut = .6f;
    private const float Rate = .15f;
    private const float LastRate = .1f;      // of the first
    private const float Shrink = .01f;
    private const float Damp = .05f;
    private const float Steps = 16;          // of a weight in the model
    private const float Negligible = 1e-4f;

    private static readonly bool[] May = [.. Enumerable.Range(0, States * States).Select(i => NameTagger.May(i / States, i % States))];

    private readonly Dictionary<uint, int> rows = [];
    private readonly float[] transitions = new float[States * States];
    private readonly float[] transitionSquares = new float[States * States];
    private float[] weights = [];
    private float[] squares = [];

    /// <param name="Features">Of each token; null where no name may be.</param>
    /// <param name="Allowed">The classes of each token, a bit each: several where the gold does not tell things from what is outside.</param>
    /// <param name="Weight">How much the sentence counts.</param>
    public sealed record Sentence(uint[]?[] Features, uint[] Allowed, float Weight);

    /// <summary>The model's bytes, unpacked: transitions, then weights.</summary>
    public static void Train(IReadOnlyList<Sentence> sentences, BinaryWriter writer)
    {
        var chain = new NameChain();
        chain.Learn(sentences);
        foreach (var transition in chain.transitions) writer.Write((short)Math.Clamp(MathF.Round(transition * Steps), short.MinValue, short.MaxValue));
        SparseWeights.Write(writer, chain.Rounded());
    }

    private void Learn(IReadOnlyList<Sentence> sentences)
    {
        var numbered = sentences.Select(s => (Sentence: s, Rows: s.Features.Select(f => f?.Select(Number).ToArray()).ToArray())).ToArray();
        weights = new float[rows.Count * Stride];
        squares = new float[weights.Length];
        var sums = new float[weights.Length];
        var transitionSums = new float[transitions.Length];
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(numbered);
            var rate = Rate * (1 - ((1 - LastRate) * round / Rounds));
            foreach (var (sentence, all) in numbered) Step(sentence, [.. all.Select(r => r?.Where(_ => random.NextSingle() >= LeftOut).ToArray())], rate);
            if (round < Rounds - Averaged) continue;
            for (var i = 0; i < sums.Length; i++) sums[i] += weights[i];
            for (var i = 0; i < transitionSums.Length; i++) transitionSums[i] += transitions[i];
        }

        for (var i = 0; i < sums.Length; i++) weights[i] = sums[i] / Averaged;
        for (var i = 0; i < transitionSums.Length; i++) transitions[i] = transitionSums[i] / Averaged;
    }

    private int Number(uint feature)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, feature, out var known);
        if (!known) row = rows.Count - 1;
        return row;
    }

    /// <summary>One step down the slope of one sentence: what the model expects, less what it expects among the classes allowed.</summary>
    private void Step(Sentence sentence, int[]?[] features, float rate)
    {
        var length = features.Length;
        var likely = new double[length * Classes];
        for (var i = 0; i < length; i++) Emit(features[i], likely.AsSpan(i * Classes, Classes));
        var pairs = new double[States * States];
        var allowedPairs = new double[States * States];
        if (Expect(likely, length, null, pairs) is not { } free || Expect(likely, length, sentence.Allowed, allowedPairs) is not { } bound) return;
        Span<float> slope = stackalloc float[Stride];
        for (var i = 0; i < length; i++)
        {
            if (features[i] is not { } here) continue;
            slope.Clear();
            var greatest = 0f;
            for (var c = 0; c < Classes; c++)
            {
                slope[c] = sentence.Weight * (float)(free[(i * Classes) + c] - bound[(i * Classes) + c]);
                greatest = Math.Max(greatest, Math.Abs(slope[c]));
            }

            if (greatest < Negligible) continue;
            foreach (var row in here) Descend(row * Stride, slope, rate);
        }

        for (var i = 0; i < transitions.Length; i++)
        {
            var gradient = sentence.Weight * (float)(pairs[i] - allowedPairs[i]);
            if (gradient == 0) continue;
            gradient += Shrink * transitions[i];
            transitionSquares[i] += gradient * gradient;
            transitions[i] -= rate * gradient / (MathF.Sqrt(transitionSquares[i]) + Damp);
        }
    }

    private void Descend(int row, ReadOnlySpan<float> slope, float rate)
    {
        for (var v = 0; v < Stride; v += Vector256<float>.Count)
        {
            ref var weight = ref weights[row + v];
            ref var square = ref squares[row + v];
            var old = Vector256.LoadUnsafe(ref weight);
            var gradient = Vector256.Create(slope[v..]) + (old * Shrink);
            var sum = Vector256.LoadUnsafe(ref square) + (gradient * gradient);
            sum.StoreUnsafe(ref square);
            (old - (gradient * rate / (Vector256.Sqrt(sum) + Vector256.Create(Damp)))).StoreUnsafe(ref weight);
        }
    }

    /// <summary>How likely each class is by the token's own features, as a factor. Without features it is outside.</summary>
    private void Emit(int[]? features, Span<double> into)
    {
        into.Clear();
        if (features is null)
        {
            into[0] = 1;
            return;
        }

        Span<float> scores = stackalloc float[Stride];
        scores.Clear();
        foreach (var row in features)
        {
            for (var v = 0; v < Stride; v += Vector256<float>.Count)
                (Vector256.Create<float>(scores[v..]) + Vector256.LoadUnsafe(ref weights[(row * Stride) + v])).CopyTo(scores[v..]);
        }

        for (var c = 0; c < Classes; c++) into[c] = Math.Exp(Math.Min(80, scores[c]));
    }

    /// <summary>Forward and backward: how likely each class is at each token, and each pair of neighbouring classes over the sentence. Null where the sums run out of range.</summary>
    private double[]? Expect(double[] likely, int length, uint[]? allowed, double[] pairs)
    {
        var steps = new double[States * States];
        for (var i = 0; i < steps.Length; i++) steps[i] = May[i] ? Math.Exp(transitions[i]) : 0;
        double[] forward = new double[length * Classes], backward = new double[length * Classes];
        double Here(int i, int c) => allowed is null || (allowed[i] & (1u << c)) != 0 ? likely[(i * Classes) + c] : 0;
        for (var i = 0; i < length; i++)
        {
            for (var c = 0; c < Classes; c++)
            {
                if (Here(i, c) is not (> 0 and var here)) continue;
                var sum = i == 0 ? steps[(NameTagger.Edge * States) + c] : 0;
                for (var b = 0; i > 0 && b < Classes; b++) sum += forward[((i - 1) * Classes) + b] * steps[(b * States) + c];
                forward[(i * Classes) + c] = sum * here;
            }

            if (!Scale(forward.AsSpan(i * Classes, Classes))) return null;
        }

        for (var i = length - 1; i >= 0; i--)
        {
            for (var b = 0; b < Classes; b++)
            {
                var sum = i == length - 1 ? steps[(b * States) + NameTagger.Edge] : 0;
                for (var c = 0; i < length - 1 && c < Classes; c++) sum += steps[(b * States) + c] * Here(i + 1, c) * backward[((i + 1) * Classes) + c];
                backward[(i * Classes) + b] = sum;
            }

            if (!Scale(backward.AsSpan(i * Classes, Classes))) return null;
        }

        Span<double> row = stackalloc double[Classes * Classes];
        for (var i = 1; i < length; i++)
        {
            for (var b = 0; b < Classes; b++)
                for (var c = 0; c < Classes; c++) row[(b * Classes) + c] = forward[((i - 1) * Classes) + b] * steps[(b * States) + c] * Here(i, c) * backward[(i * Classes) + c];
            if (!Scale(row)) return null;
            for (var b = 0; b < Classes; b++)
                for (var c = 0; c < Classes; c++) pairs[(b * States) + c] += row[(b * Classes) + c];
        }

        for (var i = 0; i < forward.Length; i++) forward[i] *= backward[i];
        for (var i = 0; i < length; i++)
            if (!Scale(forward.AsSpan(i * Classes, Classes))) return null;
        for (var c = 0; c < Classes; c++)
        {
            pairs[(NameTagger.Edge * States) + c] += forward[c];
            pairs[(c * States) + NameTagger.Edge] += forward[((length - 1) * Classes) + c];
        }

        return forward;
    }

    private static bool Scale(Span<double> values)
    {
        double sum = 0;
        foreach (var value in values) sum += value;
        if (!(sum > 0) || double.IsInfinity(sum)) return false;
        foreach (ref var value in values) value /= sum;
        return true;
    }

    /// <summary>The weights in steps of the model, by key; what rounds to nothing is left out.</summary>
    private List<(uint Key, (byte Class, sbyte Weight)[] Entries)> Rounded()
    {
        var rounded = new List<(uint, (byte, sbyte)[])>();
        foreach (var (key, row) in rows.OrderBy(r => r.Key))
        {
            var entries = Enumerable.Range(0, Classes).Select(c => ((byte)c, (sbyte)Math.Clamp(MathF.Round(weights[(row * Stride) + c] * Steps), -127, 127))).Where(e => e.Item2 != 0).ToArray();
            if (entries.Length > 0) rounded.Add((key, entries));
        }

        return rounded;
    }
}
