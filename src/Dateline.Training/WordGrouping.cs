using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.Intrinsics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Language;

namespace Dateline.Training;

/// <summary>
/// Groups of words that have like neighbours, on three levels. Each word's row of neighbours (two to either side, weighed by pointwise mutual information) is
/// brought down to a short vector by the leading singular vectors of all rows; the vectors are gathered by their angles around as many centres as there are groups.
/// </summary>
internal static partial class WordGrouping
{
    private const int Width = 64;
    private const int Contexts = 3000;      // frequent words that count as neighbours of their own; the others by their case
    private const int MostWords = 60_000;
    private const int LeastCount = 3;
    private const int Passes = 5;
    private const int Rounds = 12;

    private static readonly int[] Offsets = [-2, -1, 1, 2];
    private static readonly int[] Levels = [64, 255, 1000];

    public static KeyedBytes Learn(string data)
    {
        var (words, sentences) = Read(data);
        var contexts = ContextsOf(words);
        var kept = words.Where(w => w.Count >= LeastCount).OrderByDescending(w => w.Count).ThenBy(w => w.Form, StringComparer.Ordinal).Take(MostWords).ToArray();
        for (var i = 0; i < kept.Length; i++) kept[i].Row = i;
        var rows = Weigh(kept.Length, words, sentences, contexts);
        var vectors = Reduce(rows, Offsets.Length * (Contexts + 4));
        var levels = Levels.Select(count => Gather(vectors, Math.Min(count, kept.Length / 4))).ToArray();
        Console.Error.WriteLine($"{kept.Length} words in groups");
        var groups = new SortedDictionary<uint, int>();
        for (var i = 0; i < kept.Length; i++) groups.TryAdd(WordTraits.Of(kept[i].Form).Form, i);
        var values = new byte[groups.Count * 4];
        var at = 0;
        foreach (var row in groups.Values)
        {
            values[at] = (byte)(levels[0][row] + 1);
            values[at + 1] = (byte)(levels[1][row] + 1);
            BinaryPrimitives.WriteUInt16LittleEndian(values.AsSpan(at + 2), (ushort)(levels[2][row] + 1));
            at += 4;
        }

        return new KeyedBytes([.. groups.Keys], 4, values);
    }

    private sealed class Word(string form)
    {
        public string Form { get; } = form;

        public int Number { get; init; }

        public int Count { get; set; }

        public int Row { get; set; } = -1;
    }

    private static (List<Word> Words, List<int[]> Sentences) Read(string data)
    {
        var words = new List<Word>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var sentences = new List<int[]>();
        foreach (var text in Texts(Path.Combine(data, "annotation")))
        {
            var found = Tokens().Matches(text);
            if (found.Count < 2) continue;
            var sentence = new int[found.Count];
            for (var i = 0; i < sentence.Length; i++)
            {
                var form = char.IsDigit(found[i].Value[0]) ? Digits().Replace(found[i].Value, "0") : found[i].Value;
                if (!numbers.TryGetValue(form, out var number))
                {
                    numbers[form] = number = words.Count;
                    words.Add(new Word(form) { Number = number });
                }

                words[number].Count++;
                sentence[i] = number;
            }

            sentences.Add(sentence);
        }

        return (words, sentences);
    }

    private static IEnumerable<string> Texts(string folder)
    {
        foreach (var file in (string[])["ewt-train.conllu.gz", "ewt-dev.conllu"])
        {
            using var stream = File.OpenRead(Path.Combine(folder, "ud-ewt", file));
            using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
            while (reader.ReadLine() is { } line)
                if (line.StartsWith("# text = ", StringComparison.Ordinal)) yield return line["# text = ".Length..];
        }

        foreach (var set in (string[])["gum", "wikigold", "wikiwars"])
            foreach (var line in File.ReadLines(Path.Combine(folder, set, "docs.jsonl")))
                foreach (var paragraph in JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!.Split('\n')) yield return paragraph;
    }

    /// <summary>The neighbour that each word is for others.</summary>
    private static int[] ContextsOf(List<Word> words)
    {
        var ranks = words.GroupBy(w => w.Form.ToLowerInvariant(), StringComparer.Ordinal).OrderByDescending(g => g.Sum(w => w.Count)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(Contexts).Select((g, rank) => (g.Key, rank)).ToDictionary(p => p.Key, p => p.rank, StringComparer.Ordinal);
        return [.. words.Select(w => ranks.TryGetValue(w.Form.ToLowerInvariant(), out var rank) ? rank : Contexts + (char.IsUpper(w.Form[0]) ? 0 : char.IsLetter(w.Form[0]) ? 1 : 2))];
    }

    /// <summary>The positive pointwise mutual information of each kept word and each neighbour at each offset; frequent neighbours count less than by their share.</summary>
    private static (int Column, float Weight)[][] Weigh(int count, List<Word> words, List<int[]> sentences, int[] contexts)
    {
        var counts = Enumerable.Range(0, count).Select(_ => new SortedDictionary<int, int>()).ToArray();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Length; i++)
            {
                if (words[sentence[i]].Row is not (>= 0 and var row)) continue;
                for (var o = 0; o < Offsets.Length; o++)
                {
                    var at = i + Offsets[o];
                    var column = (o * (Contexts + 4)) + (at < 0 || at >= sentence.Length ? Contexts + 3 : contexts[sentence[at]]);
                    counts[row][column] = counts[row].GetValueOrDefault(column) + 1;
                }
            }
        }

