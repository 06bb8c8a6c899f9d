using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>A shape for each hue, so that colour is never the only sign of a holder.</summary>
internal static class MarkShape
{
    public const double Radius = 5;

    public static string Path(int hue, double x, double y, double r = Radius) => hue switch
    {
        2 => P($"M{x - r * 0.9:0.#} {y - r * 0.9:0.#}h{r * 1.8:0.#}v{r * 1.8:0.#}h{-r * 1.8:0.#}z"),
        3 => P($"M{x:0.#} {y - r * 1.25:0.#}l{r * 1.25:0.#} {r * 1.25:0.#}l{-r * 1.25:0.#} {r * 1.25:0.#}l{-r * 1.25:0.#} {-r * 1.25:0.#}z"),
        4 => P($"M{x:0.#} {y - r * 1.15:0.#}l{r * 1.15:0.#} {r * 2:0.#}h{-r * 2.3:0.#}z"),
        5 => P($"M{x:0.#} {y + r * 1.15:0.#}l{r * 1.15:0.#} {-r * 2:0.#}h{-r * 2.3:0.#}z"),
        6 => P($"M{x - r * 0.4:0.#} {y - r * 1.1:0.#}h{r * 0.8:0.#}v{r * 0.7:0.#}h{r * 0.7:0.#}v{r * 0.8:0.#}h{-r * 0.7:0.#}v{r * 0.7:0.#}h{-r * 0.8:0.#}v{-r * 0.7:0.#}h{-r * 0.7:0.#}v{-r * 0.8:0.#}h{r * 0.7:0.#}z"),
        7 => P($"M{x - r * 1.2:0.#} {y:0.#}l{r * 0.6:0.#} {-r * 1.05:0.#}h{r * 1.2:0.#}l{r * 0.6:0.#} {r * 1.05:0.#}l{-r * 0.6:0.#} {r * 1.05:0.#}h{-r * 1.2:0.#}z"),
        _ => P($"M{x - r:0.#} {y:0.#}a{r:0.#} {r:0.#} 0 1 0 {2 * r:0.#} 0a{r:0.#} {r:0.#} 0 1 0 {-2 * r:0.#} 0z"),
    };

    public static Box BoxOf(double x, double y, double r = Radius) => new(x - r * 1.25, y - r * 1.25, r * 2.5, r * 2.5);

    private static string P(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
