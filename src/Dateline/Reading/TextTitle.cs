namespace Dateline.Reading;

/// <summary>The headline of a page that is only lines: a line without a stop above the story that shares its words.</summary>
internal static class TextTitle
{
    private const int TitleReach = 25;        // lines before the story among which a headline may stand
    private const int Highlights = 5;         // lines between the headline and the story that look like headlines too
    private const double TitleShare = 0.3;
    private const double QuoteMalus = 0.5;

    /// <returns>Index of its line, or -1.</returns>
    public static int Find(List<Line> lines)
    {
        var (start, end) = MainRun.Find(lines);
        return FindTitle(lines, start, end);
    }

    private static int FindTitle(List<Line> lines, int start, int end)
    {
        if (start >= end) return -1;
        var words = new Vocabulary();
        for (var i = start; i < end; i++) words.Add(lines[i].Measure);
        var best = -1;
        var bestScore = 0.0;
        for (var i = Math.Max(0, start - TitleReach); i < Math.Min(lines.Count, start + 1); i++)
        {
            var line = lines[i];
            if (!IsHeadline(line) || i >= start && line.Is(LineMarks.Prose)) continue;
            var score = 1 + 3 * words.Shared(line.Measure) + Math.Min(line.Measure.Words, 10) * 0.1 - 0.04 * (start - i);
            if (line.Is(LineMarks.Quote)) score -= QuoteMalus;
            if (score > bestScore) (best, bestScore) = (i, score);
        }

        // several such lines above the story: the first is the headline, the others are its standfirst or highlights
        for (var i = best - 1; i >= 0 && i >= best - Highlights && !lines[i].Is(LineMarks.ListHead | LineMarks.ReadMore); i--)
        {
            if (IsHeadline(lines[i]) && words.Shared(lines[i].Measure) >= TitleShare) best = i;
        }

        return best;
    }

    private static bool IsHeadline(Line line) =>
        line.Is(LineMarks.Headlike)
        && !line.Is(LineMarks.Boilerplate | LineMarks.Byline | LineMarks.Caption | LineMarks.Notice | LineMarks.ListHead | LineMarks.ReadMore | LineMarks.Plea | LineMarks.Outlet | LineMarks.Dateline | LineMarks.Stamp)
        && (line.Measure.Words >= 4 || PageKinds.IsRoundUp(line.Text)) // "World in brief"
        && !line.Text.EndsWith('.')
        && line.Measure.Bars < 3;
}
