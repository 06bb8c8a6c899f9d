using System.Text.Json;
using Dateline.Exchange;
using Dateline.Storage;

namespace Dateline.Quality;

/// <summary>Persons, organisations and places with the gold's exact borders and kind, as CoNLL counts them.</summary>
internal static class NameScore
{
    private static readonly string[] Types = ["PER", "ORG", "LOC"];

    public static IEnumerable<Figure> Figures(string file)
    {
        var counts = Types.ToDictionary(t => t, _ => new int[3], StringComparer.Ordinal); // gold, found, right
        foreach (var (gold, found) in InOrder.Select(JsonLines.Read(file), Annotate))
        {
            foreach (var name in gold) counts[name.Type][0]++;
            foreach (var name in found)
            {
                counts[name.Type][1]++;
                if (gold.Contains(name)) counts[name.Type][2]++;
            }
        }

        yield return new Figure("names.f1", Figure.F1(counts.Values.Sum(c => c[2]), counts.Values.Sum(c => c[0]), counts.Values.Sum(c => c[1])));
        foreach (var type in Types) yield return new Figure($"names.{type.ToLowerInvariant()}_f1", Figure.F1(counts[type][2], counts[type][0], counts[type][1]));
    }

    private static (HashSet<Name> Gold, HashSet<Name> Found) Annotate(JsonElement document)
    {
        var text = document.Text("text")!;
        var points = new CodePoints(text);
        var mentions = Pipeline.Annotate(ArticleText.Of(document.Text("id")!, text, document.Text("published"))).Annotations.Mentions;
        return (
            [.. document.Items("entities").Select(e => new Name(e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32(), e.Text("type")!)).Where(n => Types.Contains(n.Type))],
            [.. mentions.Select(m => new Name(points.Of(m.Span.Start), points.Of(m.Span.End), AnnotationsJson.TypeName(m.Kind))).Where(n => Types.Contains(n.Type))]);
    }

    private sealed record Name(int Start, int End, string Type);
}
