namespace Dateline.Reading;

/// <summary>Roles on a page that is only lines: the densest run of prose is the story; what stands before and after it is named by its marks, its place and the words it shares with the story.</summary>
internal static class TextRoles
{
    private const double OwnShare = 0.12;     // a caption of this story shares at least this part of its stems with it
    private const double RepeatShare = 0.75;  // a standfirst or pull quote repeats at least this part of its stems from one body line
    private const int TitleReach = 25;        // lines before the story among which a headline may stand
    private const int SubheadWords = 14;
    private const int Highlights = 5;         // lines between the headline and the story that look like headlines too
    private const double TitleShare = 0.3;
    private const double QuoteMalus = 0.5;

    /// <returns>Index of the headline, or -1.</returns>
    public static int Settle(List<Line> lines)
    {
        var (start, end) = MainRun.Find(lines);
        var title = FindTitle(lines, start, end);
        var words = new Vocabulary();
        if (title >= 0) words.Add(lines[title].Measure);
        for (var i = start; i < end; i++)
        {
            if (MainRun.IsRunProse(lines[i])) words.Add(lines[i].Measure);
        }

        var titleFold = title >= 0 ? lines[title].Measure.Fold : 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (i == title) line.Settle(BlockRole.Headline, i < start ? "headline above the story" : "headline");
            else if (title >= 0 && i < end && line.Measure.Fold == titleFold) line.Settle(BlockRole.Headline, "repeats the headline");
            else if (i >= start && i < end) Inside(lines, i, end, words);
            else if (i < start && i > title && (title >= 0 || i >= start - 3)) Above(lines, i, start, end, words);
            else if (i < start) Before(lines, i, words);
            else After(lines, i, end, words);
        }

        Standfirsts(lines, title, end);
        return title;
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
        && line.Measure.Words >= 4
        && !line.Text.EndsWith('.')
        && line.Measure.Bars < 3;

    private static void Inside(List<Line> lines, int i, int end, Vocabulary words)
    {
        var line = lines[i];
        if (Marked(line, words)) return;
        if (line.Is(LineMarks.Prose)) line.Settle(BlockRole.Body, "prose in the story's run");
        else if (line.Measure.EndsSentence && line.Measure.Words >= 3) line.Settle(BlockRole.Body, "short sentence in the story's run");
        else if (IsSubhead(line) && i + 1 < end && NextIsProse(lines, i, end)) line.Settle(BlockRole.Subhead, "short line without a stop before prose");
        else if (line.Measure.Words >= 3 && words.Shared(line.Measure) >= OwnShare) line.Settle(BlockRole.Body, "line in the story's run that shares its words");
        else line.Settle(BlockRole.Boilerplate, "short line that is no sentence and heads none");
    }

    private static bool IsSubhead(Line line) => line.Measure.Words is >= 1 and <= SubheadWords && line.Measure.Bars == 0 && line.Text.Length > 2 && line.Measure.Digits * 2 < line.Text.Length;

    private static bool NextIsProse(List<Line> lines, int i, int end)
    {
        for (var next = i + 1; next < Math.Min(end, i + 3); next++)
        {
            if (MainRun.IsRunProse(lines[next])) return true;
            if (!lines[next].Is(LineMarks.Caption)) return false;
        }

        return false;
    }

    /// <summary>Between the headline and the story's first prose.</summary>
    private static void Above(List<Line> lines, int i, int start, int end, Vocabulary words)
    {
        var line = lines[i];
        if (line.Is(LineMarks.Outlet)) line.Settle(BlockRole.Outlet, "name of a known outlet");
        else if (Marked(line, words)) return;
        else if (line.Measure.Words >= 5 && RepeatedIn(lines, line, start, end) is { } repeated) line.Settle(line.Is(LineMarks.Quote) ? BlockRole.Pullquote : BlockRole.Standfirst, $"repeats line {repeated + 1} of the story");
        else if (line.Measure.Words >= 5 && (words.Shared(line.Measure) >= OwnShare || line.Measure.EndsSentence)) line.Settle(BlockRole.Standfirst, "sentence between headline and story");
        else line.Settle(BlockRole.Boilerplate, "short line above the story");
    }

    private static void Before(List<Line> lines, int i, Vocabulary words)
    {
        var line = lines[i];
        if (line.Is(LineMarks.Outlet)) line.Settle(BlockRole.Outlet, "name of a known outlet");
        else if (Marked(line, words)) return;
        else if (line.Is(LineMarks.Prose)) line.Settle(words.Shared(line.Measure) >= OwnShare ? BlockRole.Standfirst : BlockRole.OtherStory, "prose before the headline");
        else if (line.Is(LineMarks.Headlike) && line.Measure.Words >= 6) line.Settle(BlockRole.Related, "headline before the story's own");
        else line.Settle(BlockRole.Boilerplate, "short line before the headline");
    }

