namespace Dateline.Reading;

/// <summary>Tells a section front, a search's results or a home page from an article: linked headlines again and again, with no more than a teaser under each.</summary>
internal static class IndexPage
{
    private const int FewestHeadlines = 8;
    private const int HeadlineWords = 4;
    private const int LongestTeaser = 60;      // words of the story in a row, without a linked headline between
    private const int Reach = 4;               // lines between a linked headline and its teaser
    private const double UnderHeadlines = 0.7; // of the story's words stand right under a linked headline
    private const double Linked = 0.8;         // of a headline's characters

    private const Zones Frame = Zones.Nav | Zones.Footer | Zones.Aside | Zones.Hidden;

    /// <returns>How many linked headlines make it an index, or 0.</returns>
    public static int Headlines(PreparedPage page)
    {
        if (page.Facts is not { } facts || facts.Articles.Count(a => a.IsArticle && a.Headline is not null) == 1 || facts.First("og:type") is "article") return 0;
        var lines = page.Lines;
        var folds = new HashSet<long>();
        int last = -Reach - 1, run = 0, all = 0, under = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (IsLinkedHeadline(line))
            {
                folds.Add(line.Measure.Fold);
                last = i;
                run = 0;
            }
            else if (line.Score >= Roles.Kept)
            {
                run += line.Measure.Words;
                all += line.Measure.Words;
                if (run > LongestTeaser) return 0;
                if (i - last <= Reach) under += line.Measure.Words;
            }
        }

        return folds.Count >= FewestHeadlines && under >= UnderHeadlines * all ? folds.Count : 0;
    }

    private static bool IsLinkedHeadline(Line line) =>
        line.Place is { } place && (place.Zones & Frame) == 0 && line.Measure.Words >= HeadlineWords && place.LinkChars >= Linked * line.Text.Length;
}
