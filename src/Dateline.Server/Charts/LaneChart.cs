using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>Answers in words over time: a lane for each holder, a mark for each answer, the turns joined.</summary>
public static class LaneChart
{
    /// <summary>More lanes make no picture; the table has them all.</summary>
    public const int MostLanes = 14;

    private const double Gutter = 210;

    public static string Draw(TrackPicture picture, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(frame);
        var lanes = picture.Marks.Select(m => m.Holder).Distinct(StringComparer.Ordinal).Take(MostLanes).Select((holder, i) => (holder, i)).ToDictionary(l => l.holder, l => l.i, StringComparer.Ordinal);
        var kept = picture.Marks.Select((mark, i) => (mark, i)).Where(m => lanes.ContainsKey(m.mark.Holder)).ToList();
        var renumbered = kept.Select((m, n) => (m.i, n)).ToDictionary(p => p.i, p => p.n);
        picture = picture with
        {
            Marks = [.. kept.Select(m => m.mark)],
            Turns = [.. picture.Turns.Where(t => renumbered.ContainsKey(t.Before) && renumbered.ContainsKey(t.After)).Select(t => t with { Before = renumbered[t.Before], After = renumbered[t.After] })],
        };
        var left = frame.IsNarrow ? 0 : Gutter;
        double lane = frame.IsNarrow ? 56 : 42, top = 8, bottom = top + lanes.Count * lane;
        var time = new TimeAxis(picture, left, frame.Width - 4);
        var svg = Svg.Picture(picture.Id + "-" + frame.Css, "picture", frame, bottom + TimeAxis.Height, picture.Title, "group");
        time.Draw(svg, frame, top, bottom);
        var layout = new LabelLayout(new Box(left, 0, frame.Width - left, bottom));
        double Middle(TrackMark mark) => top + lanes[mark.Holder] * lane + (frame.IsNarrow ? lane * 0.66 : lane / 2);
        foreach (var (holder, row) in lanes)
        {
            var mark = picture.Marks.First(m => m.Holder == holder);
            if (row > 0) svg.Draw("line", ("class", "grid"), ("x1", 0.0), ("x2", frame.Width), ("y1", top + row * lane), ("y2", top + row * lane));
            var css = string.Create(CultureInfo.InvariantCulture, $"by h{mark.Hue}");
            var name = GlyphWidths.Fit(holder, Frame.Letters, frame.IsNarrow ? frame.Width - 8 : Gutter - 14);
            var box = frame.IsNarrow ? Svg.BoxOf(name, 0, top + row * lane + 3, Frame.Letters) : Svg.BoxOf(name, 0, Middle(mark) - Frame.Letters * GlyphWidths.Line / 2, Frame.Letters);
            svg.Label(name, box, Frame.Letters, css);
            layout.Occupy(box);
        }

        var at = Stand(picture, time, layout, Middle);
        foreach (var holder in lanes.Keys) Held(svg, picture, at, holder);
        TurnLines.Draw(svg, layout, picture, at, bend: true);
        for (var i = 0; i < at.Length; i++)
        {
            var mark = picture.Marks[i];
            svg.Open("a", ("href", mark.Href), ("class", string.Create(CultureInfo.InvariantCulture, $"mark h{mark.Hue}")), ("tabindex", -1)).Text("title", mark.Note);
            TimeAxis.DrawSpan(svg, time.At(mark.Time), at[i].Y, mark.Hue);
            svg.Draw("path", ("class", "shape"), ("d", MarkShape.Path(mark.Hue, at[i].X, at[i].Y))).Close();
        }

        Labels(svg, layout, picture, frame, at);
        return svg.ToString();
    }

    private static (double X, double Y)[] Stand(TrackPicture picture, TimeAxis time, LabelLayout layout, Func<TrackMark, double> middle)
    {
        var at = new (double X, double Y)[picture.Marks.Length];
        var taken = new HashSet<(double, double)>();
        for (var i = 0; i < at.Length; i++)
        {
            var (x, y) = (time.At(picture.Marks[i].Time).X, middle(picture.Marks[i]));
            // one holder, two answers on one day: beside each other
            while (taken.Any(t => t.Item2 == y && Math.Abs(t.Item1 - x) < 2 * MarkShape.Radius + 3) && x < time.Right) x += 2 * MarkShape.Radius + 3;
            taken.Add((x, y));
            at[i] = (x, y);
            layout.Occupy(MarkShape.BoxOf(x, y));
        }

        return at;
    }

    /// <summary>The line from a holder's first answer to the last.</summary>
    private static void Held(Svg svg, TrackPicture picture, (double X, double Y)[] at, string holder)
    {
        var own = Enumerable.Range(0, at.Length).Where(i => picture.Marks[i].Holder == holder).OrderBy(i => at[i].X).ToList();
        if (at[own[^1]].X - at[own[0]].X < 1) return;
        svg.Draw("line", ("class", string.Create(CultureInfo.InvariantCulture, $"held h{picture.Marks[own[0]].Hue}")), ("x1", at[own[0]].X), ("x2", at[own[^1]].X), ("y1", at[own[0]].Y), ("y2", at[own[0]].Y));
    }

    /// <summary>An answer is written out where the holder gives it first, and where it comes back.</summary>
    private static void Labels(Svg svg, LabelLayout layout, TrackPicture picture, Frame frame, (double X, double Y)[] at)
    {
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var i in Enumerable.Range(0, at.Length).OrderBy(i => at[i].X).ThenBy(i => i))
        {
            var mark = picture.Marks[i];
            if (last.TryGetValue(mark.Holder, out var before) && before == mark.Answer) continue;
            last[mark.Holder] = mark.Answer;
            var around = MarkShape.BoxOf(at[i].X, at[i].Y);
            foreach (var room in new[] { 260.0, 120, 60 })
            {
                var words = GlyphWidths.Fit(mark.Answer, Frame.Letters, room, bold: true);
                var width = GlyphWidths.Of(words, Frame.Letters, bold: true);
                if (layout.Place(LabelLayout.Around(around, width, Frame.Letters * GlyphWidths.Line, 3)) is not { } box) continue;
                svg.Label(words, box, Frame.Letters, "value");
                break;
            }
        }
    }
}
