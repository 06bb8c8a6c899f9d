using System.Globalization;

namespace Dateline.Reading;

/// <summary>Roles of all lines of a page: the scores say which belong to the story; marks, place and shared words name each.</summary>
internal static class Roles
{
    public const float Kept = 0.5f;

    private const float LikelyStandfirst = 0.2f;
    private const float SureBody = 0.8f;      // a line that looks like a caption is body from here on
    private const double OwnShare = 0.12;     // a caption of this story shares at least this part of its stems with it
    private const double RepeatShare = 0.75;  // a standfirst or pull quote repeats at least this part of its stems from one body line
    private const int LongestPlea = 30;
    private const int HeadlineLines = 3;
    private const int SubheadWords = 14;
    private const int LabelWords = 4;
    private const int ShortCaption = 6;       // stems; a shorter one says too little to be told from another story's

    private static readonly string[] Hundredths = [.. Enumerable.Range(0, 101).Select(h => Format(h / 100f))];

    public static void Settle(PreparedPage page)
    {
        var lines = page.Lines;
        var title = page.Title;
        var start = lines.FindIndex(l => l.Score >= Kept && l.Is(LineMarks.Prose));
        if (start < 0) start = lines.FindIndex(l => l.Score >= Kept);
        var end = lines.FindLastIndex(l => l.Score >= Kept) + 1;
        if (start < 0) (start, end) = (lines.Count, lines.Count);
        var words = new Vocabulary();
        if (page.TitleText is { } titleText) words.Add(Measure.Of(titleText.Value));
        for (var i = start; i < end; i++)
        {
            if (lines[i].Score >= Kept && MainRun.IsRunProse(lines[i])) words.Add(lines[i].Measure);
        }

        var titleFold = title >= 0 ? lines[title].Measure.Fold : 0;
        var inList = false; // a list of other stories began above, and no kept line stands between
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (i == title) line.Settle(BlockRole.Headline, page.TitleText!.Basis);
            else if (title >= 0 && i < end && line.Measure.Fold == titleFold) line.Settle(BlockRole.Headline, "repeats the headline");
            else if (title >= 0 && Math.Abs(i - title) < HeadlineLines && IsOfHeadline(lines[title], line)) line.Settle(BlockRole.Headline, "another line of the headline");
            else if (line.Score >= Kept && i < title && IsLabel(line)) line.Settle(BlockRole.Boilerplate, Scored("label above the headline", line));
            else if (line.Score >= Kept) Keep(lines, i, start, words);
            else if (i > title && title >= 0 && i < start && IsStandfirst(line, words) && (line.Score >= LikelyStandfirst || (line.Place is null && RepeatedIn(lines, line, start, end) is not null))) line.Settle(BlockRole.Standfirst, Scored("between headline and story, shares its words", line));
            else Drop(lines, i, start, end, title, words, inList);
            inList = line.Score < Kept && (inList || line.Is(LineMarks.ListHead));
        }

