namespace Dateline.Reading;

/// <summary>The densest run of prose on a page that is only lines: the story, as far as shape alone tells.</summary>
internal static class MainRun
{
    /// <summary>Half-open range of line indexes; empty where no line is prose.</summary>
    public static (int Start, int End) Find(List<Line> lines)
    {
        double best = 0, sum = 0;
        int start = 0, bestStart = 0, bestEnd = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (sum <= 0)
            {
                sum = 0;
                start = i;
            }

            sum += Weight(lines[i]);
            if (sum <= best) continue;
            best = sum;
            (bestStart, bestEnd) = (start, i + 1);
        }

        while (bestEnd > bestStart && !IsRunProse(lines[bestStart])) bestStart++;
        return (bestStart, bestEnd);
    }

    public static bool IsRunProse(Line line) => line.Is(LineMarks.Prose) && !line.Is(LineMarks.Caption | LineMarks.Notice | LineMarks.Plea | LineMarks.Boilerplate | LineMarks.ReadMore | LineMarks.Byline);

    private static double Weight(Line line) =>
        line.Is(LineMarks.ListHead) ? -12
        : line.Is(LineMarks.ReadMore | LineMarks.Plea) ? -5
        : line.Is(LineMarks.Boilerplate) ? -2.5
        : line.Is(LineMarks.Notice) ? -3
        : line.Is(LineMarks.Caption) ? -1.5
        : line.Is(LineMarks.Prose) ? 2 + Math.Min(line.Measure.Words, 60) * 0.15
        : -1.5;
}
