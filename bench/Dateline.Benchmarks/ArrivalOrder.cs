using System.Text.Json;
using Dateline.Stories;

namespace Dateline.Benchmarks;

/// <summary>The same articles in many orders of arrival: on how large a share of their pairs do the stories agree in which they end?</summary>
internal static class ArrivalOrder
{
    private const int Seed = 1;

    /// <param name="files">JSON Lines as `place` takes them.</param>
    /// <param name="most">Articles of each file that are taken.</param>
    public static void Run(IReadOnlyList<string> files, int shuffles, int most)
    {
        foreach (var file in files)
        {
            var articles = File.ReadLines(file).Take(most).Select(Article).ToList();
            var random = new Random(Seed);
            var stories = new List<StoryId[]>();
            var episodes = new List<StoryId[]>();
            for (var round = 0; round < shuffles; round++)
            {
                var stream = new StoryStream();
                var order = Enumerable.Range(0, articles.Count).ToArray();
                random.Shuffle(order);
                foreach (var at in order) stream.Add(articles[at]);
                stories.Add(Back(order, stream.Standing().Select(s => s.Story)));
                episodes.Add(Back(order, stream.InEpisodes().Select(e => e.Episode)));
            }

            Console.Out.WriteLine(FormattableString.Invariant($"{Path.GetFileName(file)}: {articles.Count} articles, {shuffles} orders; stories {Words(stories)}; episodes {Words(episodes)}"));
        }
    }

    private static StoryId[] Back(int[] order, IEnumerable<StoryId> found)
    {
        var back = new StoryId[order.Length];
        foreach (var (at, story) in order.Zip(found)) back[at] = story;
        return back;
    }

    private static string Words(List<StoryId[]> partitions)
    {
        var agreements = new List<double>();
        for (var one = 0; one < partitions.Count; one++)
            for (var other = one + 1; other < partitions.Count; other++) agreements.Add(Agreement(partitions[one], partitions[other]));
        return FormattableString.Invariant($"{partitions[0].Distinct().Count()} in the first, mean agreement {agreements.Average():0.0000}, least {agreements.Min():0.0000}");
    }

    /// <summary>Share of the pairs of articles that are together in both, or apart in both.</summary>
    private static double Agreement(StoryId[] one, StoryId[] other)
    {
        static double Two(int n) => n * (n - 1.0) / 2;
        var both = one.Zip(other).CountBy(p => p).Sum(c => Two(c.Value));
        var all = Two(one.Length);
        return all == 0 ? 1 : (all - one.CountBy(s => s).Sum(c => Two(c.Value)) - other.CountBy(s => s).Sum(c => Two(c.Value)) + (2 * both)) / all;
    }

    private static Article Article(string line)
    {
        using var json = JsonDocument.Parse(line);
        string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return ArticleText.Of(Text("id") ?? line, Text("text") ?? "", Text("published"), Text("outlet"), Text("title"));
    }
}
