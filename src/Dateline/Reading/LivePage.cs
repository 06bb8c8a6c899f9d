namespace Dateline.Reading;

/// <summary>The entries of a live page: lines that begin with a time, again and again, with the story between them. What stands outside the entries is the page's frame.</summary>
internal static class LivePage
{
    private const int FewestEntries = 3;
    private const int Unannounced = 5;    // entries where nothing but the order of their times says that the page is live
    private const double OfStory = 0.5;   // at least this share of the story's words stands in the entries
    private const double WithStory = 0.6; // at least this share of the times has words of the story under it
    private const double InOrder = 0.8;   // at least this share of the steps from time to time goes one way

    private const Zones Elsewhere = Zones.Nav | Zones.Footer | Zones.Aside | Zones.Hidden | Zones.Script | Zones.Table;

    /// <returns>The entries in page order, or null: the page is no live page.</returns>
    public static List<PagePart>? Find(PreparedPage page, Article whole)
    {
        var year = (whole.Modified ?? whole.Published).From?.Year ?? whole.Published.From?.Year;
        var country = whole.Outlet is { } outlet ? Outlets.Named(outlet.Value)?.Country : null;
        var makes = new Dictionary<string, List<LiveEntry>>(StringComparer.Ordinal);
        var days = new List<int>();
        DateOnly? day = null;
        for (var i = 0; i < page.Lines.Count; i++)
        {
            var line = page.Lines[i];
            if (line.Role == BlockRole.Headline || IsElsewhere(line)) continue;
            if (EntryStamp.DayOf(line, year) is { } heading)
            {
                day = heading;
                days.Add(i);
            }
            else if (EntryStamp.Of(line.Text, country, year) is { } stamp)
            {
                var make = line.Place is { } place ? $"{place.Tag} {place.Own} {stamp.Form}" : $"{stamp.Form}";
                if (!makes.TryGetValue(make, out var list)) makes[make] = list = [];
                var after = days.Count > 0 && (list.Count == 0 || days[^1] > list[^1].Head);
                list.Add(new LiveEntry(i, stamp, stamp.Day ?? (days.Count > 0 ? day : null), after));
            }
        }

        foreach (var list in makes.Values.Where(l => l.Count >= FewestEntries).OrderByDescending(l => l.Count))
        {
            if (IsLive(page, list, days, out var isDescending)) return EntryParts.Of(page, whole, [.. list.Where(e => e.Words > 0)], isDescending);
        }

        return null;
    }

    private static bool IsElsewhere(Line line) =>
        line.Place is { } place && ((place.Zones & Elsewhere) != 0 || place.Tag == HtmlTag.Pre || ((place.Own | place.Near | place.Far) & (ClassMarks.Comment | ClassMarks.Sidebar | ClassMarks.Nav | ClassMarks.Footer)) != 0);

    private static bool IsLive(PreparedPage page, List<LiveEntry> list, List<int> days, out bool isDescending)
    {
        isDescending = true;
        if (list[0].Stamp.Day is not null && list.Count(e => e.Stamp.Day is not null) * 2 < list.Count) list.RemoveAt(0); // the page's own by-line
        Bound(page, list, days);
        while (list.Count > 0 && list[0].Words == 0) list.RemoveAt(0);
        while (list.Count > 0 && list[^1].Words == 0) list.RemoveAt(list.Count - 1);
        var told = list.Count(e => e.Words > 0);
        if (told < FewestEntries || told < WithStory * list.Count) return false;
        var story = page.Lines.Where(l => l.IsStory).Sum(l => l.Measure.Words);
        if (list.Sum(e => e.Words) < OfStory * story) return false;
        int down = 0, up = 0;
        for (var i = 1; i < list.Count; i++)
        {
            if (list[i].AfterDay || list[i].Stamp.Clock is not { } time || list[i - 1].Stamp.Clock is not { } before) continue;
            var order = (list[i - 1].Stamp.Day, list[i].Stamp.Day) is ({ } a, { } b) && a != b ? a.CompareTo(b) : before.CompareTo(time);
            if (order > 0) down++;
            else if (order < 0) up++;
        }

        var says = SaysLive(page, list);
        if (list[0].Stamp.Form == EntryForm.Ago) return says;
        isDescending = down > up;
        if (down >= InOrder * (down + up) && down > 0) return says || (told >= Unannounced && list.Count(e => HasHeadline(page, e)) >= WithStory * list.Count);
        return says && up >= InOrder * (down + up); // a programme or the course of one day stands in such order too
    }

