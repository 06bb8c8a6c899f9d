using System.Text;

namespace Dateline.Training;

/// <summary>Gradient boosting of small regression trees on the logistic loss, with histograms; J. H. Friedman, Greedy function approximation, 2001. Deterministic.</summary>
internal sealed class ForestTrainer
{
    private const int Bins = 48;

    private readonly float[] rows;
    private readonly int width;
    private readonly byte[] binned;
    private readonly float[][] cuts;
    private readonly float[] labels;
    private readonly float[] weights;

    /// <param name="rows">Row-major, <paramref name="width"/> columns.</param>
    public ForestTrainer(float[] rows, int width, float[] labels, float[] weights)
    {
        this.rows = rows;
        this.width = width;
        this.labels = labels;
        this.weights = weights;
        cuts = new float[width][];
        binned = new byte[rows.Length];
        Parallel.For(0, width, f =>
        {
            cuts[f] = CutsOf(f);
            for (var i = 0; i < labels.Length; i++) binned[f * labels.Length + i] = BinOf(cuts[f], rows[i * width + f]);
        });
    }

    /// <summary>Grows the trees and writes them as <c>Dateline.Reading.Forest</c> reads them.</summary>
    public void Train(Stream output, int trees, int leaves, double rate, double lambda = 2)
    {
        var count = labels.Length;
        double positive = 0, all = 0;
        for (var i = 0; i < count; i++)
        {
            positive += labels[i] * weights[i];
            all += weights[i];
        }

        var start = Math.Log(positive / (all - positive));
        var sums = new double[count];
        Array.Fill(sums, start);
        var slopes = new (float Gradient, float Hessian)[count];
        var least = all / count * 12; // hessian mass of a leaf
        using var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true);
        writer.Write(0x31464C44);
        writer.Write(width);
        writer.Write(trees);
        writer.Write((float)start);
        for (var tree = 0; tree < trees; tree++)
        {
            for (var i = 0; i < count; i++)
            {
                var p = 1 / (1 + Math.Exp(-sums[i]));
                slopes[i] = ((float)((p - labels[i]) * weights[i]), (float)(Math.Max(p * (1 - p), 1e-6) * weights[i]));
            }

            new Tree(this, slopes, tree, leaves, rate, lambda, least * 0.25).Grow(sums).Write(writer);
        }
    }

    private float[] CutsOf(int f)
    {
        var values = new float[labels.Length];
        for (var i = 0; i < values.Length; i++) values[i] = rows[i * width + f];
        Array.Sort(values);
        var found = new List<float>();
        for (var b = 1; b < Bins; b++)
        {
            var value = values[(int)((long)b * values.Length / Bins)];
            if (value < values[^1] && (found.Count == 0 || value > found[^1])) found.Add(value);
        }

        // rare values at the edges get cuts of their own: a column of ones and zeros has one cut
        if (found.Count == 0 && values[0] < values[^1]) found.Add(values[0]);
        return [.. found];
    }

    private static byte BinOf(float[] cuts, float value)
    {
        int low = 0, high = cuts.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (value <= cuts[mid]) high = mid;
            else low = mid + 1;
        }

        return (byte)low;
    }

    private sealed class Tree(ForestTrainer data, (float Gradient, float Hessian)[] slopes, int seed, int leaves, double rate, double lambda, double least)
    {
        private readonly List<(short Feature, float Value, int Left, int Right)> nodes = [];
        private readonly int[] columns = ColumnsOf(data, seed);

        public Tree Grow(double[] sums)
        {
            var all = new int[slopes.Length];
            for (var i = 0; i < all.Length; i++) all[i] = i;
            var open = new List<Leaf> { Split(all, 0, Histogram(all)) };
            nodes.Add((-1, 0, 0, 0));
            while (open.Count < leaves)
            {
                var best = open.MaxBy(l => l.Gain)!;
                if (best.Gain <= 1e-4) break;
                open.Remove(best);
                var column = data.binned.AsSpan(best.Feature * slopes.Length, slopes.Length);
                var left = new List<int>(best.Rows.Length);
                var right = new List<int>(best.Rows.Length);
                foreach (var row in best.Rows) (column[row] <= best.Bin ? left : right).Add(row);
                nodes[best.Node] = ((short)best.Feature, data.cuts[best.Feature][best.Bin], nodes.Count, nodes.Count + 1);
                nodes.Add((-1, 0, 0, 0));
                nodes.Add((-1, 0, 0, 0));
                // only the smaller side is counted: the other is what remains of both
                var (small, large) = left.Count <= right.Count ? (left, right) : (right, left);
                int[] few = [.. small];
                var counted = Histogram(few);
                var rest = best.Sums;
                for (var i = 0; i < rest.Length; i++) rest[i] = (rest[i].Gradient - counted[i].Gradient, rest[i].Hessian - counted[i].Hessian);
                open.Add(Split(few, small == left ? nodes.Count - 2 : nodes.Count - 1, counted));
                open.Add(Split([.. large], small == left ? nodes.Count - 1 : nodes.Count - 2, rest));
            }

            foreach (var leaf in open)
            {
                var value = -leaf.Gradient / (leaf.Hessian + lambda) * rate;
                nodes[leaf.Node] = (-1, (float)value, 0, 0);
                foreach (var row in leaf.Rows) sums[row] += value;
            }

            return this;
        }

        public void Write(BinaryWriter writer)
        {
            writer.Write(nodes.Count);
            foreach (var (feature, value, left, right) in nodes)
            {
                writer.Write(feature);
                writer.Write(value);
                writer.Write((short)left);
                writer.Write((short)right);
            }
        }

        /// <summary>Half of the columns, another half for each tree, by a fixed sequence.</summary>
        private static int[] ColumnsOf(ForestTrainer data, int seed)
        {
            var chosen = new List<int>();
            var state = (uint)(seed * 2654435761 + 12345);
            for (var f = 0; f < data.width; f++)
            {
                state = state * 1664525 + 1013904223;
                if (data.cuts[f].Length > 0 && (state >> 16) % 100 < 55) chosen.Add(f);
            }

            return [.. chosen];
        }

        /// <summary>Sums of slopes by chosen column and bin. Each column is summed by one thread in row order, so that the bytes do not depend on the threads.</summary>
        private (double Gradient, double Hessian)[] Histogram(int[] rows)
        {
            var sums = new (double Gradient, double Hessian)[columns.Length * Bins];
            if (rows.Length < 2000)
            {
                for (var c = 0; c < columns.Length; c++) Count(c);
            }
            else Parallel.For(0, columns.Length, Count);
            return sums;

            void Count(int c)
            {
                var own = sums.AsSpan(c * Bins, Bins);
                var column = data.binned.AsSpan(columns[c] * slopes.Length, slopes.Length);
                foreach (var row in rows)
                {
                    ref var sum = ref own[column[row]];
                    var (gradient, hessian) = slopes[row];
                    sum.Gradient += gradient;
                    sum.Hessian += hessian;
                }
            }
        }

        private Leaf Split(int[] rows, int node, (double Gradient, double Hessian)[] sums)
        {
            double gradient = 0, hessian = 0;
            foreach (var row in rows)
            {
                gradient += slopes[row].Gradient;
                hessian += slopes[row].Hessian;
            }

            double bestGain = 0;
            int bestFeature = -1, bestBin = 0;
            if (hessian > 2 * least)
            {
                var own = gradient * gradient / (hessian + lambda);
                for (var c = 0; c < columns.Length; c++)
                {
                    double leftG = 0, leftH = 0;
                    for (var bin = 0; bin < data.cuts[columns[c]].Length; bin++)
                    {
                        var sum = sums[c * Bins + bin];
                        leftG += sum.Gradient;
                        leftH += sum.Hessian;
                        if (leftH < least || hessian - leftH < least) continue;
                        var rightG = gradient - leftG;
                        var gain = leftG * leftG / (leftH + lambda) + rightG * rightG / (hessian - leftH + lambda) - own;
                        if (gain > bestGain) (bestGain, bestFeature, bestBin) = (gain, columns[c], bin);
                    }
                }
            }

            return new Leaf(rows, node, gradient, hessian, bestGain, bestFeature, bestBin, sums);
        }
    }

    private sealed record Leaf(int[] Rows, int Node, double Gradient, double Hessian, double Gain, int Feature, int Bin, (double Gradient, double Hessian)[] Sums);
}