    private static void After(List<Line> lines, int i, int end, Vocabulary words)
    {
        var line = lines[i];
        var next = i + 1 < lines.Count ? lines[i + 1] : null;
        if (Marked(line, words)) return;
        if (next is not null && next.Is(LineMarks.ReadMore) && next.Measure.Words > 4) line.Settle(BlockRole.Related, "headline above a teaser");
        else if (InList(lines, i, end) && line.Measure.Words >= 4 && !line.Is(LineMarks.Boilerplate)) line.Settle(BlockRole.Related, "in a list of other stories");
        else if (line.Is(LineMarks.Prose) && words.Shared(line.Measure) < OwnShare) line.Settle(BlockRole.OtherStory, "prose after the story that shares few of its words");
        else if (line.Is(LineMarks.Headlike) && line.Measure.Words >= 5 && line.Measure.Bars == 0) line.Settle(BlockRole.Related, "headline after the story");
        else line.Settle(BlockRole.Boilerplate, line.Is(LineMarks.Prose) ? "prose after the story's run" : "short line after the story");
    }

    private static bool InList(List<Line> lines, int i, int end)
    {
        for (var before = i - 1; before >= end; before--)
        {
            if (lines[before].Is(LineMarks.ListHead)) return true;
        }

        return false;
    }

    /// <summary>What the line's own marks settle wherever it stands.</summary>
    private static bool Marked(Line line, Vocabulary words)
    {
        if (line.Is(LineMarks.Caption))
        {
            if (words.Count > 0 && words.Shared(line.Measure) < OwnShare && line.Measure.Stems.Length >= 6) line.Settle(BlockRole.OtherStory, "caption that shares few words with the story");
            else line.Settle(BlockRole.Caption, "caption or credit");
        }
        else if (line.Is(LineMarks.Notice)) line.Settle(BlockRole.Notice, "notice");
        else if (line.Is(LineMarks.Dateline)) line.Settle(BlockRole.Dateline, "place and date alone on a line");
        else if (line.Is(LineMarks.Byline)) line.Settle(BlockRole.Byline, "names an author or a time of publication");
        else if (line.Is(LineMarks.ListHead)) line.Settle(BlockRole.Boilerplate, "heading of a list of other pages");
        else if (line.Is(LineMarks.ReadMore)) line.Settle(line.Measure.Words >= 5 ? BlockRole.Related : BlockRole.Boilerplate, "teaser of another page");
        else if (line.Is(LineMarks.Plea)) line.Settle(BlockRole.Boilerplate, "asks the reader for something");
        else if (line.Is(LineMarks.Boilerplate)) line.Settle(BlockRole.Boilerplate, "phrase of the page, not of the story");
        else return false;
        return true;
    }

    private static int? RepeatedIn(List<Line> lines, Line line, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (lines[i] == line) continue;
            var other = new Vocabulary();
            other.Add(lines[i].Measure);
            if (line.Measure.Stems.Length >= 3 && other.Shared(line.Measure) >= RepeatShare) return i;
        }

        return null;
    }

    /// <summary>A first paragraph that stands above the by-line, or repeats a later one, is the standfirst.</summary>
    private static void Standfirsts(List<Line> lines, int title, int end)
    {
        if (title < 0) return;
        var byline = lines.FindIndex(title, l => l.Role == BlockRole.Byline);
        var reach = Math.Min(end, title + 8);
        for (var i = title + 1; i < reach; i++)
        {
            var line = lines[i];
            if (line.Role is not (BlockRole.Body or BlockRole.Standfirst)) continue;
            var repeated = RepeatedIn(lines, line, i + 1, end);
            if (line.Is(LineMarks.Quote) && repeated is { } quoted) line.Settle(BlockRole.Pullquote, $"quotation that line {quoted + 1} gives in full");
            else if (line.Role == BlockRole.Body && byline > i && byline < i + 4) line.Settle(BlockRole.Standfirst, "between headline and by-line");
            else if (line.Role == BlockRole.Body && !line.Measure.EndsSentence) line.Settle(BlockRole.Standfirst, "no stop at its end, above the story");
            else if (line.Role == BlockRole.Body && repeated is { } again && lines[i + 1].Role != BlockRole.Body) line.Settle(BlockRole.Standfirst, $"line {again + 1} repeats it");
            else if (line.Role == BlockRole.Body) break;
        }
    }
}
