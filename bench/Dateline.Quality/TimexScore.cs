using Dateline.Exchange;
using Dateline.Storage;

namespace Dateline.Quality;

/// <summary>Time expressions as TempEval-3 counts them: spans that overlap are paired one to one, equal ones first, then by overlap; value F1 is relaxed F1 times the share of right values.</summary>
internal static class TimexScore
{
    public static IEnumerable<Figure> Figures(string file)
    {
        int gold = 0, made = 0, paired = 0, exact = 0, values = 0;
        foreach (var (wanted, found) in InOrder.Select(JsonLines.Read(file), Annotate))
        {
            gold += wanted.Count;
            made += found.Count;
            var pairs = new List<(bool Exact, int Overlap, int Gold, int Found)>();
            for (var g = 0; g < wanted.Count; g++)
                for (var f = 0; f < found.Count; f++)
                    if (Math.Min(wanted[g].End, found[f].End) - Math.Max(wanted[g].Start, found[f].Start) is > 0 and var overlap)
                        pairs.Add((wanted[g].Start == found[f].Start && wanted[g].End == found[f].End, overlap, g, f));
            var (usedGold, usedFound) = (new HashSet<int>(), new HashSet<int>());
            foreach (var pair in pairs.OrderByDescending(p => p.Exact).ThenByDescending(p => p.Overlap).ThenBy(p => p.Gold).ThenBy(p => p.Found))
            {
                if (usedGold.Contains(pair.Gold) || usedFound.Contains(pair.Found)) continue;
                usedGold.Add(pair.Gold);
                usedFound.Add(pair.Found);
                paired++;
                if (pair.Exact) exact++;
                if (wanted[pair.Gold].Value == found[pair.Found].Value) values++;
            }
        }

        var relaxed = Figure.F1(paired, gold, made);
        yield return new Figure("timex.strict_f1", Figure.F1(exact, gold, made));
        yield return new Figure("timex.relaxed_f1", relaxed);
        yield return new Figure("timex.value_f1", paired == 0 ? 0 : relaxed * values / paired);
    }

    private static (List<Span> Gold, List<Span> Found) Annotate(System.Text.Json.JsonElement document)
    {
        var text = document.Text("text")!;
        var runes = text.EnumerateRunes().ToList();
        var points = new CodePoints(text);
        var annotated = Pipeline.Annotate(ArticleText.Of(document.Text("id")!, text, document.Text("published") ?? document.Text("dct")));
        return (
            [.. document.Items("timex").Select(t => Trim(runes, t.GetProperty("start").GetInt32(), t.GetProperty("end").GetInt32(), t.Text("value")))],
            [.. annotated.Annotations.Timexes.Select(t => Trim(runes, points.Of(t.Span.Start), points.Of(t.Span.End), t.Value))]);
    }

    private static Span Trim(List<System.Text.Rune> text, int start, int end, string? value)
    {
        while (start < end && System.Text.Rune.IsWhiteSpace(text[start])) start++;
        while (end > start && System.Text.Rune.IsWhiteSpace(text[end - 1])) end--;
        return new Span(start, end, value);
    }

    private sealed record Span(int Start, int End, string? Value);
}