        Standfirsts(lines, title, end);
    }

    /// <summary>The headline's element holds both, broken by br.</summary>
    private static bool IsOfHeadline(Line title, Line line) => title.Place is { } of && line.Place is { } place && place.Block == of.Block && HtmlTags.IsHeading(of.Tag);

    private static void Keep(List<Line> lines, int i, int start, Vocabulary words)
    {
        var line = lines[i];
        var zones = line.Place?.Zones ?? Zones.None;
        if ((zones & Zones.Script) != 0) line.Settle(BlockRole.Body, "text held in a script of the page");
        else if (IsPlea(line)) line.Settle(BlockRole.Boilerplate, Phrase("asks the reader for something", line));
        else if (line.Is(LineMarks.Notice) && !(line.Is(LineMarks.Prose) && line.Score > 0.9f && line.Measure.Words > 30)) line.Settle(BlockRole.Notice, Phrase("notice", line));
        else if ((zones & (Zones.Figcaption | Zones.Figure)) != 0 && (zones & (Zones.Blockquote | Zones.Heading)) == 0) SettleCaption(line, words);
        else if (line.Is(LineMarks.Caption) && (line.Score < SureBody || IsForeign(line, words))) SettleCaption(line, words);
        else if (line.Is(LineMarks.Byline) && !line.Is(LineMarks.Prose) && (i < start + 3 || line.Is(LineMarks.Outlet))) line.Settle(BlockRole.Byline, "names an author or a time of publication");
        else if (IsStamp(line)) line.Settle(BlockRole.Byline, "a date and nothing else");
        else if (i < start && line.Measure.Words >= 4) line.Settle(BlockRole.Standfirst, Scored("line above the story's first sentence", line));
        else if (IsSubhead(line, zones)) line.Settle(BlockRole.Subhead, Scored((zones & Zones.Heading) != 0 ? "heading within the story" : "short line without a stop within the story", line));
        else line.Settle(BlockRole.Body, Scored(line.Is(LineMarks.Prose) ? "prose of the story" : "line of the story", line));
    }

    /// <summary>"Eastern valley", the section or the subject that stands over a headline.</summary>
    private static bool IsLabel(Line line) => line.Place is not null && line.Measure.Words <= LabelWords && !line.Measure.EndsSentence && !line.Is(LineMarks.Byline | LineMarks.Caption | LineMarks.Notice);

    private static bool IsStamp(Line line) =>
        line.Measure is { Words: <= 4, Digits: >= 4 } && DateStamp.Find(line.Text) is { } stamp && stamp.Span.Length + 2 >= line.Text.Length;

    /// <summary>"Sign up for our newsletter", within the story but not of it: it begins with the plea, or stands in a box that the page calls so.</summary>
    private static bool IsPlea(Line line) =>
        line.Is(LineMarks.Plea)
        && line.Measure.Words <= LongestPlea
        && ((line.Phrase is { } phrase && line.Text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) || (line.Place is { } place && ((place.Own | place.Near) & (ClassMarks.Newsletter | ClassMarks.Popup | ClassMarks.Ad)) != 0));

    private static bool IsStandfirst(Line line, Vocabulary words) =>
        line.Measure.Words >= 5
        && !line.Is(LineMarks.Boilerplate | LineMarks.Byline | LineMarks.Caption | LineMarks.Dateline | LineMarks.ListHead | LineMarks.Notice | LineMarks.Outlet | LineMarks.Plea | LineMarks.ReadMore)
        && (line.Place is null || (line.Place.Own & ClassMarks.Lead) != 0)
        && words.Shared(line.Measure) >= OwnShare;

    private static bool IsSubhead(Line line, Zones zones) =>
        (zones & Zones.Heading) != 0
        || (!line.Measure.EndsSentence && line.Measure.Words <= SubheadWords && (zones & (Zones.List | Zones.Table)) == 0 && line.Measure.Digits * 2 < line.Text.Length && (line.Place is null || line.Place.StrongChars == line.Text.Length));

    private static void Drop(List<Line> lines, int i, int start, int end, int title, Vocabulary words, bool inList)
    {
        var line = lines[i];
        var next = i + 1 < lines.Count ? lines[i + 1] : null;
        var zones = line.Place?.Zones ?? Zones.None;
        var near = line.Place is { } place ? place.Own | place.Near : ClassMarks.None;
        if ((zones & (Zones.Figcaption | Zones.Figure)) != 0 && line.Measure.Words >= 3 && (zones & (Zones.Nav | Zones.Aside | Zones.Footer)) == 0 && i <= end) SettleCaption(line, words);
        else if (line.Is(LineMarks.Outlet) && !line.Is(LineMarks.Byline) && i < end && (zones & (Zones.Nav | Zones.Footer)) == 0 && (line.Place is null || i > title)) line.Settle(BlockRole.Outlet, "name of a known outlet");
        else if (Marked(line, words, i <= end)) return;
        else if (next is not null && next.Is(LineMarks.ReadMore) && next.Measure.Words > 4 && !line.Is(LineMarks.Prose)) line.Settle(BlockRole.Related, "headline above a teaser");
        else if ((near & ClassMarks.Comment) != 0) line.Settle(BlockRole.Boilerplate, "reader comments");
        else if ((near & ClassMarks.Byline) != 0 && i < end && line.Measure.Words <= 12) line.Settle(BlockRole.Byline, "marked as by-line by the page");
        else if ((zones & Zones.Hidden) != 0) line.Settle(BlockRole.Boilerplate, "hidden by the page");
        else if (line.Measure.Words >= 4 && (i < title || i > start) && inList) line.Settle(BlockRole.Related, "in a list of other stories");
        else if (line.Is(LineMarks.Prose) && line.Measure.Stems.Length >= ShortCaption && words.Shared(line.Measure) < OwnShare) line.Settle(BlockRole.OtherStory, Scored("prose that shares few words with the story", line));
        else if (line.Is(LineMarks.Headlike) && line.Measure.Words >= 5 && line.Measure.Bars == 0) line.Settle(BlockRole.Related, Scored(i < start ? "headline before the story's own" : "headline outside the story", line));
        else line.Settle(BlockRole.Boilerplate, Scored(line.Is(LineMarks.Prose) ? "prose outside the story" : "short line outside the story", line));
    }

    private static bool IsForeign(Line line, Vocabulary words) => words.Count > 0 && words.Shared(line.Measure) < OwnShare && line.Measure.Stems.Length >= ShortCaption;

    private static void SettleCaption(Line line, Vocabulary words)
    {
        if (IsForeign(line, words)) line.Settle(BlockRole.OtherStory, "caption that shares few words with the story");
        else line.Settle(BlockRole.Caption, Phrase("caption or credit", line));
    }

    /// <summary>What the line's own marks settle wherever it stands.</summary>
    private static bool Marked(Line line, Vocabulary words, bool near)
    {
        if (line.Is(LineMarks.Caption)) SettleCaption(line, words);
        else if (line.Is(LineMarks.Notice)) line.Settle(BlockRole.Notice, Phrase("notice", line));
        else if (line.Is(LineMarks.Dateline)) line.Settle(BlockRole.Dateline, "place and date alone on a line");
        else if (line.Is(LineMarks.Byline) && near) line.Settle(BlockRole.Byline, "names an author or a time of publication");
        else if (line.Is(LineMarks.ListHead)) line.Settle(BlockRole.Boilerplate, "heading of a list of other pages");
        else if (line.Is(LineMarks.ReadMore)) line.Settle(line.Measure.Words >= 5 ? BlockRole.Related : BlockRole.Boilerplate, Phrase("teaser of another page", line));
        else if (line.Is(LineMarks.Plea)) line.Settle(BlockRole.Boilerplate, Phrase("asks the reader for something", line));
        else if (line.Is(LineMarks.Boilerplate)) line.Settle(BlockRole.Boilerplate, Phrase("the page's words, not the story's", line));
        else return false;
        return true;
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
            if (line.Role is not (BlockRole.Body or BlockRole.Standfirst or BlockRole.Subhead)) continue;
            var repeated = RepeatedIn(lines, line, i + 1, end);
            if (line.Is(LineMarks.Quote) && repeated is { } quoted) line.Settle(BlockRole.Pullquote, $"quotation that line {quoted + 1} gives in full");
            else if (line.Role != BlockRole.Standfirst && byline > i && byline < i + 4 && line.Measure.Words > 4) line.Settle(BlockRole.Standfirst, "between headline and by-line");
            else if (line.Role == BlockRole.Body && !line.Measure.EndsSentence && line.Measure.Words > 4) line.Settle(BlockRole.Standfirst, "no stop at its end, above the story");
            else if (line.Role == BlockRole.Body && repeated is { } again && lines[i + 1].Role != BlockRole.Body) line.Settle(BlockRole.Standfirst, $"line {again + 1} repeats it");
            else if (line.Role == BlockRole.Body) break;
        }
    }

    private static int? RepeatedIn(List<Line> lines, Line line, int start, int end)
    {
        if (line.Measure.Stems.Length < 3) return null;
        for (var i = start; i < end; i++)
        {
            if (lines[i].Measure.Stems.Length < 3) continue;
            var other = new Vocabulary();
            other.Add(lines[i].Measure);
            if (other.Shared(line.Measure) >= RepeatShare) return i;
        }

        return null;
    }

    private static string Phrase(string why, Line line) => line.Phrase is { } phrase ? $"{why}: \"{phrase}\"" : why;

    private static string Scored(string why, Line line) => $"{why}, score {Shown(line.Score)}";

    /// <summary>Two decimals, as the formatter rounds them: it is asked only near a half, since every line is shown with a score.</summary>
    internal static string Shown(float score)
    {
        var hundredths = score * 100;
        return Math.Abs(hundredths - MathF.Floor(hundredths) - 0.5f) < 0.01f ? Format(score) : Hundredths[(int)(hundredths + 0.5f)];
    }

    private static string Format(float score) => score.ToString("0.00", CultureInfo.InvariantCulture);
}
