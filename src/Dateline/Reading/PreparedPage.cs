namespace Dateline.Reading;

/// <summary>A page cut into marked lines, with what it says of itself as a whole: what the forests score and the roles are settled on.</summary>
/// <param name="Title">Index of the headline's line, or -1.</param>
/// <param name="TitleText">The headline, from a line or from the page's head.</param>
internal sealed record PreparedPage(List<Line> Lines, int Title, Sourced? TitleText, PageContext Context, HtmlPage? Tree, HtmlFacts? Facts)
{
    public static PreparedPage OfText(string text)
    {
        var lines = PlainText.Lines(text);
        Mark(lines);
        var title = TextTitle.Find(lines);
        return new PreparedPage(lines, title, title < 0 ? null : new Sourced(lines[title].Text, "headline"), new PageContext(lines, title, null), null, null);
    }

    public static PreparedPage OfHtml(string source, List<Remark> remarks)
    {
        var page = OfSource(source, remarks);
        return ScriptState.Restore(page) is { } whole ? OfSource(whole, []) : page;
    }

    private static PreparedPage OfSource(string source, List<Remark> remarks)
    {
        var tree = HtmlPage.Parse(source);
        if (tree.IsTooDeep) remarks.Add(new Remark(Codes.TooDeep, $"Elements are nested deeper than {HtmlPage.MostDepth} levels; the deeper ones are read as if they stood side by side."));
        if (tree.IsTruncated) remarks.Add(new Remark(Codes.TooLarge, "The page has more elements than are read; its end is left out."));
        var facts = HtmlFacts.Of(tree, remarks);
        var lines = HtmlLines.Of(tree);
        if (lines.Count >= HtmlLines.MostLines) remarks.Add(new Remark(Codes.TooLarge, $"The page has more than {HtmlLines.MostLines} lines; the others are left out."));
        Mark(lines);
        var (title, titleText) = HtmlTitle.Find(lines, facts);
        var state = facts.Articles.Select(a => a.Body).OfType<string>().MaxBy(b => b.Length);
        return new PreparedPage(lines, title, titleText, new PageContext(lines, title, titleText?.Value, tree, state, facts.First("description", "og:description")), tree, facts);
    }

    private static void Mark(List<Line> lines)
    {
        foreach (var line in lines)
        {
            line.Marks = LineMarker.Of(line.Text, line.Measure, out var phrase);
            line.Phrase = phrase;
        }
    }
}
