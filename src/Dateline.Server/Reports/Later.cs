using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Dateline.Server.Reports;

/// <summary>The parts of a report that are rendered when their place is written, each alone: a renderer holds all that it made until its end.</summary>
public sealed class Later
{
    // It can come from no capture: their words are escaped.
    private const string Begins = "<!--later ";
    private const string Ends = "-->";

    private readonly List<RenderFragment> parts = [];

    /// <summary>Keeps the part, and gives the mark that stands for it.</summary>
    public MarkupString Of(RenderFragment part)
    {
        parts.Add(part);
        return (MarkupString)(Begins + (parts.Count - 1).ToString(CultureInfo.InvariantCulture) + Ends);
    }

    /// <summary>The part that a mark stands for; null for anything else. It is given once.</summary>
    public RenderFragment? Find(string? written)
    {
        if (written is null || !written.StartsWith(Begins, StringComparison.Ordinal) || !written.EndsWith(Ends, StringComparison.Ordinal)) return null;
        if (!int.TryParse(written.AsSpan(Begins.Length, written.Length - Begins.Length - Ends.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return null;
        var part = parts[at];
        parts[at] = _ => { };
        return part;
    }
}
