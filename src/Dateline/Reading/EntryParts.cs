namespace Dateline.Reading;

/// <summary>Entries of a live page to articles: each with its headline, its authors and its time.</summary>
internal static class EntryParts
{
    private const int HeadlineWords = 24;
    private const int Early = 4;        // lines of an entry among which its headline stands
    private const int LongestByline = 10; // words
    private const int LongestTag = 40;
    private const LineMarks NoHeadline = LineMarks.Byline | LineMarks.Caption | LineMarks.Plea | LineMarks.ListHead | LineMarks.ReadMore | LineMarks.Notice;

    public static List<PagePart> Of(PreparedPage page, Article whole, List<LiveEntry> entries, bool isDescending)
    {
        var dates = EntryDates.Of(page, whole, entries, isDescending);
        var parts = new List<PagePart>(entries.Count);
        for (var e = 0; e < entries.Count; e++)
        {
            var entry = entries[e];
            var head = page.Lines[entry.Head];
            var rest = entry.Stamp.End < head.Text.Length ? head.Text[entry.Stamp.End..].Trim() : "";
            var isName = rest.Length > 0 && (Bylines.IsPersonal(rest) || (Bylines.IsSigned(rest) && Measure.Of(rest).Words <= LongestByline));
            var isHeadline = rest.Length > 0 && !isName && !head.Is(LineMarks.Prose) && Measure.Of(rest).Words is >= 2 and <= HeadlineWords;
            if (isHeadline && IsTag(rest) && entry.Lines.Contains(entry.Head + 1) && IsHeading(page.Lines[entry.Head + 1]))
            {
                // the headline stands below: here it is a name, or "KEY EVENT"
                isHeadline = false;
                isName = rest.Any(char.IsLower);
            }

            var above = isHeadline ? -1 : Headline(page, entry);
            var title = isHeadline ? new Sourced(rest, "headline of the entry, behind its time") : above >= 0 ? new Sourced(page.Lines[above].Text, "headline of the entry") : null;
            var part = new PagePart(entry.Lines, title, dates[e].Published, dates[e].Basis);
            if (isHeadline) part.Roles[entry.Head] = (BlockRole.Headline, title!.Basis);
            else if (!head.Is(LineMarks.Prose)) part.Roles[entry.Head] = (BlockRole.Byline, "time of the entry");
            if (above >= 0) part.Roles[above] = (BlockRole.Headline, title!.Basis);
            if (isName) Bylines.Authors(rest, part.Authors);
            foreach (var i in entry.Lines)
            {
                if (i != entry.Head && page.Lines[i].Role == BlockRole.Byline) Bylines.Authors(page.Lines[i].Text, part.Authors);
            }

            parts.Add(part);
        }

        return parts;
    }

    private static bool IsTag(string rest) => rest.Length <= LongestTag && Measure.Of(rest) is { Words: <= 4 } measure && measure.Capitals == measure.Words;

    /// <summary>Index of the entry's own headline above or below its time, or -1.</summary>
    public static int Headline(PreparedPage page, LiveEntry entry)
    {
        var early = entry.Lines.Take(Early + entry.Lines.IndexOf(entry.Head)).Where(i => i != entry.Head).ToList();
        var heading = early.FindIndex(i => IsHeading(page.Lines[i]));
        if (heading >= 0) return early[heading];
        // without make: the short line right under a time that stands alone
        return page.Tree is null && !page.Lines[entry.Head].Is(LineMarks.Prose) && entry.Lines.Contains(entry.Head + 2) && page.Lines[entry.Head + 1] is { } next && !next.Is(LineMarks.Prose | LineMarks.Boilerplate | NoHeadline) && next.Measure.Words <= HeadlineWords && !next.Text.EndsWith('.') ? entry.Head + 1 : -1;
    }

    /// <summary>A short line that heads an entry: a heading of the page's make, or a line without a stop where there is no make.</summary>
    public static bool IsHeading(Line line) =>
        line.Measure.Words is >= 1 and <= HeadlineWords
        && !line.Is(NoHeadline)
        && (line.Place is { } place ? (place.Zones & Zones.Heading) != 0 || (line.Role == BlockRole.Subhead && place.StrongChars == line.Text.Length) : line.Role is BlockRole.Subhead or BlockRole.Related && !line.Measure.EndsSentence && line.Measure.Words >= 2);
}