        var columns = new double[Offsets.Length * (Contexts + 4)];
        foreach (var row in counts)
            foreach (var (column, n) in row) columns[column] += n;
        for (var c = 0; c < columns.Length; c++) columns[c] = Math.Pow(columns[c], .75);
        var all = columns.Sum();
        return [.. counts.Select(row =>
        {
            double sum = row.Values.Sum();
            return row.Select(p => (p.Key, (float)Math.Log(p.Value * all / (sum * columns[p.Key])))).Where(p => p.Item2 > 0).ToArray();
        })];
    }

    /// <summary>A vector of length one for each row, by subspace iteration.</summary>
    private static float[][] Reduce((int Column, float Weight)[][] rows, int columns)
    {
        var random = new Random(5);
        var right = Enumerable.Range(0, columns).Select(_ => Enumerable.Range(0, Width).Select(_ => random.NextSingle() - .5f).ToArray()).ToArray();
        var left = new float[rows.Length][];
        for (var pass = 0; ; pass++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                left[i] = new float[Width];
                foreach (var (column, weight) in rows[i]) Add(weight, right[column], left[i]);
            }

            if (pass == Passes) break;
            Orthogonalize(left);
            foreach (var vector in right) Array.Clear(vector);
            for (var i = 0; i < rows.Length; i++)
                foreach (var (column, weight) in rows[i]) Add(weight, left[i], right[column]);
            Orthogonalize(right);
        }

        foreach (var vector in left) Normalize(vector);
        return left;
    }

    /// <summary>The group of each vector: the centre that points most in its direction.</summary>
    private static int[] Gather(float[][] vectors, int count)
    {
        var centres = Enumerable.Range(0, count).Select(c => (float[])vectors[(int)((long)c * Math.Min(vectors.Length, count * 4) / count)].Clone()).ToArray();
        var nearest = new int[vectors.Length];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < vectors.Length; i++)
            {
                var best = float.MinValue;
                for (var c = 0; c < count; c++)
                {
                    var likeness = Dot(vectors[i], centres[c]);
                    if (likeness <= best) continue;
                    (best, nearest[i]) = (likeness, c);
                }
            }

            foreach (var centre in centres) Array.Clear(centre);
            for (var i = 0; i < vectors.Length; i++) Add(1, vectors[i], centres[nearest[i]]);
            foreach (var centre in centres) Normalize(centre);
        }

        return nearest;
    }

    // vectors of a fixed width, so that sums come out the same on every machine
    private static void Add(float factor, float[] from, float[] to)
    {
        for (var d = 0; d < Width; d += Vector256<float>.Count)
            (Vector256.LoadUnsafe(ref to[d]) + (Vector256.Create(factor) * Vector256.LoadUnsafe(ref from[d]))).StoreUnsafe(ref to[d]);
    }

    private static float Dot(float[] a, float[] b)
    {
        var sum = Vector256<float>.Zero;
        for (var d = 0; d < Width; d += Vector256<float>.Count) sum += Vector256.LoadUnsafe(ref a[d]) * Vector256.LoadUnsafe(ref b[d]);
        return Vector256.Sum(sum);
    }

    private static void Normalize(float[] vector)
    {
        var length = MathF.Sqrt(Dot(vector, vector)) + 1e-9f;
        for (var d = 0; d < Width; d++) vector[d] /= length;
    }

    /// <summary>Makes the columns of a tall matrix orthonormal, by the Cholesky factor of their products.</summary>
    private static void Orthogonalize(float[][] matrix)
    {
        var factor = new double[Width, Width];
        foreach (var row in matrix)
            for (var a = 0; a < Width; a++)
                for (var b = 0; b <= a; b++) factor[a, b] += (double)row[a] * row[b];
        for (var a = 0; a < Width; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var sum = factor[a, b];
                for (var k = 0; k < b; k++) sum -= factor[a, k] * factor[b, k];
                factor[a, b] = a == b ? Math.Sqrt(Math.Max(sum, 1e-8)) : sum / factor[b, b];
            }
        }

        foreach (var row in matrix)
        {
            for (var a = 0; a < Width; a++)
            {
                double sum = row[a];
                for (var k = 0; k < a; k++) sum -= factor[a, k] * row[k];
                row[a] = (float)(sum / factor[a, a]);
            }
        }
    }

    [GeneratedRegex(@"['’](?:s|t|re|ve|d|ll|m)\b|\p{L}+|\d[\d,.]*\d|\d|[^\s\p{L}\d\ud800-\udfff]", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\d", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Digits();
}
