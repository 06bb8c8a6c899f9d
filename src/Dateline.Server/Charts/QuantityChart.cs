using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>Amounts over time: a mark for each answer of each holder, with what its words leave open ("at least", "about", a range) drawn as such.</summary>
public static class QuantityChart
{
    private const double Reach = 30; // of an arrow that stands for "or more"
    private const double Whisker = 4; // half a cap
    private const int MostAside = 6; // three places to each side: further off a mark would tell another day

    public static string Draw(TrackPicture picture, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(frame);
        var spreads = picture.Marks.Select(m => AmountSpread.Of(m.Value)).ToList();
        var legend = new HolderLegend(picture, frame);
        double top = legend.Height + 22, bottom = top + (frame.IsNarrow ? 190 : 210);
        var amounts = spreads.OfType<AmountSpread>().SelectMany(s => new[] { s.At, s.Rough ? s.At : s.Least ?? s.At, s.Rough ? s.At : s.Greatest ?? s.At }).ToList();
        var scale = new AmountScale(amounts, bottom, top);
        var ticks = scale.Ticks();
        var left = ticks.Max(t => GlyphWidths.Of(t.Label, Frame.Small)) + 8;
        var time = new TimeAxis(picture, left, frame.Width - 4);
        var svg = Svg.Picture(picture.Id + "-" + frame.Css, "picture", frame, bottom + TimeAxis.Height, picture.Title, "group");
        legend.Draw(svg);
        foreach (var tick in ticks)
        {
            svg.Draw("line", ("class", "grid"), ("x1", left), ("x2", time.Right), ("y1", tick.At), ("y2", tick.At));
            var width = GlyphWidths.Of(tick.Label, Frame.Small);
            svg.Label(tick.Label, new Box(left - 6 - width, tick.At - Frame.Small * 0.62, width, Frame.Small), Frame.Small, "tick");
        }

        time.Draw(svg, frame, top, bottom);
        var layout = new LabelLayout(new Box(left, legend.Height, frame.Width - left, bottom - legend.Height));
        var (at, boxes) = Stand(picture, spreads, scale, time, layout, top, bottom);
        TurnLines.Draw(svg, layout, picture, at, bend: true);
        for (var i = 0; i < at.Length; i++)
            if (spreads[i] is { } spread) Mark(svg, picture.Marks[i], spread, scale, time, at[i], top, bottom);
        Labels(svg, layout, picture, frame, spreads, boxes, at);
        return svg.ToString();
    }

    /// <summary>Where the marks stand: at their time, moved aside where another stands there already.</summary>
    private static ((double X, double Y)[] At, Box[] Boxes) Stand(TrackPicture picture, List<AmountSpread?> spreads, AmountScale scale, TimeAxis time, LabelLayout layout, double top, double bottom)
    {
        var at = new (double X, double Y)[picture.Marks.Length];
        var boxes = new Box[at.Length];
        var taken = new List<Box>();
        for (var i = 0; i < at.Length; i++)
        {
            var x = time.At(picture.Marks[i].Time).X;
            if (spreads[i] is not { } spread)
            {
                at[i] = (x, bottom);
                continue;
            }

            var y = scale.At(spread.At);
            var (high, low) = Ends(spread, scale, y, top, bottom);
            var step = MarkShape.Radius * 2 + 1.5;
            for (var n = 0; ; n++)
            {
                var aside = x + (n % 2 == 1 ? 1 : -1) * ((n + 1) / 2) * step;
                if (n > MostAside) aside = x;
                else if (aside < time.Left + MarkShape.Radius || aside > time.Right + 80 - MarkShape.Radius) continue;
                var box = new Box(aside - step / 2, high - MarkShape.Radius, step, low - high + 2 * MarkShape.Radius);
                if (n <= MostAside && taken.Exists(box.Overlaps)) continue;
                taken.Add(box);
                layout.Occupy(box);
                (at[i], boxes[i]) = ((aside, y), box);
                break;
            }
        }

        return (at, boxes);
    }

