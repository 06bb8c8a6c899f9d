using System.Globalization;
using Dateline.Stories;

namespace Dateline.Quality;

/// <summary>The ranked days of long stories against timelines that journalists made: as many days as the timeline has, between its first and its last; the mean over timelines.</summary>
internal static class TimelineScore
{
    public static IEnumerable<Figure> Figures(string set)
    {
        var ranked = JsonLines.Read(Path.Combine(set, "articles.jsonl.gz"))
            .GroupBy(l => l.Text("story")!, l => ArticleText.Of(l.Text("id")!, l.Text("text") ?? "", l.Text("published"), l.Text("outlet"), l.Text("title")))
            .ToDictionary(g => g.Key, g => Timeline.Rank([.. g]));
        var scores = new List<double>();
        foreach (var line in JsonLines.Read(Path.Combine(set, "gold.jsonl")))
        {
            var days = line.GetProperty("timeline").EnumerateArray().Select(d => DateOnly.Parse(d.Text("date")!, CultureInfo.InvariantCulture)).ToHashSet();
            var found = ranked[line.Text("story")!].Where(d => d >= days.Min() && d <= days.Max()).Take(days.Count).ToList();
            scores.Add(2.0 * found.Count(days.Contains) / (found.Count + days.Count));
        }

        yield return new Figure("timeline.date_f1", scores.Average());
    }
}
