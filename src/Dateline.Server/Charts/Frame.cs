namespace Dateline.Server.Charts;

/// <summary>For what width a picture is drawn. Each is drawn for both, and the style sheet shows the one that fits: text in a picture does not shrink on a phone.</summary>
/// <param name="Width">In CSS pixels at its natural size.</param>
/// <param name="Css">The class by which the style sheet knows it, also the end of ids.</param>
public sealed record Frame(double Width, string Css)
{
    public static Frame Wide { get; } = new(960, "wide");

    public static Frame Narrow { get; } = new(328, "narrow");

    public bool IsNarrow => Width < 500;

    /// <summary>The size of letters for labels.</summary>
    public const double Letters = 13;

    /// <summary>The size of letters for axes and what stands back.</summary>
    public const double Small = 11.5;
}
