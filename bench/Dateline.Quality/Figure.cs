namespace Dateline.Quality;

/// <summary>One measured figure.</summary>
/// <param name="Name">Set and figure: "kursk.tracks.f1".</param>
/// <param name="Value">0 to 1, more is better.</param>
/// <param name="Found">The numerator, where the figure is a share.</param>
/// <param name="Of">The denominator, where the figure is a share.</param>
internal sealed record Figure(string Name, double Value, int? Found = null, int? Of = null)
{
    public static Figure Share(string name, int found, int of) => new(name, of == 0 ? 0 : (double)found / of, found, of);

    /// <summary>The harmonic mean of precision and recall.</summary>
    public static double F1(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);

    /// <summary>The same of counts; 0 where nothing was wanted or nothing found.</summary>
    public static double F1(int right, int gold, int found) => gold == 0 || found == 0 ? 0 : F1((double)right / found, (double)right / gold);

    public override string ToString() => FormattableString.Invariant($"{Name,-34} {Value:0.000}") + (Of is null ? "" : FormattableString.Invariant($"  ({Found}/{Of})"));
}
