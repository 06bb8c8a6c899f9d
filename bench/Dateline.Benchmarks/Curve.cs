using System.Globalization;
using System.Text;

namespace Dateline.Benchmarks;

/// <summary>A curve over the number of articles, on a logarithmic scale, as an SVG picture.</summary>
internal static class Curve
{
    private static readonly int[] Factors = [1, 2, 4, 5, 8, 10];
    private const double Width = 640, Height = 320, Left = 70, Right = 20, Top = 40, Bottom = 50;

    /// <param name="logarithm">Adds the line that grows as the logarithm does, through the first point.</param>
    public static void Draw(string file, string title, string unit, IReadOnlyList<(int Articles, double Value)> points, bool logarithm)
    {
        double first = Math.Log10(points[0].Articles), last = Math.Max(first + 1, Math.Log10(points[^1].Articles));
        double Reference(double articles) => points[0].Value * Math.Log(articles) / Math.Log(points[0].Articles);
        var top = Ceiling(1.1 * Math.Max(points.Max(p => p.Value), logarithm ? Reference(points[^1].Articles) : 0));
        double X(double articles) => Left + ((Math.Log10(articles) - first) / (last - first) * (Width - Left - Right));
        double Y(double value) => Height - Bottom - (value / top * (Height - Top - Bottom));
        var svg = new StringBuilder();
        svg.Append(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\"><title>{title}</title>\n"));
        svg.Append(Invariant($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/><text x=\"{Left}\" y=\"22\" font-size=\"15\">{title}</text>\n"));
        for (var step = 0; step <= 4; step++)
            svg.Append(Invariant($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(top * step / 4):0.0}\" y2=\"{Y(top * step / 4):0.0}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(top * step / 4) + 4:0.0}\" text-anchor=\"end\">{top * step / 4:#,0.##}</text>\n"));
        for (var power = (int)Math.Ceiling(first); power <= (int)last; power++)
            svg.Append(Invariant($"<text x=\"{X(Math.Pow(10, power)):0.0}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{Math.Pow(10, power):#,0}</text>\n"));
        svg.Append(Invariant($"<text x=\"{Width - Right}\" y=\"{Height - 12}\" text-anchor=\"end\">articles</text><text x=\"{Left}\" y=\"{Top - 4}\" text-anchor=\"end\">{unit}</text>\n"));
        if (logarithm)
            svg.Append(Invariant($"<line x1=\"{X(points[0].Articles):0.0}\" y1=\"{Y(points[0].Value):0.0}\" x2=\"{X(points[^1].Articles):0.0}\" y2=\"{Y(Reference(points[^1].Articles)):0.0}\" stroke=\"#999\" stroke-dasharray=\"4 4\"/><text x=\"{Width - Right}\" y=\"{Y(Reference(points[^1].Articles)) - 6:0.0}\" text-anchor=\"end\" fill=\"#777\">as log n</text>\n"));
        svg.Append(Invariant($"<polyline fill=\"none\" stroke=\"#1d4e89\" stroke-width=\"2\" points=\"{string.Join(' ', points.Select(p => Invariant($"{X(p.Articles):0.0},{Y(p.Value):0.0}")))}\"/>\n"));
        foreach (var (articles, value) in points) svg.Append(Invariant($"<circle cx=\"{X(articles):0.0}\" cy=\"{Y(value):0.0}\" r=\"3\" fill=\"#1d4e89\"/>\n"));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, svg.Append("</svg>\n").ToString());
    }

    /// <summary>The next round number.</summary>
    private static double Ceiling(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Factors.Select(f => f * power).First(f => f >= value);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