    /// <summary>The page says that it is live: its JSON-LD, its classes, its headline or a heading above the first entry.</summary>
    private static bool SaysLive(PreparedPage page, List<LiveEntry> list)
    {
        if (page.Facts is { Updates.Count: >= FewestEntries }) return true;
        if (page.TitleText is { } title && PageKinds.IsLive(title.Value)) return true;
        if (page.Facts?.Title is { } named && PageKinds.IsLive(named)) return true;
        if (list.Count(e => page.Lines[e.Head].Place is { } place && ((place.Own | place.Near) & ClassMarks.Live) != 0) > list.Count / 2) return true;
        for (var i = Math.Max(0, page.Title); i < list[0].Head; i++)
        {
            var line = page.Lines[i];
            if (line.Role is BlockRole.Subhead or BlockRole.Standfirst or BlockRole.Headline && PageKinds.IsLive(line.Text)) return true;
        }

        return false;
    }

    /// <summary>The entry's headline stands on the line of its time or under it, and sentences follow.</summary>
    private static bool HasHeadline(PreparedPage page, LiveEntry entry) =>
        entry.Lines.Exists(i => i != entry.Head && MainRun.IsRunProse(page.Lines[i])) && ((page.Lines[entry.Head].Text.Length > entry.Stamp.End + 1 && !page.Lines[entry.Head].Is(LineMarks.Prose)) || EntryParts.Headline(page, entry) >= 0);

    /// <summary>Gives each entry its lines: those of its element where each entry has one of its own, else those up to the next time.</summary>
    private static void Bound(PreparedPage page, List<LiveEntry> list, List<int> days)
    {
        if (page.Tree is { } tree && Elements(page, tree, list) is { } elements)
        {
            for (int i = 0, e = 0; i < page.Lines.Count; i++)
            {
                var node = page.Lines[i].Place!.Block;
                while (e < elements.Length && node >= tree.Nodes[elements[e]].Last) e++;
                if (e < elements.Length && node >= elements[e]) list[e].Lines.Add(i);
            }
        }
        else
        {
            var end = Math.Max(page.Lines.FindLastIndex(l => l.Role == BlockRole.Body), list[^1].Head) + 1; // a heading with nothing under it is no entry's
            var isAbove = HeadingsStandAbove(page, list);
            for (int e = 0, day = 0; e < list.Count; e++)
            {
                var from = list[e].Head - (isAbove ? 1 : 0);
                var to = e + 1 < list.Count ? list[e + 1].Head - (isAbove ? 1 : 0) : end;
                while (day < days.Count && days[day] <= list[e].Head) day++;
                if (day < days.Count && days[day] < to) to = days[day];
                for (var i = from; i < to; i++) list[e].Lines.Add(i);
            }
        }

        foreach (var entry in list) entry.Words = entry.Lines.Where(i => page.Lines[i].IsStory && (i != entry.Head || page.Lines[i].Text.Length > entry.Stamp.End + 1)).Sum(i => page.Lines[i].Measure.Words);
    }

    /// <summary>The children of one element that hold one time and words of the story each; null where the entries have no such elements.</summary>
    private static int[]? Elements(PreparedPage page, HtmlPage tree, List<LiveEntry> list)
    {
        var common = page.Lines[list[0].Head].Place!.Block;
        foreach (var entry in list)
        {
            var node = page.Lines[entry.Head].Place!.Block;
            while (common > 0 && !tree.Holds(common, node)) common = tree.Nodes[common].Parent;
        }

        var elements = new int[list.Count];
        for (var e = 0; e < list.Count; e++)
        {
            var node = page.Lines[list[e].Head].Place!.Block;
            while (node > 0 && tree.Nodes[node].Parent != common) node = tree.Nodes[node].Parent;
            if (node <= 0 || (e > 0 && node <= elements[e - 1])) return null;
            elements[e] = node;
        }

        var full = 0;
        for (int i = 0, e = 0, last = -1; i < page.Lines.Count; i++)
        {
            var node = page.Lines[i].Place!.Block;
            while (e < elements.Length && node >= tree.Nodes[elements[e]].Last) e++;
            if (e == last || e >= elements.Length || node < elements[e] || !page.Lines[i].IsStory || (list[e].Head == i && !page.Lines[i].Is(LineMarks.Prose))) continue;
            full++;
            last = e;
        }

        return full >= WithStory * list.Count ? elements : null;
    }

    /// <summary>Each entry's headline stands above its time, and text below it.</summary>
    private static bool HeadingsStandAbove(PreparedPage page, List<LiveEntry> list) =>
        list.Count(e => e.Head > 0 && page.Lines[e.Head].Text.Length <= e.Stamp.End + 1 && EntryParts.IsHeading(page.Lines[e.Head - 1]) && (e.Head + 1 == page.Lines.Count || !EntryParts.IsHeading(page.Lines[e.Head + 1]))) > list.Count * OfStory
        && list[0].Head > 0 && Enumerable.Range(1, list.Count - 1).All(e => list[e].Head > list[e - 1].Head + 1);
}
