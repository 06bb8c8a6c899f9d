namespace Dateline.Reading;

/// <summary>The headline of an HTML page: what its head, its scripts and its headings agree on, without the site's name.</summary>
internal static class HtmlTitle
{
    private const double Agreement = 0.6; // share of stems that a heading shares with what the page's head says

    /// <returns>Index of the headline's line or -1, and the headline with its basis.</returns>
    public static (int Line, Sourced? Title) Find(List<Line> lines, HtmlFacts facts)
    {
        var told = Told(facts);
        var words = new Vocabulary();
        foreach (var (value, _) in told) words.Add(Measure.Of(value));
        var folded = told.Select(t => Measure.Folded(t.Value)).ToHashSet(StringComparer.Ordinal);
        var best = -1;
        var bestScore = 0.0;
        for (var i = 0; i < lines.Count; i++)
        {
            var place = lines[i].Place!;
            var heading = HtmlTags.IsHeading(place.Tag) || (place.Zones & Zones.Heading) != 0;
            if (lines[i].Measure.Words < 1 || (!heading && (place.Own & ClassMarks.Title) == 0)) continue;
            var score = (place.Tag == HtmlTag.H1 ? 1.0 : place.Tag == HtmlTag.H2 ? 0.4 : 0.2) + ((place.Own & ClassMarks.Title) != 0 ? 0.2 : 0);
            score += told.Count == 0 ? Math.Min(lines[i].Measure.Words, 8) * 0.05 : 2 * words.Shared(lines[i].Measure) * Math.Min(1, lines[i].Measure.Stems.Length / 3.0);
            if (folded.Contains(Measure.Folded(lines[i].Text))) score += 1.5;
            if ((place.Zones & (Zones.Nav | Zones.Aside | Zones.Footer | Zones.Hidden)) != 0) score -= 1;
            if ((place.Near & (ClassMarks.Related | ClassMarks.Sidebar | ClassMarks.Nav | ClassMarks.Footer)) != 0) score -= 0.5;
            if (place.LinkChars * 2 > lines[i].Text.Length) score -= 0.7;
            if (score > bestScore) (best, bestScore) = (i, score);
        }

        // a heading that says it otherwise than the head's sources, which agree among themselves, is a section's or an opening's
        var agreed = Agreed(told);
        if (best >= 0 && !folded.Contains(Measure.Folded(lines[best].Text)))
        {
            // an opening and the headline in one heading: "Culture: Guest of the fair"
            var heading = Measure.Folded(lines[best].Text);
            if (told.Find(t => t.Basis != "title element" && Measure.Of(t.Value).Words >= 3 && heading.EndsWith(' ' + Measure.Folded(t.Value), StringComparison.Ordinal)) is { } inner) return (best, inner);
            if (agreed is not null && !Measure.Folded(agreed.Value).Contains(heading, StringComparison.Ordinal)) return (words.Shared(lines[best].Measure) >= Agreement / 2 ? best : -1, agreed);
        }

        if (best >= 0 && (told.Count == 0 || words.Shared(lines[best].Measure) >= Agreement || lines[best].Place!.Tag == HtmlTag.H1)) return (best, new Sourced(lines[best].Text, "heading"));
        if (told.Count == 0) return (-1, null);
        var title = told[0];
        var fold = Measure.Of(title.Value).Fold;
        return (lines.FindIndex(l => l.Measure.Fold == fold), title);
    }

    /// <summary>The headline that JSON-LD and another source give alike, or null: sources for search engines alone agree on less than a headline.</summary>
    private static Sourced? Agreed(List<Sourced> told)
    {
        for (var i = 0; i < told.Count; i++)
        {
            for (var j = i + 1; j < told.Count; j++)
            {
                if (told[i].Basis == "json-ld headline" && told[j].Basis != told[i].Basis && Measure.Folded(told[i].Value) == Measure.Folded(told[j].Value)) return told[i] with { Basis = $"{told[i].Basis}, {told[j].Basis}" };
            }
        }

        return null;
    }

    /// <summary>What the page's head and scripts give as the title, the surest first.</summary>
    private static List<Sourced> Told(HtmlFacts facts)
    {
        var told = new List<Sourced>();
        foreach (var article in facts.Articles)
        {
            if (article.Headline is { } headline && article.Type is not ("WebPage" or "VideoObject" or "Blog")) told.Add(new Sourced(headline, "json-ld headline"));
        }

        if (facts.First("og:title") is { } og) told.Add(new Sourced(WithoutSite(og, facts), "og:title"));
        if (facts.First("twitter:title") is { } twitter) told.Add(new Sourced(WithoutSite(twitter, facts), "twitter:title"));
        if (facts.First("headline", "dc.title", "title") is { } meta) told.Add(new Sourced(WithoutSite(meta, facts), "meta title"));
        if (facts.Title is { } title) told.Add(new Sourced(WithoutSite(title, facts), "title element"));
        return told;
    }

    /// <summary>"Storm hits coast - The Courier | News" without what stands behind the last signs, where the longer part stands before them.</summary>
    internal static string WithoutSite(string title, HtmlFacts facts)
    {
        var site = facts.First("og:site_name", "application-name");
        foreach (var separator in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / "])
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var (head, tail) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            var isSite = site is not null && (Measure.Folded(tail) == Measure.Folded(site) || tail.Contains(site, StringComparison.OrdinalIgnoreCase));
            if (isSite || Outlets.Named(tail) is not null || (tail.Split(' ').Length <= 4 && head.Length > tail.Length * 1.5 && separator is " | " or " - " or " – " or " — " or " » " or " • ")) return WithoutSite(head, facts);
            if (site is not null && Measure.Folded(head) == Measure.Folded(site)) return tail;
        }

        return title;
    }
}
