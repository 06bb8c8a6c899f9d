using System.Collections.Immutable;
using System.Globalization;
using Dateline.Stories;
using Dateline.Tracing;

namespace Dateline.Training;

/// <summary>Learns how placing weighs likeness, and how common words are in news, from streams with gold stories.</summary>
internal static class StoryTraining
{
    private const double PairShare = 0.25;
    private const float Step = 0.2f;
    private const int Thresholds = 2; // behind the weights of pairs: to go to an episode, to become one group
    private const double LeastGain = 0.001; // less is chance: an article or two of the smallest set
    private const double MostLoss = 0.0005; // what no set may lose for the others' gain
    private const double LeastShare = 0.001; // of the articles, from which a word is kept
    private const string Source = "# source: src/Dateline.Training, verb stories (docs/training.md); allsides, basil, ecbplus, timeline17, wikiref";

    /// <summary>How likely pairs must be, tried around each value: a peak that a small step leaves is chance.</summary>
    private static readonly ImmutableArray<float> Around = [0.9f, 1, 1.1f];

    /// <summary>What is tried of the row of stories: least likeness, its rise, days of fading, factor for merging.</summary>
    private static readonly ImmutableArray<ImmutableArray<float>> AffairGrid = [[0.02f, 0.04f, 0.06f, 0.08f, 0.1f, 0.12f], [0, 0.005f, 0.01f, 0.015f, 0.02f, 0.03f], [30, 60, 125, 250], [1, 1.5f, 2, 3]];

    public static void Run(string data, string models)
    {
        StorySample Sample(string file) => StorySample.Read(Path.Combine(data, "stories", file));
        var stream = Sample("allsides/stream.jsonl.gz");
        Write(Path.Combine(models, "story-words.tsv"), ["word\tarticles", .. Words(stream)]);
        var (allsides, basil, ecb) = (Sample("allsides/articles.jsonl.gz"), Sample("basil/articles.jsonl"), Sample("ecbplus/articles.jsonl"));
        var start = new StoryWeights([2.7f, 3.4f, 2.4f, 2.6f, 0, 0, -1.9f, 0, -2.5f], 0.08f, [], 0.4f, 0.4f, [0.1f, 0.03f, 125, 2]);
        var (one, other) = (ecb.Half(first: true), ecb.Half(first: false));
        Console.Out.WriteLine(FormattableString.Invariant($"undated, held out\t{other.Score(other.Placed(Undated(start, one))).BCubed:0.0000}\t{one.Score(one.Placed(Undated(start, other))).BCubed:0.0000}"));
        var undated = Undated(start, ecb);
        var events = Dated(undated, [stream, allsides, basil]);
        var all = Affairs(events, [Sample("wikiref/articles.jsonl"), Sample("timeline17/articles.jsonl.gz")], [basil, ecb, allsides], stream);
        Write(Path.Combine(models, "story-weights.tsv"),
        [
            $"model\t{string.Join('\t', Likeness.Features)}", Row("dated", all.Dated),
            $"# pairs\t{string.Join('\t', PairLikeness.Features)}", Row("pairs", all.Pairs), Row("least", [all.TermsLeast, all.PairLeast, all.PairLinked]), Row("story", all.Story),
        ]);
    }

    /// <summary>Weights of pairs by regression, then climbed together with how likely pairs must be.</summary>
    private static StoryWeights Undated(StoryWeights start, StorySample sample)
    {
        var row = PairTraining.Fit(PairTraining.Pairs(sample)).AddRange(start.PairLeast, start.PairLinked);
        Console.Out.WriteLine($"pairs\t{string.Join(' ', row)}");
        return With(Climb("undated", row, i => i >= row.Length - Thresholds ? 0.25f : Math.Max(0.5f, Math.Abs(row[i])), tried => [Around.Average(a => Goodness(With([.. tried[..^Thresholds], .. tried[^Thresholds..].Select(t => t * a)]), sample))]));

        StoryWeights With(ImmutableArray<float> tried) => start with { Pairs = tried[..^Thresholds], PairLeast = Math.Clamp(tried[^2], 0.05f, 0.95f), PairLinked = Math.Clamp(tried[^1], 0.05f, 0.95f) };
    }

