using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>Publication and modification as found, each with where it stands.</summary>
internal sealed record Dates(UncertainDate Published, string Basis, UncertainDate? Modified)
{
    public static Dates None { get; } = new(UncertainDate.Unknown("no date on the page"), "none", null);
}

/// <summary>The dates that a page's visible lines state: by-lines, stamps, datelines.</summary>
internal static partial class VisibleDates
{
    private const int Milliseconds = 200;
    private const int LabelReach = 22; // characters before a date in which "Updated:" may stand

    public static Dates Find(IEnumerable<Line> lines, string? country)
    {
        DateStamp? published = null, modified = null;
        var basis = "none";
        foreach (var line in lines)
        {
            if (line.Role is not (BlockRole.Byline or BlockRole.Dateline)) continue;
            var from = 0;
            while (DateStamp.Find(line.Text, country, from) is { } stamp && stamp.Span.End > from)
            {
                var label = line.Text[Math.Min(stamp.Span.Start, Math.Max(from, stamp.Span.Start - LabelReach))..stamp.Span.Start];
                from = stamp.Span.End;
                if (UpdatePattern().IsMatch(label)) modified ??= stamp;
                else if (published is null)
                {
                    published = stamp;
                    basis = line.Role == BlockRole.Byline ? "byline" : "dateline";
                }
            }
        }

        if (published is null && modified is null) return Dates.None;
        return published is null
            ? new Dates(modified!.ToDate("the time of the last update, the only one stated on the page"), "byline, updated", modified.ToDate("stated on the page"))
            : new Dates(published.ToDate("stated on the page"), basis, modified?.ToDate("stated on the page"));
    }

    /// <summary>The line speaks of an update only: "Updated 3 March", not "Published 2 March, updated 3 March".</summary>
    public static bool IsUpdate(string text)
    {
        try
        {
            return UpdatePattern().IsMatch(text) && UpdatePattern().Match(text).Index < 4;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\b(?:updated|modified|edited|aktualisiert|actualizado|actualizada|mis à jour|mise à jour|aggiornato|atualizado|bijgewerkt|oppdatert|uppdaterad|zaktualizowano|stand)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex UpdatePattern();
}
