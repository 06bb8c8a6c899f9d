using System.Numerics;

namespace Dateline.Reading;

/// <summary>What the forests look at: one row of numbers for each line, from its words, its marks, its place on the page, its neighbours and, on HTML pages, its place in the tree.</summary>
internal sealed class LineFeatures
{
    /// <summary>Columns of a page that is only lines.</summary>
    public const int TextCount = 73;

    /// <summary>Columns of an HTML page: those of text, then those of the tree.</summary>
    public const int HtmlCount = TextCount + 86;

    private const int Far = 400;

    private static readonly LineMarks[] MarkColumns =
    [
        LineMarks.Prose, LineMarks.Headlike, LineMarks.Boilerplate, LineMarks.Notice, LineMarks.Caption, LineMarks.Byline, LineMarks.Dateline, LineMarks.ReadMore, LineMarks.Outlet, LineMarks.ListHead, LineMarks.Plea, LineMarks.Quote,
    ];

    private readonly List<Line> lines;
    private readonly PageContext page;
    private readonly PageWords.Weights[] weights;
    private readonly ClassWeights? classes;

    public LineFeatures(List<Line> lines, PageContext page, PageWords vocabulary)
    {
        this.lines = lines;
        this.page = page;
        weights = new PageWords.Weights[lines.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = vocabulary.Of(lines[i].Measure);
        if (page.IsHtml) classes = new ClassWeights(page.Tree!, vocabulary);
    }

    /// <param name="row"><see cref="TextCount"/> or <see cref="HtmlCount"/> columns.</param>
    public void Fill(int i, Span<float> row)
    {
        Text(i, row);
        if (classes is not null) Tree(lines[i], row[TextCount..]);
    }

    private void Text(int i, Span<float> row)
    {
        var line = lines[i];
        var m = line.Measure;
        var words = Math.Max(1, m.Words);
        var at = 0;
        row[at++] = Math.Min(m.Words, 150);
        row[at++] = line.Text.Length / (float)words;
        row[at++] = m.Capitals / (float)words;
        row[at++] = m.Uppers / (float)line.Text.Length;
        row[at++] = m.Digits / (float)line.Text.Length;
        row[at++] = m.Stops;
        row[at++] = m.Commas / (float)words;
        row[at++] = m.Bars;
        row[at++] = m.Function / (float)words;
        row[at++] = m.EndsSentence ? 1 : 0;
        row[at++] = m.BeginsLower ? 1 : 0;
        row[at++] = line.Text[^1] == ':' ? 1 : 0;
        row[at++] = line.Text.Contains('?', StringComparison.Ordinal) ? 1 : 0;
        row[at++] = line.Text[0] is '•' or '-' or '–' or '*' ? 1 : 0;
        foreach (var mark in MarkColumns) row[at++] = line.Is(mark) ? 1 : 0;
        row[at++] = page.Repeats[i];
        row[at++] = (float)page.TitleWords.Shared(m);
        row[at++] = (float)page.RunWords.Shared(m);
        row[at++] = m.Stems.Length;
        row[at++] = i;
        row[at++] = (i + 0.5f) / lines.Count;
        row[at++] = Math.Min(lines.Count, 1000);
        row[at++] = page.Title < 0 ? -Far : Math.Clamp(i - page.Title, -Far, Far);
        row[at++] = page.Run.Start == page.Run.End ? -Far : Math.Clamp(i - page.Run.Start, -Far, Far);
        row[at++] = page.Run.Start == page.Run.End ? -Far : Math.Clamp(i - page.Run.End, -Far, Far);
        row[at++] = i >= page.Run.Start && i < page.Run.End ? 1 : 0;
        row[at++] = page.SinceListHead[i];
        row[at++] = page.SinceProse[i];
        row[at++] = page.UntilProse[i];
        row[at++] = page.SincePlea[i];
        row[at++] = page.ProseBefore[i];
        row[at++] = page.ProseWords - page.ProseBefore[i];
        row[at++] = page.ProseWords;
        row[at++] = page.ProseWords == 0 ? 0 : page.ProseBefore[i] / page.ProseWords;
        row[at++] = page.Density(i, 3);
        row[at++] = page.Density(i, 8);
        for (var d = -3; d <= 3; d++)
        {
            if (d == 0) continue;
            var near = i + d >= 0 && i + d < lines.Count ? lines[i + d] : null;
            row[at++] = near is null ? -1 : Math.Min(near.Measure.Words, 150);
            if (Math.Abs(d) <= 2) row[at++] = near is null ? -1 : near.Measure.EndsSentence ? 1 : 0;
        }

        row[at++] = i > 0 ? (int)(lines[i - 1].Marks & (LineMarks.ListHead | LineMarks.ReadMore | LineMarks.Boilerplate | LineMarks.Byline | LineMarks.Plea)) == 0 ? 0 : 1 : -1;
        row[at++] = i + 1 < lines.Count ? (int)(lines[i + 1].Marks & (LineMarks.ListHead | LineMarks.ReadMore | LineMarks.Boilerplate | LineMarks.Plea)) == 0 ? 0 : 1 : -1;
        row[at++] = page.HeadRun[i];
        row[at++] = i + 1 < lines.Count && lines[i + 1].Is(LineMarks.ReadMore) ? 1 : 0;
        row[at++] = line.BlankBefore ? 1 : 0;
        row[at++] = page.Prefix[i];
        row[at++] = weights[i].Mean;
        row[at++] = weights[i].Lowest;
        row[at++] = weights[i].Highest;
        row[at++] = i > 0 ? weights[i - 1].Mean : 0;
        row[at++] = i + 1 < weights.Length ? weights[i + 1].Mean : 0;
        if (at > TextCount) throw new InvalidOperationException($"{at} columns of text, {TextCount} are declared.");
    }

    private void Tree(Line line, Span<float> row)
    {
        var place = line.Place!;
        var at = 0;
        row[at++] = place.Tag switch
        {
            HtmlTag.P => 1,
            HtmlTag.Div => 2,
            HtmlTag.Li => 3,
            HtmlTag.Td or HtmlTag.Th => 4,
            HtmlTag.Section or HtmlTag.Article or HtmlTag.Main => 5,
            HtmlTag.Blockquote or HtmlTag.Pre => 6,
            HtmlTag.Dd or HtmlTag.Dt => 7,
            HtmlTag.Figcaption => 8,
            HtmlTag.Button or HtmlTag.Form => 9,
            _ => 0,
        };
        row[at++] = HtmlTags.IsHeading(place.Tag) ? place.Tag - HtmlTag.H1 + 1 : 0;
        row[at++] = place.LinkChars / (float)line.Text.Length;
        row[at++] = place.StrongChars / (float)line.Text.Length;
        row[at++] = place.Depth;
        for (var bit = 0; bit <= 20; bit++) row[at++] = ((int)place.Zones >> bit) & 1;
        for (var bit = 0; bit < 24; bit++)
        {
            var mark = (ClassMarks)(1 << bit);
            row[at++] = (place.Own & mark) != 0 ? 3 : (place.Near & mark) != 0 ? 2 : (place.Far & mark) != 0 ? 1 : 0;
        }

        var box = page.Box(place.Parent);
        row[at++] = box.Words;
        row[at++] = box.Chars == 0 ? 0 : box.LinkChars / (float)box.Chars;
        row[at++] = box.Lines;
        row[at++] = page.ProseWords == 0 ? 0 : box.Prose / page.ProseWords;
        var grand = page.Box(place.Grand);
        row[at++] = grand.Chars == 0 ? 0 : grand.LinkChars / (float)grand.Chars;
        row[at++] = page.ProseWords == 0 ? 0 : grand.Prose / page.ProseWords;
        row[at++] = grand.Lines;
        row[at++] = place.Parent == page.Best ? 1 : 0;
        row[at++] = page.IsInBest(place.Block) ? 1 : 0;
        row[at++] = page.IsInBestParent(place.Block) ? 1 : 0;
        row[at++] = page.StateShare(line.Measure);
        row[at++] = page.HasState ? 1 : 0;
        row[at++] = page.DescriptionShare(line.Measure);
        row[at++] = page.SameAsTitle(line.Measure) ? 1 : 0;
        row[at++] = page.IsInArticle(place.Block);
        row[at++] = BitOperations.PopCount((uint)(place.Far | place.Own));
        if (line.Place!.Tag == HtmlTag.Li) row[at++] = 1;
        else row[at++] = (place.Zones & Zones.Paragraph) != 0 ? 2 : 0;
        (row[at], row[at + 1]) = page.TitleSteps(place.Block);
        (row[at + 2], row[at + 3]) = page.BestSteps(place.Block);
        at += 4;
        classes!.Fill(place.Block, row.Slice(at, ClassWeights.Count));
        at += ClassWeights.Count;
        if (at > HtmlCount - TextCount) throw new InvalidOperationException($"{at} columns of the tree, {HtmlCount - TextCount} are declared.");
    }
}
