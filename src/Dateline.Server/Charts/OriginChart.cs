using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>Statements that reached an outlet from a root.</summary>
/// <param name="Through">The agency or medium between the two, or null.</param>
public sealed record Flow(string Root, string? Through, string Outlet, int Statements);

/// <summary>Who rests on whom: roots at the left, outlets at the right, the width of a band for the number of statements.</summary>
public static class OriginChart
{
    /// <summary>More of a side are drawn as one.</summary>
    private const int Most = 12;

    /// <summary>More bands could not be told apart: the thinnest are left out.</summary>
    private const int MostBands = 60;

    private const double Bar = 7;
    private const double Gap = 7;

    public static string Draw(string id, string title, IEnumerable<Flow> flows, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var kept = Gathered(flows, frame);
        if (kept.Count > MostBands) kept = [.. kept.OrderByDescending(f => f.Statements).ThenBy(f => f.ToString(), StringComparer.Ordinal).Take(MostBands)];
        if (kept.Count == 0) return "";
        var total = kept.Sum(f => f.Statements);
        var unit = Math.Clamp((frame.IsNarrow ? 260.0 : 300.0) / total, 0.15, 14);
        var (left, right) = frame.IsNarrow ? (0.0, frame.Width - Bar) : (270.0, frame.Width - 270 - Bar);
        var roots = new Column(left, kept.GroupBy(f => f.Root).Select(g => (g.Key, g.Sum(f => f.Statements))), unit);
        var outlets = new Column(right, Balanced(kept, f => f.Outlet, f => roots.Middle(f.Root)), unit);
        var between = new Column((left + right) / 2, Balanced(kept.Where(f => f.Through is not null), f => f.Through!, f => (roots.Middle(f.Root) + outlets.Middle(f.Outlet)) / 2), unit);
        var height = Math.Max(roots.Height, Math.Max(outlets.Height, between.Height));
        foreach (var column in new[] { roots, outlets, between }) column.Shift((height - column.Height) / 2 + 4);
        var svg = Svg.Picture(id + "-" + frame.Css, "picture flows", frame, height + 8, title, "img");
        var hues = roots.Names.Select((name, i) => (name, Hue: Math.Min(i + 1, 8))).ToDictionary(p => p.name, p => p.Hue, StringComparer.Ordinal);
        foreach (var flow in kept.OrderBy(f => roots.Middle(f.Root)).ThenBy(f => outlets.Middle(f.Outlet)).ThenBy(f => f.Through, StringComparer.Ordinal))
        {
            var css = string.Create(CultureInfo.InvariantCulture, $"band h{hues[flow.Root]}");
            var words = string.Create(CultureInfo.InvariantCulture, $"{flow.Outlet} ← {(flow.Through is null ? "" : flow.Through + " ← ")}{(flow.Root == flow.Outlet ? "its own report" : flow.Root)}: {Wording.Count(flow.Statements, "statement")}");
            var thick = flow.Statements * unit;
            svg.Open("g", ("class", css)).Text("title", words);
            var from = (X: left + Bar, Y: roots.Take(flow.Root, thick));
            if (flow.Through is { } through)
            {
                var enters = between.Take(through, thick);
                Band(svg, from, (between.X, enters), thick);
                from = (between.X + Bar, enters);
            }

            Band(svg, from, (right, outlets.Take(flow.Outlet, thick)), thick);
            svg.Close();
        }

        foreach (var name in roots.Names) Node(svg, roots, name, string.Create(CultureInfo.InvariantCulture, $"node h{hues[name]}"));
        foreach (var name in between.Names) Node(svg, between, name, "node");
        foreach (var name in outlets.Names) Node(svg, outlets, name, "node");
        Labels(svg, frame, roots, atRight: frame.IsNarrow, (frame.IsNarrow ? frame.Width * 0.46 : left) - 12);
        Labels(svg, frame, outlets, atRight: !frame.IsNarrow, (frame.IsNarrow ? frame.Width * 0.46 : left) - 12);
        Labels(svg, frame, between, atRight: true, (right - left) / 2 - 24);
        return svg.ToString();
    }

