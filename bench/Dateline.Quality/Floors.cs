using System.Text.Json;

namespace Dateline.Quality;

/// <summary>The figures below which nobody may fall: floors.json, name to value. A floor is only lowered by who says so.</summary>
internal sealed class Floors(string file)
{
    /// <summary>One flipped item of the smallest set moves a figure by more; less is rounding.</summary>
    private const double Slack = 0.0005;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly SortedDictionary<string, double> floors = File.Exists(file) ? new(JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(file))!, StringComparer.Ordinal) : new(StringComparer.Ordinal);

    /// <summary>The measured figures that lie below their floors.</summary>
    public List<(Figure Figure, double Floor)> Below(IEnumerable<Figure> figures) =>
        [.. figures.Where(f => floors.TryGetValue(f.Name, out var floor) && f.Value < floor - Slack).Select(f => (f, floors[f.Name]))];

    /// <summary>Sets the floors to what was measured; those of sets that were not measured stay.</summary>
    /// <returns>The figures that would lower a floor; where there are any and that is not allowed, nothing is written.</returns>
    public List<(Figure Figure, double Floor)> Update(IReadOnlyList<Figure> figures, bool allowRegression)
    {
        var below = Below(figures);
        if (below.Count > 0 && !allowRegression) return below;
        foreach (var figure in figures) floors[figure.Name] = Math.Round(figure.Value, 4);
        File.WriteAllText(file, JsonSerializer.Serialize(floors, Indented) + "\n");
        return below;
    }
}
