using System.Text;

namespace Dateline.Reading;

/// <summary>The articles of one page: itself, or its frame and the entries or stories that it is cut into. Every line belongs to exactly one of them.</summary>
internal static class PageParts
{
    private const int MostParts = 1000;
    private const string Inherited = "of the page";

    public static ReadPage Of(Capture capture, PreparedPage page, Article whole)
    {
        var live = LivePage.Find(page, whole);
        var parts = live ?? RoundUp.Find(page);
        return parts is null || parts.Count is < 2 or > MostParts ? new ReadPage(capture, [whole]) : new ReadPage(capture, Cut(page, whole, parts, live is not null)) { Whole = whole };
    }

    private static System.Collections.Immutable.ImmutableArray<Article> Cut(PreparedPage page, Article whole, List<PagePart> parts, bool isLive)
    {
        var taken = new bool[whole.Blocks.Length];
        foreach (var part in parts)
        {
            foreach (var line in part.Lines) taken[line] = true;
        }

        var frame = Enumerable.Range(0, taken.Length).Where(i => !taken[i]).ToList();
        var ofStory = frame.Exists(i => isLive ? whole.Blocks[i].IsStory : whole.Blocks[i].Role is BlockRole.Body or BlockRole.Standfirst);
        if (ofStory) parts.Insert(0, new PagePart(frame, whole.Title));
        else parts[0] = Joined(parts[0], frame);
        return [.. parts.Select((part, n) => Build(page, whole, part, n, isFrame: ofStory && n == 0))];
    }

    /// <summary>A page whose frame says nothing of its own: its first story carries the lines around them all.</summary>
    private static PagePart Joined(PagePart part, List<int> frame)
    {
        part.Lines.AddRange(frame);
        part.Lines.Sort();
        return part;
    }

    private static Article Build(PreparedPage page, Article whole, PagePart part, int index, bool isFrame)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>(part.Lines.Count);
        var lines = new List<Line>(part.Lines.Count);
        foreach (var i in part.Lines)
        {
            var block = whole.Blocks[i];
            if (text.Length > 0) text.Append('\n');
            var start = text.Length;
            text.Append(whole.Text, block.Span.Start, block.Span.Length);
            var (role, why) = part.Roles.TryGetValue(i, out var own) ? own : (block.Role, block.Why);
            blocks.Add(new Block(role, new TextSpan(start, text.Length), why));
            if (i >= page.Lines.Count) continue;
            var line = new Line(page.Lines[i].Text, start);
            line.Settle(role, why);
            lines.Add(line);
        }

        var agencies = ArticleBuilder.AgenciesOf(lines, isFrame ? page.Facts : null);
        var authors = part.Authors.Where(a => Agencies.NameOf(a) is null).ToList();
        AgencyForms.Find(lines, authors, agencies);
        var signed = authors.Count > 0 && !isFrame;
        return whole with
        {
            Id = Article.IdOf(whole.Capture, index),
            Text = text.ToString(),
            Blocks = [.. blocks],
            Title = part.Title ?? (whole.Title is { } title ? new Sourced(title.Value, $"{Inherited}: {title.Basis}") : null),
            Authors = signed ? [.. authors] : whole.Authors,
            Agencies = [.. agencies],
            Dateline = ArticleBuilder.PlaceOf(lines),
            Published = part.Published ?? whole.Published,
            PublishedBasis = part.PublishedBasis ?? whole.PublishedBasis,
            Modified = part.Published is null ? whole.Modified : null,
            Remarks = index == 0 ? whole.Remarks : [],
            Basis = whole.Basis with { Authors = signed ? "byline of the entry" : whole.Basis.Authors, Modified = part.Published is null ? whole.Basis.Modified : null },
        };
    }
}
