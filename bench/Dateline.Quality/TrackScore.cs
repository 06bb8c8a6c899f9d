using System.Text.Json;

namespace Dateline.Quality;

/// <summary>Tracks and changes of one story against gold; each gold track is mapped to the found track that holds most of its entries, one to one.</summary>
internal sealed class TrackScore
{
    private readonly StorySet set;
    private readonly List<JsonElement> gold;
    private readonly List<JsonElement> extra;
    private readonly List<(int Gold, JsonElement Entry, List<(int Track, int Index)> Found)> matches = [];
    private readonly Dictionary<int, int> mapped = []; // gold track -> found track

    public TrackScore(StorySet set)
    {
        this.set = set;
        gold = [.. set.Tracks.Where(t => !IsMinor(t))];
        extra = [.. set.Tracks.Where(IsMinor), .. set.ExtraTracks];
        for (var g = 0; g < gold.Count; g++)
            foreach (var entry in gold[g].Items("entries")) matches.Add((g, entry, Find(entry)));
        Map();
    }

    public IEnumerable<Figure> Figures()
    {
        yield return Figure.Share("tracks.entries_found", matches.Count(m => m.Found.Count > 0), matches.Count);
        var hits = matches.Select(m => (m.Gold, m.Entry, Hits: m.Found.Where(f => mapped.TryGetValue(m.Gold, out var track) && track == f.Track).ToList())).ToList();
        var used = mapped.Values.ToHashSet();
        var precision = Figure.Share("tracks.precision", hits.SelectMany(h => h.Hits).Distinct().Count(), used.Sum(t => set.Ledger.Tracks[t].Entries.Length));
        var recall = Figure.Share("tracks.recall", hits.Count(h => h.Hits.Count > 0), matches.Count);
        yield return precision;
        yield return recall;
        yield return new Figure("tracks.f1", Figure.F1(precision.Value, recall.Value));
        var top = set.Ledger.Tracks.Take(Math.Max(gold.Count, 1)).ToList();
        yield return Figure.Share("tracks.top_salient", top.Count(IsSalient), top.Count);
        foreach (var figure in Values(hits)) yield return figure;
        foreach (var figure in Changes(used)) yield return figure;
    }

    private static bool IsMinor(JsonElement track) =>
        (track.TryGetProperty("minor", out var minor) && minor.ValueKind == JsonValueKind.True) || (track.TryGetProperty("core", out var core) && core.ValueKind == JsonValueKind.False);

    private List<(int Track, int Index)> Find(JsonElement entry)
    {
        var found = new List<(int, int)>();
        var (page, quote) = (entry.Text("page")!, entry.Text("quote")!);
        if (!set.Pages.TryGetValue(page, out var text)) return found;
        for (var t = 0; t < set.Ledger.Tracks.Length; t++)
        {
            var entries = set.Ledger.Tracks[t].Entries;
            for (var e = 0; e < entries.Length; e++)
                if (set.PageOf(entries[e].Article) == page && text.Covers(quote, entries[e].Quote)) found.Add((t, e));
        }

        return found;
    }

    private void Map()
    {
        var overlap = new Dictionary<(int Gold, int Track), int>(); // keeps the order in which pairs first came, which decides between equals
        var order = new List<(int Gold, int Track)>();
        foreach (var (g, _, found) in matches)
        {
            foreach (var track in found.Select(f => f.Track).Distinct().Order())
            {
                if (!overlap.ContainsKey((g, track))) order.Add((g, track));
                overlap[(g, track)] = overlap.GetValueOrDefault((g, track)) + 1;
            }
        }

        foreach (var (g, track) in order.OrderByDescending(k => overlap[k]))
            if (!mapped.ContainsKey(g) && !mapped.ContainsValue(track)) mapped[g] = track;
    }

    private bool IsSalient(Track track) => gold.Concat(extra).Any(question =>
        question.Items("entries").Count(e => set.Pages.TryGetValue(e.Text("page")!, out var text) && track.Entries.Any(x => set.PageOf(x.Article) == e.Text("page") && text.Covers(e.Text("quote")!, x.Quote))) >= 2);

    private IEnumerable<Figure> Values(List<(int Gold, JsonElement Entry, List<(int Track, int Index)> Hits)> hits)
    {
        int values = 0, valued = 0, holders = 0, held = 0;
        foreach (var (g, entry, places) in hits.Where(h => h.Hits.Count > 0))
        {
            var found = places.Select(p => set.Ledger.Tracks[p.Track].Entries[p.Index]).ToList();
            var numbers = Folding.Numbers(entry.GetProperty("value").ToString());
            if (gold[g].Text("kind") == "quantity" && numbers.Count > 0)
            {
                valued++;
                if (found.Any(f => Folding.Numbers(f.Value).Overlaps(numbers))) values++;
            }

            held++;
            var holder = Folding.Key(entry.Text("holder"));
            if (found.Select(f => Folding.Key(f.Holder)).Any(k => k == holder || (holder.Length > 0 && k.Length > 0 && (k.Contains(holder, StringComparison.Ordinal) || holder.Contains(k, StringComparison.Ordinal))))) holders++;
        }

        yield return Figure.Share("tracks.values", values, valued);
        yield return Figure.Share("tracks.holders", holders, held);
    }

    private IEnumerable<Figure> Changes(HashSet<int> used)
    {
        var made = set.Ledger.Tracks.SelectMany((t, i) => t.Changes.Select(c => (Track: i, Kind: Exchange.Json.Name(c.Kind), Before: set.PageOf(t.Entries[c.Before].Article), After: set.PageOf(t.Entries[c.After].Article)))).ToList();
        var wanted = gold.SelectMany((t, g) => t.Items("changes").Select(c => (Gold: g, Kind: c.Text("kind")!, Pages: c.Texts("pages")))).Where(w => w.Pages.Count > 0).ToList();
        var hit = new HashSet<int>();
        int found = 0, kinds = 0;
        foreach (var (g, kind, pages) in wanted)
        {
            if (!mapped.TryGetValue(g, out var track)) continue;
            var at = made.FindIndex(m => m.Track == track && (m.Before, m.After) is var have
                && (have == (pages[0], pages[^1]) || (have == (pages[^1], pages[0]) && (kind == "contradiction" || m.Kind == "contradiction"))));
            if (at < 0) continue;
            found++;
            hit.Add(at);
            if (made[at].Kind == kind) kinds++;
        }

        var precision = Figure.Share("changes.precision", hit.Count, made.Count(m => used.Contains(m.Track)));
        var recall = Figure.Share("changes.recall", found, wanted.Count);
        yield return precision;
        yield return recall;
        yield return new Figure("changes.f1", Figure.F1(precision.Value, recall.Value));
        yield return Figure.Share("changes.kind", kinds, found);
    }
}
