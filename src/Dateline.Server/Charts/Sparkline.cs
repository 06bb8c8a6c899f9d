using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>Pages per day as small bars, from the first day to the last.</summary>
public static class Sparkline
{
    private const double Width = 168;
    private const double Height = 28;
    private const int MostBars = 56;

    /// <param name="days">Day and pages; in any order.</param>
    public static string Draw(string id, IReadOnlyCollection<(DateOnly Day, int Pages)> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0) return "";
        int first = days.Min(d => d.Day.DayNumber), span = days.Max(d => d.Day.DayNumber) - first + 1;
        var perBar = (span + MostBars - 1) / MostBars;
        var bars = new int[(span + perBar - 1) / perBar];
        foreach (var (day, pages) in days) bars[(day.DayNumber - first) / perBar] += pages;
        var most = bars.Max();
        var step = Math.Min(Width / bars.Length, 12);
        var busiest = days.MaxBy(d => (d.Pages, -d.Day.DayNumber));
        var title = string.Create(CultureInfo.InvariantCulture, $"Pages per {(perBar == 1 ? "day" : $"{perBar} days")}, {Wording.Day(DateOnly.FromDayNumber(first))} to {Wording.Day(DateOnly.FromDayNumber(first + span - 1))}; most on {Wording.Day(busiest.Day)}: {busiest.Pages}");
        var svg = new Svg().Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "spark"), ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width:0} {Height:0}")), ("role", "img"), ("aria-labelledby", id + "-t"))
            .Text("title", title, ("id", id + "-t"))
            .Draw("line", ("class", "grid"), ("x1", 0.0), ("y1", Height - 0.5), ("x2", step * bars.Length), ("y2", Height - 0.5));
        for (var i = 0; i < bars.Length; i++)
        {
            if (bars[i] == 0) continue;
            var height = Math.Max(2, bars[i] * (Height - 3) / most);
            svg.Draw("rect", ("x", i * step), ("y", Height - 1 - height), ("width", Math.Max(1, step - (step > 3 ? 1 : 0))), ("height", height));
        }

        return svg.ToString();
    }
}
