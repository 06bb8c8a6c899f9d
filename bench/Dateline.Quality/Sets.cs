namespace Dateline.Quality;

/// <summary>The sets that may be at hand in a data folder, and what is measured on each.</summary>
internal static class Sets
{
    public static IEnumerable<(string Name, Func<IEnumerable<Figure>> Measure)> In(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "stories")))
            foreach (var story in Directory.EnumerateDirectories(Path.Combine(folder, "stories")).Where(s => Directory.Exists(Path.Combine(s, "pages"))).Order(StringComparer.Ordinal))
                yield return (Path.GetFileName(story), () => Story(story));
        foreach (var set in new[] { "fundus", "news424" })
        {
            var at = Path.Combine(folder, "data", "extraction", set);
            if (!Directory.Exists(at)) continue;
            yield return ($"{set}-html", () => BodyScore.Figures(at, "html"));
            yield return ($"{set}-text", () => BodyScore.Figures(at, "text.jsonl.gz"));
        }

        foreach (var set in new[] { "timebank", "aquaint", "wikiwars" })
        {
            var file = Path.Combine(folder, "data", "annotation", set, "docs.jsonl");
            if (File.Exists(file)) yield return (set, () => TimexScore.Figures(file));
        }

        var names = Path.Combine(folder, "data", "annotation", "worldwide-ner", "docs.jsonl"); // no model has seen its names
        if (File.Exists(names)) yield return ("worldwide-ner", () => NameScore.Figures(names));
        var recognizers = Path.Combine(folder, "data", "annotation", "recognizers-spec", "DateTime", "English", "DateTimeModel.json");
        if (File.Exists(recognizers)) yield return ("recognizers", () => RecognizersScore.Figures(recognizers));
        var quantulum = Path.Combine(folder, "data", "annotation", "quantulum", "quantities.json");
        if (File.Exists(quantulum)) yield return ("quantulum", () => QuantityScore.Figures(quantulum));
        foreach (var set in new[] { "allsides", "basil", "ecbplus" })
        {
            var at = Path.Combine(folder, "data", "stories", set);
            if (Directory.Exists(at)) yield return (set, () => ClusterScore.Figures(at));
        }

        var timelines = Path.Combine(folder, "data", "stories", "timeline17");
        if (Directory.Exists(timelines)) yield return ("timeline17", () => TimelineScore.Figures(timelines));
    }

    private static IEnumerable<Figure> Story(string folder)
    {
        var set = new StorySet(folder);
        var quotes = set.Ledger.Tracks.SelectMany(t => t.Entries).Select(e => (set.PageOf(e.Article), e.Quote))
            .Concat(set.Ledger.Statements.Select(s => (set.PageOf(s.Article), set.ContentOf(s)))).ToList();
        yield return Figure.Share("evidence.verbatim", quotes.Count(q => set.Pages.TryGetValue(q.Item1, out var page) && page.Holds(q.Item2)), quotes.Count);
        foreach (var figure in new TrackScore(set).Figures()) yield return figure;
        foreach (var figure in ProvenanceScore.Figures(set)) yield return figure;
        if (set.PageGold.Count > 0) foreach (var figure in PageScore.Figures(set)) yield return figure;
        if (set.Statements.Count > 0) foreach (var figure in StatementScore.Figures(set)) yield return figure;
    }
}
