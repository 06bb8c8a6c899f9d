using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>The days under a picture, and where a mark of a given time stands on them. Marks whose time is not known stand in a strip of their own at the right.</summary>
internal sealed class TimeAxis
{
    private const double Strip = 84;

    private readonly double left;
    private readonly double right;
    private readonly DateScale? scale;
    private readonly double? strip;

    public TimeAxis(TrackPicture picture, double left, double right)
    {
        var span = DateScale.Span(picture.Marks.Select(m => m.Time));
        var unknown = picture.Marks.Any(m => m.Time is not { IsKnown: true });
        if (unknown) (right, strip) = (right - Strip, right - Strip / 2);
        (this.left, this.right) = (left, right);
        if (span is { } days) scale = new DateScale(days.First, days.Last, left, right - 8);
    }

    public double Left => left;

    public double Right => right;

    /// <summary>The middle of the time, and its ends where it is longer than a day; true where an end lies beyond the axis or is not known.</summary>
    public (double X, double From, double To, bool OpenFrom, bool OpenTo) At(UncertainDate? time)
    {
        if (scale is null || time is not { IsKnown: true }) return (strip ?? left, strip ?? left, strip ?? left, false, false);
        var openFrom = time.From is not { } first || !scale.Holds(first);
        var openTo = time.To is not { } last || !scale.Holds(last);
        var from = time.From is { } f ? scale.At(f) : left;
        var to = time.To is { } t ? scale.At(t) : right - 8;
        var x = openFrom && !openTo && time.From is null ? to : openTo && !openFrom && time.To is null ? from : (from + to) / 2;
        return (x, from, to, openFrom, openTo);
    }

    /// <summary>What it takes below the line.</summary>
    public const double Height = 38;

    public void Draw(Svg svg, Frame frame, double top, double y)
    {
        svg.Draw("line", ("class", "axis"), ("x1", left), ("x2", right), ("y1", y), ("y2", y));
        foreach (var (at, label, under) in scale?.Ticks(Frame.Small) ?? [])
        {
            svg.Draw("line", ("class", "grid"), ("x1", at), ("x2", at), ("y1", top), ("y2", y + 4));
            Centred(svg, frame, label, at, y + 6);
            if (under is not null) Centred(svg, frame, under, at, y + 6 + Frame.Small * GlyphWidths.Line);
        }

        if (strip is not { } middle) return;
        svg.Draw("line", ("class", "grid"), ("x1", right), ("x2", right), ("y1", top), ("y2", y));
        Centred(svg, frame, "date not", middle, y + 6);
        Centred(svg, frame, "known", middle, y + 6 + Frame.Small * GlyphWidths.Line);
    }

    private static void Centred(Svg svg, Frame frame, string words, double at, double y)
    {
        var width = GlyphWidths.Of(words, Frame.Small);
        svg.Label(words, new Box(Math.Clamp(at - width / 2, 0, Math.Max(0, frame.Width - width)), y, width, Frame.Small), Frame.Small, "tick");
    }

    /// <summary>The bar of an uncertain time: ends with caps where they are known, with open ends where they are not.</summary>
    public static void DrawSpan(Svg svg, (double X, double From, double To, bool OpenFrom, bool OpenTo) time, double y, int hue)
    {
        if (time.To - time.From < 2) return;
        svg.Draw("line", ("class", string.Create(CultureInfo.InvariantCulture, $"span h{hue}{(time.OpenFrom || time.OpenTo ? " open" : "")}")), ("x1", time.From), ("x2", time.To), ("y1", y), ("y2", y));
        foreach (var (x, open) in new[] { (time.From, time.OpenFrom), (time.To, time.OpenTo) })
            if (!open) svg.Draw("line", ("class", string.Create(CultureInfo.InvariantCulture, $"cap h{hue}")), ("x1", x), ("x2", x), ("y1", y - 4), ("y2", y + 4));
    }
}
