using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>Who each colour and shape stands for, in rows above a picture.</summary>
internal sealed class HolderLegend
{
    private readonly List<(string Name, int Hue, Box Box)> items = [];
    private readonly Frame frame;

    public HolderLegend(TrackPicture picture, Frame frame)
    {
        this.frame = frame;
        var names = picture.Marks.GroupBy(m => m.Hue).OrderBy(g => g.Key).Select(g => (Name: g.Key == 8 && g.Select(m => m.Holder).Distinct(StringComparer.Ordinal).Count() is > 1 and var n ? string.Create(CultureInfo.InvariantCulture, $"{n} others") : g.First().Holder, g.Key));
        double x = 0, y = 0;
        var line = Frame.Small * GlyphWidths.Line + 4;
        foreach (var (name, hue) in names)
        {
            var shown = GlyphWidths.Fit(name, Frame.Small, Math.Min(300, frame.Width - 20));
            var width = 18 + GlyphWidths.Of(shown, Frame.Small);
            if (x > 0 && x + width > frame.Width) (x, y) = (0, y + line);
            items.Add((shown, hue, new Box(x, y, width, line)));
            x += width + 16;
        }

        Height = y + line;
    }

    public double Height { get; }

    public void Draw(Svg svg)
    {
        foreach (var (name, hue, box) in items)
        {
            svg.Draw("path", ("class", string.Create(CultureInfo.InvariantCulture, $"shape h{hue}")), ("d", MarkShape.Path(hue, box.X + 7, box.Y + Frame.Small * 0.6, 4.5)));
            svg.Label(name, box with { X = box.X + 18 }, Frame.Small, "key");
        }
    }
}
