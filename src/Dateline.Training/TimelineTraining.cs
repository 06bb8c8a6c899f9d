using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dateline.Stories;

namespace Dateline.Training;

/// <summary>Learns how the days of a story are weighed, from timelines that journalists made.</summary>
internal static class TimelineTraining
{
    private const double LeastGain = 0.0005; // less is chance: one day of the longest timelines is 0.001
    private const string Source = "# source: src/Dateline.Training, verb timeline (docs/training.md); timeline17";

    private static readonly ImmutableArray<double> Steps = [1.5, 1.2];

    /// <summary>Every weight is also tried so much larger and smaller: a peak that a small step leaves is chance.</summary>
    private const double Around = 1.3;

    public static void Run(string data, string models)
    {
        var stories = TimelineSample.Read(Path.Combine(data, "stories", "timeline17"));
        // before any learning: a day of speaking counts little, half of a long story's weight stands in its first forty sentences, closeness counts by its root
        var start = new TimelineWeights([0.25, 0.5, 0.25, 40, 0.3, 1, 0.5, 0.2]);
        Console.Out.WriteLine(FormattableString.Invariant($"start\t{Figure(start, stories):0.0000}"));
        var heldOut = new List<double>();
        foreach (var story in stories)
        {
            var weights = Climb(start, [.. stories.Where(s => s != story)]);
            heldOut.AddRange(story.Score(weights));
            Console.Out.WriteLine(FormattableString.Invariant($"without {story.Name}\t{string.Join(' ', story.Score(weights).Select(f => f.ToString("0.000", CultureInfo.InvariantCulture)))}\t{Show(weights)}"));
        }

        var all = Climb(start, stories);
        Console.Out.WriteLine(FormattableString.Invariant($"held out\t{heldOut.Average():0.0000}\nall\t{Figure(all, stories):0.0000}\t{Show(all)}"));
        File.WriteAllText(Path.Combine(models, "timeline-weights.tsv"), Source + "\nweight\tvalue\n" + string.Concat(TimelineWeights.Names.Zip(all.Values, (n, v) => string.Create(CultureInfo.InvariantCulture, $"{n}\t{v}\n"))));
    }

    /// <summary>The mean over all timelines.</summary>
    private static double Figure(TimelineWeights weights, IReadOnlyList<TimelineSample> stories) => stories.SelectMany(s => s.Score(weights)).Average();

    /// <summary>The mean of the figures around: the sets are small, and single points are chance.</summary>
    private static double Goodness(TimelineWeights weights, IReadOnlyList<TimelineSample> stories) =>
        Enumerable.Range(0, weights.Values.Length).SelectMany(i => new[] { Changed(weights, i, Around), Changed(weights, i, 1 / Around) }).Append(weights)
            .AsParallel().AsOrdered().Select(w => Figure(w, stories)).ToArray().Average();

    private static TimelineWeights Climb(TimelineWeights start, IReadOnlyList<TimelineSample> stories)
    {
        var best = start;
        var most = Goodness(best, stories);
        foreach (var step in Steps)
        {
            for (var improved = true; improved;)
            {
                improved = false;
                for (var i = 0; i < best.Values.Length; i++)
                {
                    foreach (var next in new[] { Changed(best, i, step), Changed(best, i, 1 / step) })
                    {
                        var score = Goodness(next, stories);
                        if (score <= most + LeastGain) continue;
                        (best, most, improved) = (next, score, true);
                        break;
                    }
                }
            }
        }

        return best;
    }

    private static TimelineWeights Changed(TimelineWeights weights, int at, double by) => new(weights.Values.SetItem(at, Math.Round(weights.Values[at] * by, 4)));

    private static string Show(TimelineWeights weights) => string.Join(' ', TimelineWeights.Names.Zip(weights.Values, (n, v) => string.Create(CultureInfo.InvariantCulture, $"{n} {v}")));
}

/// <summary>A story with the timelines that journalists made of it.</summary>
internal sealed class TimelineSample
{
    private readonly List<DatedArticle> articles;
    private readonly StoryWords words;
    private readonly List<HashSet<DateOnly>> timelines;

    private TimelineSample(string name, List<DatedArticle> articles, List<HashSet<DateOnly>> timelines) =>
        (Name, this.articles, words, this.timelines) = (name, articles, new StoryWords(articles), timelines);

    public string Name { get; }

    public static IReadOnlyList<TimelineSample> Read(string folder)
    {
        var gold = StorySample.Lines(Path.Combine(folder, "gold.jsonl")).ToLookup(l => StorySample.Text(l, "story")!, Days);
        return [.. StorySample.Lines(Path.Combine(folder, "articles.jsonl.gz")).GroupBy(l => StorySample.Text(l, "story")!).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new TimelineSample(g.Key, [.. g.AsParallel().AsOrdered().Select(l => DatedArticle.Of(StorySample.Article(l)))], [.. gold[g.Key]]))];
    }

    /// <summary>F1 of the days for each timeline, as many as it has, between its first and its last.</summary>
    public IReadOnlyList<double> Score(TimelineWeights weights)
    {
        var ranked = Timeline.Rank(articles, words, weights);
        return [.. timelines.Select(days =>
        {
            var found = ranked.Where(d => d >= days.Min() && d <= days.Max()).Take(days.Count).ToList();
            return 2.0 * found.Count(days.Contains) / (found.Count + days.Count);
        })];
    }

    private static HashSet<DateOnly> Days(JsonElement line) => [.. line.GetProperty("timeline").EnumerateArray().Select(d => DateOnly.Parse(d.GetProperty("date").GetString()!, CultureInfo.InvariantCulture))];
}