    private static (double High, double Low) Ends(AmountSpread spread, AmountScale scale, double y, double top, double bottom) => (
        spread.Greatest is { } greatest ? scale.At(greatest) : Math.Max(top - 10, y - Reach),
        spread.Least is { } least ? scale.At(least) : Math.Min(bottom, y + Reach));

    private static void Mark(Svg svg, TrackMark mark, AmountSpread spread, AmountScale scale, TimeAxis time, (double X, double Y) at, double top, double bottom)
    {
        var hue = string.Create(CultureInfo.InvariantCulture, $"h{mark.Hue}");
        var (high, low) = Ends(spread, scale, at.Y, top, bottom);
        svg.Open("a", ("href", mark.Href), ("class", "mark " + hue), ("tabindex", -1)).Text("title", mark.Note);
        TimeAxis.DrawSpan(svg, time.At(mark.Time), at.Y, mark.Hue);
        if (low - high > 1) svg.Draw("line", ("class", spread.Rough ? "reach rough" : "reach"), ("x1", at.X), ("x2", at.X), ("y1", high), ("y2", low));
        if (spread.Greatest is null) Arrow(svg, at.X, high, -1);
        else if (high < at.Y - 1 && !spread.Rough) Cap(svg, at.X, high);
        if (spread.Least is null) Arrow(svg, at.X, low, 1);
        else if (low > at.Y + 1) Cap(svg, at.X, low);
        // "at least": the bound itself may be the amount, so it is closed by a cap under the mark; "more than" stays open
        if (spread.Included && (spread.Greatest is null || spread.Least is null)) Cap(svg, at.X, at.Y + (spread.Greatest is null ? 1 : -1) * (MarkShape.Radius + 2.5));
        svg.Draw("path", ("class", "shape"), ("d", MarkShape.Path(mark.Hue, at.X, at.Y))).Close();
    }

    private static void Cap(Svg svg, double x, double y) => svg.Draw("line", ("class", "cap"), ("x1", x - Whisker), ("x2", x + Whisker), ("y1", y), ("y2", y));

    private static void Arrow(Svg svg, double x, double y, int down) =>
        svg.Draw("path", ("class", "arrow"), ("d", string.Create(CultureInfo.InvariantCulture, $"M{x - 4:0.#} {y - down * 5:0.#}L{x:0.#} {y:0.#}L{x + 4:0.#} {y - down * 5:0.#}")));

    /// <summary>Each answer is written out where it is first given, and again where it comes back: with its holder if there is room, else alone.</summary>
    private static void Labels(Svg svg, LabelLayout layout, TrackPicture picture, Frame frame, List<AmountSpread?> spreads, Box[] boxes, (double X, double Y)[] at)
    {
        string? last = null;
        for (var i = 0; i < at.Length; i++)
        {
            var mark = picture.Marks[i];
            if (spreads[i] is null || mark.Answer == last) continue;
            last = mark.Answer;
            var around = boxes[i];
            var holder = GlyphWidths.Fit(mark.Holder, Frame.Small, frame.IsNarrow ? 90 : 190);
            var (value, under) = (GlyphWidths.Of(mark.Answer, Frame.Letters, bold: true), GlyphWidths.Of(holder, Frame.Small));
            var line = Frame.Letters * GlyphWidths.Line;
            if (layout.Place(LabelLayout.Around(around, Math.Max(value, under), line + Frame.Small * GlyphWidths.Line)) is { } both)
            {
                svg.Label(mark.Answer, both, Frame.Letters, "value");
                svg.Label(holder, both with { Y = both.Y + line }, Frame.Small, string.Create(CultureInfo.InvariantCulture, $"by h{mark.Hue}"));
            }
            else if (layout.Place(LabelLayout.Around(around, value, line)) is { } alone)
            {
                svg.Label(mark.Answer, alone, Frame.Letters, "value");
            }
        }
    }
}
