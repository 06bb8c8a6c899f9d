using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>Draws the changes between marks: a line with the sign of its kind. Contradictions are joined by a full line without direction.</summary>
internal static class TurnLines
{
    private const double Radius = 8;

    private static readonly double[] Places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78];

    /// <param name="at">Where the marks stand.</param>
    public static void Draw(Svg svg, LabelLayout layout, TrackPicture picture, IReadOnlyList<(double X, double Y)> at, bool bend)
    {
        foreach (var turn in picture.Turns)
        {
            var (a, b) = (at[turn.Before], at[turn.After]);
            var kind = Exchange.Json.Name(turn.Kind);
            // beside each other: an arch; one above the other: a bow, so that it does not run through the marks between
            var level = Math.Abs(a.Y - b.Y) < 12;
            var (c, d) = level ? ((X: a.X + (b.X - a.X) * 0.25, Y: a.Y - 24), (X: b.X - (b.X - a.X) * 0.25, Y: b.Y - 24))
                : Math.Abs(a.X - b.X) < 24 ? ((X: a.X + (bend ? 26 : 0), Y: a.Y), (X: b.X + (bend ? 26 : 0), Y: b.Y))
                : ((X: (a.X + b.X) / 2, a.Y), (X: (a.X + b.X) / 2, b.Y));
            svg.Draw("path", ("class", "turn turn-" + kind), ("d", string.Create(CultureInfo.InvariantCulture, $"M{a.X:0.#} {a.Y:0.#}C{c.X:0.#} {c.Y:0.#} {d.X:0.#} {d.Y:0.#} {b.X:0.#} {b.Y:0.#}")));
            var places = Places.Select(t => On(t)).Select(p => new Box(p.X - Radius, p.Y - Radius, 2 * Radius, 2 * Radius));
            if (layout.Place(places) is not { } box) continue;
            svg.Open("g", ("class", "sign sign-" + kind)).Text("title", Wording.Kind(turn.Kind))
                .Draw("circle", ("cx", box.X + Radius), ("cy", box.Y + Radius), ("r", Radius))
                .Text("text", Wording.Sign(turn.Kind), ("x", box.X + Radius), ("y", box.Y + Radius + 4), ("font-size", 11.0), ("text-anchor", "middle"))
                .Close();

            (double X, double Y) On(double t)
            {
                var u = 1 - t;
                return (u * u * u * a.X + 3 * u * u * t * c.X + 3 * u * t * t * d.X + t * t * t * b.X, u * u * u * a.Y + 3 * u * u * t * c.Y + 3 * u * t * t * d.Y + t * t * t * b.Y);
            }
        }
    }
}
