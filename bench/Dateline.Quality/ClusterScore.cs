using Dateline.Stories;

namespace Dateline.Quality;

/// <summary>Stories of a stream against gold stories: BCubed, the mean over articles.</summary>
internal static class ClusterScore
{
    public static IEnumerable<Figure> Figures(string set)
    {
        var gold = JsonLines.Read(Path.Combine(set, "gold.jsonl")).Where(g => !(g.TryGetProperty("noise", out var noise) && noise.ValueKind == System.Text.Json.JsonValueKind.True))
            .ToDictionary(g => g.Text("id")!, g => g.GetProperty("story").ToString());
        var stream = new StoryStream();
        var placed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in JsonLines.Read(Directory.GetFiles(set, "articles.jsonl*").Single()))
        {
            var placement = stream.Add(ArticleText.Of(line.Text("id")!, line.Text("text") ?? "", line.Text("published"), line.Text("outlet"), line.Text("title")));
            placed[placement.Article.Value] = placement.Story.ToString();
        }

        var pairs = gold.Select(g => (Gold: g.Value, Found: placed.GetValueOrDefault(g.Key, "alone " + g.Key))).ToList();
        var (goldSizes, foundSizes) = (pairs.CountBy(p => p.Gold).ToDictionary(), pairs.CountBy(p => p.Found).ToDictionary());
        var shared = pairs.CountBy(p => p).ToList();
        var precision = shared.Sum(s => (double)s.Value * s.Value / foundSizes[s.Key.Found]) / pairs.Count;
        var recall = shared.Sum(s => (double)s.Value * s.Value / goldSizes[s.Key.Gold]) / pairs.Count;
        yield return new Figure("stories.bcubed_precision", precision);
        yield return new Figure("stories.bcubed_recall", recall);
        yield return new Figure("stories.bcubed_f1", Figure.F1(precision, recall));
    }
}
