using System.Collections.Immutable;
using System.Globalization;
using Dateline.Stories;
using Dateline.Tracing;

namespace Dateline.Training;

/// <summary>Learns how placing weighs likeness, and how common words are in news, from streams with gold stories.</summary>
internal static class StoryTraining
{
    private const double PairShare = 0.25;
    private const float FirstStep = 0.4f;
    private const float LastStep = 0.2f;
    private const double LeastGain = 0.0002; // below one article of the smallest set, a gain is chance
    private const double LeastShare = 0.001; // of the articles, from which a word is kept
    private const string Source = "# source: src/Dateline.Training, verb stories (docs/training.md); allsides, basil, ecbplus";

    public static void Run(string data, string models)
    {
        StorySample Sample(string file) => StorySample.Read(Path.Combine(data, "stories", file));
        var stream = Sample("allsides/stream.jsonl.gz");
        Write(Path.Combine(models, "story-words.tsv"), ["word\tarticles", .. Words(stream)]);
        var (allsides, basil, ecb) = (Sample("allsides/articles.jsonl.gz"), Sample("basil/articles.jsonl"), Sample("ecbplus/articles.jsonl"));
        // the last row was chosen by hand: no set says which episodes of a year belong together and which only sound alike
        var start = new StoryWeights([2.7f, 3.4f, 2.4f, 2.6f, 0, 0, -1.9f, 0, -2.5f], [-2.76f, 12, 0, 0, 0, 0, 0, 0, -0.36f], [0.1f, 0.03f, 250, 2]);
        var undated = start with { Undated = Climb("undated", start.Undated, Scale, row => Goodness(start with { Undated = row }, (ecb, 1))) };
        var all = undated with { Dated = Climb("dated", start.Dated, Scale, row => Goodness(undated with { Dated = row }, (stream, 2), (allsides, 1), (basil, 2))) };
        Write(Path.Combine(models, "story-weights.tsv"), [$"model\t{string.Join('\t', Likeness.Features)}", Row("dated", all.Dated), Row("undated", all.Undated), Row("story", all.Story)]);
    }

    /// <summary>Goodness of weights: BCubed, and a little of the pairs, which large wrong stories cost most.</summary>
    private static double Goodness(StoryWeights weights, params (StorySample Sample, double Weight)[] samples)
    {
        var sum = 0.0;
        foreach (var (sample, weight) in samples)
        {
            var (bcubed, pairs) = sample.Score(weights);
            sum += weight * (bcubed + (PairShare * pairs));
        }

        return sum / samples.Sum(s => s.Weight) / (1 + PairShare);
    }

    /// <summary>Changes one weight at a time by a step, keeps what is better, halves the steps when nothing is. No chance in it: the same bytes each time.</summary>
    private static ImmutableArray<float> Climb(string name, ImmutableArray<float> start, Func<int, float> scale, Func<ImmutableArray<float>, double> goodness)
    {
        var best = start;
        var most = goodness(best);
        Console.Out.WriteLine(FormattableString.Invariant($"{name}\t{most:0.00000}"));
        for (var step = FirstStep; step >= LastStep; step /= 2)
        {
            for (var improved = true; improved;)
            {
                improved = false;
                for (var i = 0; i < best.Length; i++)
                {
                    var tries = new[] { step, -step }.Select(s => best.SetItem(i, MathF.Round(best[i] + (s * scale(i)), 4))).ToArray();
                    var scores = tries.AsParallel().AsOrdered().Select(goodness).ToArray();
                    var better = scores[1] > scores[0] ? 1 : 0;
                    if (scores[better] <= most + LeastGain) continue;
                    (best, most, improved) = (tries[better], scores[better], true);
                    Console.Out.WriteLine(FormattableString.Invariant($"{name} {i}\t{best[i]}\t{most:0.00000}"));
                }
            }
        }

        return best;
    }

    /// <summary>Measures from 0 to 1 take larger weights than the bias, the days and the mark.</summary>
    private static float Scale(int feature) => Likeness.Features[feature] is "bias" or "gap" or "size" ? 0.5f : Likeness.Features[feature] == "mean" ? 3 : 1;

    private static string Row(string name, ImmutableArray<float> weights) => $"{name}\t{string.Join('\t', weights.Select(w => w.ToString("0.####", CultureInfo.InvariantCulture)))}";

    /// <summary>In how many of 10,000 articles each frequent stem stands.</summary>
    private static IEnumerable<string> Words(StorySample stream)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var article in stream.Articles)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var block in article.Blocks)
            {
                var words = Tracing.Words.Of(article.Text, block.Span);
                for (var i = 0; i < words.Count; i++)
                    if ((words.Marks[i] & (WordMarks.Stop | WordMarks.Number)) == 0) seen.Add(Stem.Of(words.Spans[i].Slice(article.Text)));
            }

            foreach (var stem in seen) counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }

        var least = LeastShare * stream.Articles.Count;
        return counts.Where(c => c.Value >= least).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}\t{Math.Round(c.Value * 10_000.0 / stream.Articles.Count)}"));
    }

    private static void Write(string file, IEnumerable<string> lines) => File.WriteAllText(file, Source + "\n" + string.Join('\n', lines) + "\n");
}
