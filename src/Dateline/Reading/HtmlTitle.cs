namespace Dateline.Reading;

/// <summary>The headline of an HTML page: what its head, its scripts and its headings agree on, without the site's name.</summary>
internal static class HtmlTitle
{
    private const double Agreement = 0.6; // share of stems that a heading shares with what the page's head says
    private const double Alike = 0.8;     // share of stems that two sources of one headline have in common
    private const int MostParts = 3;      // lines of one heading, broken by br elements
    private const int CrumbReach = 4;     // elements around a heading
    private const int LateProse = 3;      // sentences above a heading that make it one of the story's own subheads

    /// <returns>Index of the headline's line or -1, and the headline with its basis.</returns>
    public static (int Line, Sourced? Title) Find(HtmlPage tree, List<Line> lines, HtmlFacts facts)
    {
        var headings = Headings(lines);
        var told = Told(facts, headings);
        var best = Best(tree, lines, headings, told);
        var agreed = Agreed(told);
        if (best is null)
        {
            if ((agreed ?? Common(told)) is not { } title) return (-1, null);
            var fold = Measure.Of(title.Value).Fold;
            return (lines.FindIndex(l => l.Measure.Fold == fold), title);
        }

        var heading = Measure.Folded(best.Text);
        // in the heading, line breaks may stand for signs: "Harbour Crews walk out" is "Harbour: Crews walk out"
        if (told.Find(t => t.Value.Length == best.Text.Length + 1 && t.Value.Contains(": ", StringComparison.Ordinal) && Measure.Folded(t.Value) == heading) is { } whole) return (best.Line, whole with { Basis = $"heading, {whole.Basis}" });
        if (told.All(t => Measure.Folded(t.Value) != heading))
        {
            // the page's head names the subject before the headline: "Harbour: Crews walk out"
            if (agreed is not null && Measure.Folded(agreed.Value).EndsWith(' ' + heading, StringComparison.Ordinal)) return (best.Line, agreed);
            // the heading has the subject before the headline: "Harbour Crews walk out"
            if (told.Find(t => Measure.Of(t.Value).Words >= 3 && heading.EndsWith(' ' + Measure.Folded(t.Value), StringComparison.Ordinal)) is { } inner) return (best.Line, inner);
            // a heading that says it otherwise than sources which agree among themselves is a section's
            if (agreed is not null && !Measure.Folded(agreed.Value).Contains(heading, StringComparison.Ordinal)) return (best.Shared >= Agreement / 2 ? best.Line : -1, agreed);
        }

        if (told.Count > 0 && best.Shared < Agreement && best.Tag != HtmlTag.H1)
        {
            // nothing bears the best heading out: the page's one h1 is meant to be the headline
            var first = headings.Where(h => h.Tag == HtmlTag.H1 && h.Score > 0).ToList();
            if (first.Count != 1) return (-1, agreed ?? Common(told));
            best = first[0];
        }

        return (best.Line, new Sourced(TitleParts.WithoutLabels(best.Text), "heading"));
    }

    private static List<Heading> Headings(List<Line> lines)
    {
        var headings = new List<Heading>();
        var prose = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var place = line.Place!;
            if (line.Is(LineMarks.Prose) && place.LinkChars * 2 < line.Text.Length) prose++;
            var isHeading = HtmlTags.IsHeading(place.Tag) || (place.Zones & Zones.Heading) != 0;
            if (line.Measure.Words < 1 || (!isHeading && (place.Own & ClassMarks.Title) == 0)) continue;
            headings.Add(new Heading(i, line.Text, line.Measure, place, prose, isHeading, false));
            if (!isHeading || (i > 0 && lines[i - 1].Place!.Block == place.Block)) continue;
            var text = line.Text;
            var parts = 1;
            for (; parts < MostParts && i + parts < lines.Count && lines[i + parts].Place!.Block == place.Block; parts++) text += ' ' + lines[i + parts].Text;
            if (parts > 1) headings.Add(new Heading(i, text, Measure.Of(text), place, prose, true, true));
        }

