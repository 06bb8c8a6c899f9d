namespace Dateline.Reading;

/// <summary>Pages of a few lines: the forests learned from long ones, so there the densest run of prose has the last word.</summary>
internal static class SmallPage
{
    private const int MostLines = 24;
    private const float Lifted = 0.55f;

    /// <summary>Raises the scores of the run's prose, and of the unmarked short lines between its sentences.</summary>
    public static void Mend(PreparedPage page)
    {
        var lines = page.Lines;
        if (page.Context.IsHtml || lines.Count > MostLines) return;
        var (start, end) = page.Context.Run;
        for (var i = start; i < end; i++)
        {
            var line = lines[i];
            var between = i > start && i + 1 < end && line.Marks is LineMarks.None or LineMarks.Headlike or LineMarks.Quote && MainRun.IsRunProse(lines[i + 1]);
            if (i != page.Title && line.Score < Lifted && (MainRun.IsRunProse(line) || between)) line.Score = Lifted;
        }
    }
}
