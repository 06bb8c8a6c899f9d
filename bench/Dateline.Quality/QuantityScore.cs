using System.Text.Json;

namespace Dateline.Quality;

/// <summary>quantulum's English cases in units that news uses: the share that is read with its value and unit. Lengths of time are time expressions here and do not count.</summary>
internal static class QuantityScore
{
    /// <summary>Its names of the units of news, as they are called here; a number without a unit may be a count or a fraction.</summary>
    private static readonly Dictionary<string, string[]> Units = new(StringComparer.Ordinal)
    {
        ["dollar"] = ["USD"], ["euro"] = ["EUR"], ["pound sterling"] = ["GBP"], ["percentage"] = ["percent"], ["dimensionless"] = ["count", "fraction"], ["pound-mass"] = ["pound"],
        ["degree fahrenheit"] = ["degree Fahrenheit"], ["degree Fahrenheit"] = ["degree Fahrenheit"], ["degree Celsius"] = ["degree Celsius"],
        ["metre"] = ["metre"], ["kilometre"] = ["kilometre"], ["mile"] = ["mile"], ["foot"] = ["foot"], ["inch"] = ["inch"], ["kilogram"] = ["kilogram"], ["gram"] = ["gram"], ["milligram"] = ["milligram"],
        ["tonne"] = ["tonne"], ["ton"] = ["ton"], ["litre"] = ["litre"], ["gallon"] = ["gallon"], ["barrel"] = ["barrel"], ["square kilometre"] = ["square kilometre"], ["square mile"] = ["square mile"],
        ["cubic kilometre"] = ["cubic kilometre"], ["kilometre per hour"] = ["kilometre per hour"], ["watt"] = ["watt"], ["kilowatt"] = ["kilowatt"], ["megawatt"] = ["megawatt"], ["watt hour"] = ["watt hour"],
        ["megawatt hour"] = ["megawatt hour"], ["megabyte"] = ["megabyte"], ["gigabyte"] = ["gigabyte"],
    };

    public static IEnumerable<Figure> Figures(string file)
    {
        int right = 0, all = 0;
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var given in document.RootElement.EnumerateArray())
        {
            var text = given.Text("req")!;
            var article = ArticleText.Of("case", text, null);
            if (article.Text != text) continue;
            var notes = Pipeline.Annotate(article).Annotations;
            foreach (var wanted in given.Items("res"))
            {
                var start = text.IndexOf(wanted.Text("surface") ?? "", StringComparison.Ordinal);
                if (!Units.TryGetValue(wanted.Text("unit") ?? "", out var units) || start < 0) continue;
                var span = new TextSpan(start, start + wanted.Text("surface")!.Length);
                var found = notes.Quantities.Where(q => q.Span.Overlaps(span)).ToList();
                if (found.Count == 0 && notes.Timexes.Any(t => t.Span.Overlaps(span))) continue;
                all++;
                var value = wanted.GetProperty("value").GetDecimal();
                if (found.Any(q => units.Contains(q.Unit) && Math.Abs(Middle(q.Amount) - value) <= 0.000001m * Math.Max(1, Math.Abs(value)))) right++;
            }
        }

        yield return Figure.Share("quantities.right", right, all);
    }

    /// <summary>A range counts by its middle, as there.</summary>
    private static decimal Middle(Amount amount) => amount.Upper is { } upper ? (amount.Value + upper) / 2 : amount.Value;
}
