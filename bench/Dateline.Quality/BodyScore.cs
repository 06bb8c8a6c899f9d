using System.Text.RegularExpressions;
using Dateline.Intake;
using Dateline.Storage;

namespace Dateline.Quality;

/// <summary>
/// Body text of read pages: multisets of four words in a row; right, wrong and missed ones of a page are scaled to sum 1; precision is the mean over pages
/// that gave any text, recall over pages with gold, F1 of the two means.
/// </summary>
internal static partial class BodyScore
{
    private const int Words = 4;

    public static IEnumerable<Figure> Figures(string set, string pages)
    {
        var gold = JsonLines.Read(Path.Combine(set, "gold.jsonl")).Where(g => g.Text("text") is { Length: > 0 }).ToList();
        var captures = CaptureReader.Read([Path.Combine(set, pages)]).OfType<Arrival.Got>().Select(a => a.Capture);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, text) in InOrder.Select(captures, Read)) texts[id] = text;
        var precisions = new List<double>();
        var recalls = new List<double>();
        foreach (var page in gold)
        {
            var (right, wrong, missed) = Compare(page.Text("text")!, texts.GetValueOrDefault(page.Text("id")!, ""));
            if (right + wrong > 0) precisions.Add((double)right / (right + wrong));
            if (right + missed > 0) recalls.Add((double)right / (right + missed));
        }

        var (precision, recall) = (precisions.DefaultIfEmpty().Average(), recalls.DefaultIfEmpty().Average());
        yield return new Figure("body.f1", Figure.F1(precision, recall));
        yield return new Figure("body.precision", precision);
        yield return new Figure("body.recall", recall);
    }

    private static (string Id, string Text) Read(Capture capture)
    {
        var id = capture.Format == PageFormat.JsonLine ? capture.Page : Path.GetFileNameWithoutExtension(capture.Page);
        if (!Derived.Read(capture).TryGet(out var page, out _)) return (id, "");
        var article = page.Whole; // the gold is the text of the page, also where it holds several articles
        return (id, string.Join('\n', article.Story.Where(b => b.Role != BlockRole.Headline).Select(b => b.Span.Slice(article.Text))));
    }

    private static (int Right, int Wrong, int Missed) Compare(string gold, string text)
    {
        var (g, t) = (Shingles(gold), Shingles(text));
        var right = g.Sum(s => Math.Min(s.Value, t.GetValueOrDefault(s.Key)));
        return (right, t.Values.Sum() - right, g.Values.Sum() - right);
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value).ToList();
        var shingles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(Math.Min(words.Count, 1), words.Count - Words + 1); i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(Words));
            shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }

        return shingles;
    }

    // The letters, digits and low line of Unicode, without the combining marks that .NET's \w holds too.
    [GeneratedRegex(@"[\p{L}\p{N}_]+")]
    private static partial Regex Word();
}
