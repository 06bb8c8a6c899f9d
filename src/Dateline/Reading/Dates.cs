namespace Dateline.Reading;

/// <summary>Publication and modification as found, each with where it stands.</summary>
internal sealed record Dates(UncertainDate Published, string Basis, UncertainDate? Modified, string? ModifiedBasis = null)
{
    private const int LongestQuote = 60;

    public static Dates None { get; } = new(UncertainDate.Unknown("no date on the page"), "none", null);

    /// <summary>A reason that keeps what was written.</summary>
    public static string Stated(string written) => $"written \"{(written.Length > LongestQuote ? written[..LongestQuote] + "…" : written)}\"";
}

/// <summary>The dates that the lines of a page without mark-up state: by-lines, stamps, datelines.</summary>
internal static class VisibleDates
{
    public static Dates Find(IEnumerable<Line> lines, string? country)
    {
        (DateStamp Stamp, string Text, string Basis)? published = null, modified = null;
        foreach (var line in lines)
        {
            if (line.Role is not (BlockRole.Byline or BlockRole.Dateline)) continue;
            foreach (var (stamp, kind) in DateLabels.Of(line.Text, country))
            {
                var found = (stamp, stamp.Span.Slice(line.Text), line.Role == BlockRole.Byline ? "byline" : "dateline");
                if (kind == DateKind.Modified) modified ??= found;
                else if (kind != DateKind.Other) published ??= found;
            }
        }

        var changed = modified?.Stamp.ToDate(Dates.Stated(modified.Value.Text));
        if (published is { } stated) return new Dates(stated.Stamp.ToDate(Dates.Stated(stated.Text)), stated.Basis, changed, modified?.Basis);
        return modified is { } update
            ? new Dates(update.Stamp.ToDate($"the time of the last update, the only one stated on the page: {Dates.Stated(update.Text)}"), "byline, updated", changed, update.Basis)
            : Dates.None;
    }
}