    /// <summary>The greatest sides keep their names; the rest is one.</summary>
    private static List<Flow> Gathered(IEnumerable<Flow> flows, Frame frame)
    {
        var all = flows.Where(f => f.Statements > 0).ToList();
        var (root, outlet) = (Name(all, f => f.Root, "other roots"), Name(all, f => f.Outlet, "other outlets"));
        return [.. all.GroupBy(f => (Root: root(f.Root), Through: frame.IsNarrow ? null : f.Through, Outlet: outlet(f.Outlet))).Select(g => new Flow(g.Key.Root, g.Key.Through, g.Key.Outlet, g.Sum(f => f.Statements)))];

        static Func<string, string> Name(List<Flow> flows, Func<Flow, string> side, string others)
        {
            var names = flows.GroupBy(side).OrderByDescending(g => g.Sum(f => f.Statements)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
            var kept = names.Take(names.Count > Most ? Most - 1 : Most).ToHashSet(StringComparer.Ordinal);
            return name => kept.Contains(name) ? name : others;
        }
    }

    /// <summary>Beside what they are joined to, so that few bands cross.</summary>
    private static IEnumerable<(string Name, int Weight)> Balanced(IEnumerable<Flow> flows, Func<Flow, string> side, Func<Flow, double> other) => flows.GroupBy(side)
        .Select(g => (Name: g.Key, Weight: g.Sum(f => f.Statements), Middle: g.Sum(f => f.Statements * other(f)) / g.Sum(f => f.Statements)))
        .OrderBy(n => n.Middle).ThenBy(n => n.Name, StringComparer.Ordinal).Select((n, i) => (n.Name, n.Weight));

    private static void Band(Svg svg, (double X, double Y) from, (double X, double Y) to, double thick)
    {
        var middle = (from.X + to.X) / 2;
        svg.Draw("path", ("d", string.Create(CultureInfo.InvariantCulture, $"M{from.X:0.#} {from.Y:0.#}C{middle:0.#} {from.Y:0.#} {middle:0.#} {to.Y:0.#} {to.X:0.#} {to.Y:0.#}V{to.Y + thick:0.#}C{middle:0.#} {to.Y + thick:0.#} {middle:0.#} {from.Y + thick:0.#} {from.X:0.#} {from.Y + thick:0.#}z")));
    }

    private static void Node(Svg svg, Column column, string name, string css) =>
        svg.Draw("rect", ("class", css), ("x", column.X), ("y", column.Top(name)), ("width", Bar), ("height", Math.Max(1, column.Thick(name))));

    private static void Labels(Svg svg, Frame frame, Column column, bool atRight, double room)
    {
        foreach (var name in column.Names)
        {
            var count = " " + column.Weight(name).ToString("N0", CultureInfo.InvariantCulture);
            var words = GlyphWidths.Fit(name, Frame.Letters, room - GlyphWidths.Of(count, Frame.Letters)) + count;
            var width = GlyphWidths.Of(words, Frame.Letters);
            var line = Frame.Letters * GlyphWidths.Line;
            svg.Label(words, new Box(atRight ? column.X + Bar + 5 : column.X - 5 - width, column.Middle(name) - line / 2, width, line), Frame.Letters, "name");
        }
    }

    /// <summary>Nodes below each other, each with room for its label.</summary>
    private sealed class Column
    {
        private const double Line = 13 * GlyphWidths.Line;

        private readonly Dictionary<string, (double Top, double Thick, int Weight)> nodes = new(StringComparer.Ordinal);
        private readonly Dictionary<string, double> used = new(StringComparer.Ordinal);

        public Column(double x, IEnumerable<(string Name, int Weight)> weights, double unit)
        {
            X = x;
            var y = 0.0;
            foreach (var (name, weight) in weights)
            {
                var thick = weight * unit;
                var slot = Math.Max(thick, Line);
                nodes[name] = (y + (slot - thick) / 2, thick, weight);
                y += slot + Gap;
            }

            Height = Math.Max(0, y - Gap);
            Names = [.. nodes.Keys];
        }

        public double X { get; }

        public double Height { get; }

        public ImmutableArray<string> Names { get; }

        public void Shift(double down)
        {
            foreach (var name in Names) nodes[name] = nodes[name] with { Top = nodes[name].Top + down };
        }

        public double Top(string name) => nodes[name].Top;

        public double Thick(string name) => nodes[name].Thick;

        public double Middle(string name) => nodes[name].Top + nodes[name].Thick / 2;

        public int Weight(string name) => nodes[name].Weight;

        /// <summary>Where the next band of that thickness meets the node.</summary>
        public double Take(string name, double thick)
        {
            var before = used.GetValueOrDefault(name);
            used[name] = before + thick;
            return nodes[name].Top + before;
        }
    }
}