        return headings;
    }

    private static Heading? Best(HtmlPage tree, List<Line> lines, List<Heading> headings, List<Sourced> told)
    {
        var words = new Vocabulary();
        foreach (var title in told) words.Add(Measure.Of(title.Value));
        var folds = told.ConvertAll(t => Measure.Folded(t.Value));
        var shared = told.Find(t => t.Basis == "og:title") is { } og ? Measure.Folded(og.Value) : null; // what is passed around is written for readers
        var measures = told.ConvertAll(t => Measure.Of(t.Value));
        Heading? best = null;
        foreach (var heading in headings)
        {
            var place = heading.Place;
            heading.Shared = words.Shared(heading.Measure);
            var score = (place.Tag == HtmlTag.H1 ? 1.0 : place.Tag == HtmlTag.H2 ? 0.4 : 0.2) + ((place.Own & (ClassMarks.Title | ClassMarks.Lead)) == ClassMarks.Title ? 0.2 : 0);
            score += told.Count == 0 ? Math.Min(heading.Measure.Words, 8) * 0.05 : 2 * heading.Shared * Math.Min(1, heading.Measure.Stems.Length / 3.0);
            if (told.Count > 0) score += Covered(heading.Measure, measures);
            var fold = Measure.Folded(heading.Text);
            if (folds.Contains(fold)) score += 1.5;
            else if (folds.Exists(f => f.Contains(' ', StringComparison.Ordinal) && (fold.StartsWith(f + ' ', StringComparison.Ordinal) || fold.EndsWith(' ' + f, StringComparison.Ordinal)))) score += 0.75;
            if ((place.Zones & (Zones.Nav | Zones.Aside | Zones.Footer | Zones.Hidden)) != 0) score -= 1;
            if (fold != shared && IsCrumb(tree, place.Block)) score -= 6;
            if ((place.Near & (ClassMarks.Related | ClassMarks.Sidebar | ClassMarks.Footer | ClassMarks.Nav)) != 0) score -= 0.5;
            if (place.Tag != HtmlTag.H1 && ((place.Own | place.Near) & (ClassMarks.Teaser | ClassMarks.Popup)) != 0) score -= 0.5;
            if (place.LinkChars * 2 > heading.Text.Length) score -= 0.7;
            if (heading.IsJoined) score -= 0.1;
            if (lines[heading.Line].Is(LineMarks.Boilerplate | LineMarks.ListHead)) score -= 0.5;
            if (heading.Prose >= LateProse && place.Tag != HtmlTag.H1) score -= 0.6;
            if (best is null ? score > 0 : score > best.Score) best = heading;
            heading.Score = score;
        }

        return best;
    }

    /// <summary>The last crumb of a breadcrumb trail, which repeats the title for search engines.</summary>
    private static bool IsCrumb(HtmlPage tree, int node)
    {
        for (var steps = 0; steps < CrumbReach && node > 0; steps++, node = tree.Nodes[node].Parent)
        {
            if (tree.Value(node, HtmlName.Class).Contains("breadcrumb", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>The largest share of a source's stems that a heading has.</summary>
    private static double Covered(Measure heading, List<Measure> told)
    {
        var words = new Vocabulary();
        words.Add(heading);
        return told.Max(words.Shared);
    }

    /// <summary>The headline that JSON-LD and og:title give alike, or nearly; else null: a title element is written for search engines, and JSON-LD often copies it.</summary>
    private static Sourced? Agreed(List<Sourced> told)
    {
        foreach (var script in told.Where(t => t.Basis == "json-ld headline"))
        {
            if (told.Find(t => t.Basis == "og:title" && IsAlike(t.Value, script.Value)) is { } og) return script with { Basis = $"{script.Basis}, {og.Basis}" };
        }

        return null;
    }

    private static bool IsAlike(string a, string b)
    {
        if (Measure.Folded(a) == Measure.Folded(b)) return true;
        var (first, second) = (new Vocabulary(), new Vocabulary());
        first.Add(Measure.Of(a));
        second.Add(Measure.Of(b));
        return Math.Min(first.Count, second.Count) > 2 && first.Shared(Measure.Of(b)) >= Alike && second.Shared(Measure.Of(a)) >= Alike;
    }

    /// <summary>What most sources say, the surest first; og:title and twitter:title count as one.</summary>
    private static Sourced? Common(List<Sourced> told) =>
        told.Where(t => t.Basis != "twitter:title").MaxBy(t => told.Count(o => o.Basis != "twitter:title" && Measure.Folded(o.Value) == Measure.Folded(t.Value))) ?? told.FirstOrDefault();

    /// <summary>What the page's head and scripts give as the title, the surest first.</summary>
    private static List<Sourced> Told(HtmlFacts facts, List<Heading> headings)
    {
        var isArticle = facts.Articles.Exists(a => a.Headline is not null && a.IsArticle);
        var told = new List<Sourced>();
        foreach (var article in facts.Articles)
        {
            if (article.Headline is { } headline && (article.IsArticle || (!isArticle && article.Type is not ("WebPage" or "VideoObject" or "Blog")))) told.Add(new Sourced(headline, "json-ld headline"));
        }

        if (facts.First("og:title") is { } og) told.Add(new Sourced(og, "og:title"));
        if (facts.First("twitter:title") is { } twitter) told.Add(new Sourced(twitter, "twitter:title"));
        if (facts.First("headline", "dc.title", "title") is { } meta) told.Add(new Sourced(meta, "meta title"));
        if (facts.Title is { } title) told.Add(new Sourced(title, "title element"));
        var parts = new TitleParts(facts, headings.Where(h => h.IsElement && h.Place.LinkChars * 2 <= h.Text.Length && (h.Place.Zones & (Zones.Nav | Zones.Footer)) == 0).ToLookup(h => Measure.Folded(h.Text), h => h.Tag == HtmlTag.H1), told);
        for (var i = 0; i < told.Count; i++) told[i] = told[i] with { Value = parts.Cut(told[i].Value) };
        return told;
    }

    /// <param name="Prose">Sentences that stand above it.</param>
    /// <param name="IsElement">A heading by its element, not only by its class.</param>
    /// <param name="IsJoined">Its lines put together.</param>
    private sealed record Heading(int Line, string Text, Measure Measure, HtmlPlace Place, int Prose, bool IsElement, bool IsJoined)
    {
        public HtmlTag Tag => Place.Tag;

        public double Shared { get; set; }

        public double Score { get; set; }
    }
}
