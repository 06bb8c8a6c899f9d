namespace Dateline.Reading;

/// <summary>A page cut into marked lines, with what it says of itself as a whole: what the forests score and the roles are settled on.</summary>
/// <param name="All">The lines that are read, and those beyond their bound.</param>
/// <param name="Title">Index of the headline's line, or -1.</param>
/// <param name="TitleText">The headline, from a line or from the page's head.</param>
internal sealed record PreparedPage(PageLines All, int Title, Sourced? TitleText, PageContext Context, HtmlPage? Tree, HtmlFacts? Facts)
{
    public List<Line> Lines => All.Read;

    public static PreparedPage OfText(string text, List<Remark>? remarks = null)
    {
        var all = PlainText.Lines(text);
        var lines = all.Read;
        Mark(all, remarks);
        var title = TextTitle.Find(lines);
        return new PreparedPage(all, title, title < 0 ? null : new Sourced(lines[title].Text, "headline"), new PageContext(lines, title, null), null, null);
    }

    public static PreparedPage OfHtml(string source, List<Remark> remarks)
    {
        var page = OfSource(source, "", remarks);
        return ScriptState.Restore(page) is { } behind ? OfSource(source, behind, []) : page;
    }

    private static PreparedPage OfSource(string source, string behind, List<Remark> remarks)
    {
        var tree = HtmlPage.Parse(source, behind);
        if (tree.IsTooDeep) remarks.Add(new Remark(Codes.TooDeep, $"Elements are nested deeper than {HtmlPage.MostDepth} levels; the deeper ones are read as if they stood side by side."));
        var facts = HtmlFacts.Of(tree, remarks);
        var all = HtmlLines.Of(tree);
        var lines = all.Read;
        Mark(all, remarks);
        var (title, titleText) = HtmlTitle.Find(tree, lines, facts);
        var state = facts.Articles.Select(a => a.Body).OfType<string>().MaxBy(b => b.Length);
        return new PreparedPage(all, title, titleText, new PageContext(lines, title, titleText?.Value, tree, state, facts.First("description", "og:description")), tree, facts);
    }

    private static void Mark(PageLines lines, List<Remark>? remarks)
    {
        if (lines.Unread.Count > 0) remarks?.Add(new Remark(Codes.TooLarge, $"The page has more than {PageLines.MostRead} lines; the words of the {lines.Unread.Count} behind them are kept and not read."));
        foreach (var line in lines.Read)
        {
            line.Marks = LineMarker.Of(line.Text, line.Measure, out var phrase);
            line.Phrase = phrase;
        }
    }
}
