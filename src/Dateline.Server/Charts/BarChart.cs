using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>A stretch of time with how much lies in it, the second part of which is drawn apart on top.</summary>
/// <param name="Note">What it stands for in words.</param>
public sealed record TimeBar(DateOnly First, DateOnly Last, double Lower, double Upper, string Note);

/// <summary>Amounts over time as bars: the days under them, the greatest named at the left.</summary>
public static class BarChart
{
    private const double Tall = 120;
    private const double Room = 44; // for the numbers at the left
    private const double Widest = 26;

    /// <param name="keys">What the lower and the upper part stand for; the upper one is left out where there is none.</param>
    public static string Draw(string id, string title, IReadOnlyCollection<TimeBar> bars, (string Lower, string? Upper) keys, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(frame);
        var most = bars.Count > 0 ? bars.Max(b => b.Lower + b.Upper) : 0;
        if (most <= 0) return "";
        var (left, right) = (Room, frame.Width - 8);
        var (first, last) = (bars.Min(b => b.First), bars.Max(b => b.Last));
        var room = Math.Max(1, (last.DayNumber - first.DayNumber) / 24);
        var scale = new DateScale(first.AddDays(-Math.Min(room, first.DayNumber)), last.AddDays(Math.Min(room, DateOnly.MaxValue.DayNumber - last.DayNumber)), left, right);
        var legend = Frame.Small * GlyphWidths.Line + 6;
        var top = keys.Upper is null ? 8.0 : legend + 8;
        var ground = top + Tall;
        var svg = Svg.Picture(id + "-" + frame.Css, "picture bars", frame, ground + TimeAxis.Height, title, "img");
        var x = left;
        if (keys.Upper is not null)
        {
            foreach (var (words, css) in new[] { (keys.Lower, "lower"), (keys.Upper, "upper") })
            {
                svg.Draw("rect", ("class", css), ("x", x), ("y", 2.0), ("width", 11.0), ("height", 11.0));
                svg.Label(words, Svg.BoxOf(words, x + 17, 0, Frame.Small), Frame.Small, "key");
                x += 17 + GlyphWidths.Of(words, Frame.Small) + 18;
            }
        }

        svg.Draw("line", ("class", "grid"), ("x1", left), ("x2", right), ("y1", top), ("y2", top));
        svg.Draw("line", ("class", "axis"), ("x1", left), ("x2", right), ("y1", ground), ("y2", ground));
        Number(svg, most, top);
        Number(svg, 0, ground);
        foreach (var (at, label, under) in scale.Ticks(Frame.Small))
        {
            svg.Draw("line", ("class", "axis"), ("x1", at), ("x2", at), ("y1", ground), ("y2", ground + 4));
            Centred(svg, frame, label, at, ground + 6);
            if (under is not null) Centred(svg, frame, under, at, ground + 6 + Frame.Small * GlyphWidths.Line);
        }

        foreach (var bar in bars.Where(b => b.Lower + b.Upper > 0).OrderBy(b => b.First))
        {
            var middle = (scale.At(bar.First) + scale.At(bar.Last)) / 2;
            var width = Math.Clamp(scale.At(bar.Last) - scale.At(bar.First) + (right - left) / (scale.Last.DayNumber - scale.First.DayNumber + 1) - 1.5, 2, Widest);
            var (low, high) = (bar.Lower * Tall / most, bar.Upper * Tall / most);
            svg.Open("g").Text("title", bar.Note);
            if (bar.Lower > 0) svg.Draw("rect", ("class", "lower"), ("x", middle - width / 2), ("y", ground - low), ("width", width), ("height", Math.Max(1, low)));
            if (bar.Upper > 0) svg.Draw("rect", ("class", "upper"), ("x", middle - width / 2), ("y", ground - low - high), ("width", width), ("height", Math.Max(1, high)));
            svg.Close();
        }

        return svg.ToString();
    }

    private static void Number(Svg svg, double number, double y)
    {
        var words = number >= 10_000 ? (number / 1000).ToString("#,0k", CultureInfo.InvariantCulture) : number.ToString("#,0", CultureInfo.InvariantCulture);
        var width = GlyphWidths.Of(words, Frame.Small);
        svg.Label(words, new Box(Math.Max(0, Room - 7 - width), y - Frame.Small * 0.62, width, Frame.Small * GlyphWidths.Line), Frame.Small, "tick");
    }

    private static void Centred(Svg svg, Frame frame, string words, double at, double y)
    {
        var width = GlyphWidths.Of(words, Frame.Small);
        svg.Label(words, new Box(Math.Clamp(at - width / 2, 0, Math.Max(0, frame.Width - width)), y, width, Frame.Small), Frame.Small, "tick");
    }
}