    /// <summary>The weights of dated pages and the cosine that an event asks for at least.</summary>
    private static StoryWeights Dated(StoryWeights start, StorySample[] samples)
    {
        return With(Climb("dated", start.Dated.Add(start.TermsLeast), i => i < start.Dated.Length ? Scale(i) : 0.1f, row => [.. samples.Select(s => Goodness(With(row), s))]));

        StoryWeights With(ImmutableArray<float> tried) => start with { Dated = tried[..^1], TermsLeast = Math.Clamp(tried[^1], 0, 1) };
    }

    /// <summary>
    /// The row of stories, by the stories as they stand at the end: of each set by itself, and of affairs that run through a long stream of other news. Affairs and single events pull it in opposite directions and count alike.
    /// Least likeness and its rise are chosen together, for one makes up for the other; so are fading and the factor.
    /// </summary>
    private static StoryWeights Affairs(StoryWeights start, StorySample[] affairs, StorySample[] events, StorySample stream)
    {
        var joined = StorySample.Joined([.. affairs, stream]);
        var (best, most) = (start, Goodness(start));
        for (var improved = true; improved;)
        {
            improved = false;
            foreach (var pair in (int[])[0, 2])
            {
                var tries = from one in AffairGrid[pair] from other in AffairGrid[pair + 1] select best with { Story = best.Story.SetItem(pair, one).SetItem(pair + 1, other) };
                var (tried, goodness) = tries.AsParallel().AsOrdered().Select(t => (Weights: t, Goodness: Goodness(t))).MaxBy(t => t.Goodness);
                if (goodness <= most) continue;
                (best, most, improved) = (tried, goodness, true);
                Console.Out.WriteLine(FormattableString.Invariant($"story\t{string.Join(' ', best.Story)}\t{most:0.0000}"));
            }
        }

        return best;

        double Goodness(StoryWeights weights)
        {
            var found = joined.Standing(weights);
            return (affairs.Average(s => BCubed(s, found) + Alone(s)) + BCubed(stream, found) + events.Average(Alone)) / 4;
            double Alone(StorySample sample) => BCubed(sample, sample.Standing(weights));
        }

        static double BCubed(StorySample sample, Dictionary<ArticleId, StoryId> found) => sample.Score(found).BCubed;
    }

    /// <summary>BCubed, and a little of the pairs, which large wrong stories cost most.</summary>
    private static double Goodness(StoryWeights weights, StorySample sample)
    {
        var (bcubed, pairs) = sample.Score(sample.Placed(weights));
        return (bcubed + (PairShare * pairs)) / (1 + PairShare);
    }

    /// <summary>Changes one weight at a time by a step and keeps what is better on the mean of the sets and costs none of them. No chance in it: the same bytes each time.</summary>
    private static ImmutableArray<float> Climb(string name, ImmutableArray<float> start, Func<int, float> scale, Func<ImmutableArray<float>, double[]> goodness)
    {
        var best = start;
        var most = goodness(best);
        Console.Out.WriteLine(FormattableString.Invariant($"{name}\t{string.Join(' ', most.Select(m => m.ToString("0.0000", CultureInfo.InvariantCulture)))}"));
        for (var improved = true; improved;)
        {
            improved = false;
            for (var i = 0; i < best.Length; i++)
            {
                var tries = new[] { Step, -Step }.Select(s => best.SetItem(i, MathF.Round(best[i] + (s * scale(i)), 4))).ToArray();
                var scores = tries.AsParallel().AsOrdered().Select(goodness).ToArray();
                var better = scores[1].Average() > scores[0].Average() ? 1 : 0;
                if (scores[better].Average() <= most.Average() + LeastGain || scores[better].Where((s, at) => s < most[at] - MostLoss).Any()) continue;
                (best, most, improved) = (tries[better], scores[better], true);
                Console.Out.WriteLine(FormattableString.Invariant($"{name} {i}\t{best[i]}\t{string.Join(' ', most.Select(m => m.ToString("0.0000", CultureInfo.InvariantCulture)))}"));
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
