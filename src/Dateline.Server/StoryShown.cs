using System.Collections.Immutable;
using Dateline.Server.Charts;
using Dateline.Storage;
using Dateline.Storage.Extracts;

namespace Dateline.Server;

/// <summary>What the view of a story shows: a part of each list on a page, all of it in a report.</summary>
/// <param name="Turns">The newest changes first.</param>
/// <param name="Origins">Each with how many articles of the story rest on it.</param>
public sealed record StoryShown(
    LedgerIndex Index, Story Story, StoryCounts Counts, ImmutableArray<Turn> Turns, ImmutableArray<ExtractedTrack> Tracks, ImmutableArray<SourceVoice> Voices, ImmutableArray<DayTold> Days, ImmutableArray<Flow> Flows,
    ImmutableArray<(Origin Origin, int Articles)> Origins, HolderHues Hues, IReadOnlyDictionary<CaptureId, DateTimeOffset>? Captured = null)
{
    /// <summary>What people decided on the story.</summary>
    public ImmutableArray<Decision> Log { get; init; } = [];

    public static StoryShown Of(StoryExtract extract)
    {
        ArgumentNullException.ThrowIfNull(extract);
        return new StoryShown(
            new LedgerIndex(extract.Ledger) { Sources = extract.Sources, Places = extract.Places }, extract.Story, extract.Counts, [.. extract.Changes.Select(c => new Turn(c.Track, c.Change))], extract.Tracks,
            [.. extract.Voices.Select(v => new SourceVoice(v.Name, [.. v.Sayings.Select(s => new Saying(s))], v.Wordings))],
            Told(extract.Days), Drawn(extract.Flows),
            [.. extract.Ledger.Origins.Where(o => extract.Resting.ContainsKey(o.Id)).Select(o => (o, extract.Resting[o.Id]))], new HolderHues(extract.Holders), extract.Captured);
    }

    /// <summary>All of a story whose ledger is at hand.</summary>
    public static StoryShown Of(LedgerIndex index, Story story) => Of(index, story, DayTimeline.Of(index, story), OriginFlows.Of(index, story));

    /// <summary>All of a story that is open.</summary>
    /// <param name="index">With the texts of its articles and what somebody is quoted with in them.</param>
    public static StoryShown Of(LedgerIndex index, HeldStory story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Of(index, story.Ledger.Stories[0], Told(story.Days), Drawn(story.Flows));
    }

    private static StoryShown Of(LedgerIndex index, Story story, ImmutableArray<DayTold> told, IEnumerable<Flow> flows)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(story);
        var tracks = index.TracksOf(story).ToList();
        var voices = SourceVoice.Of(index, story);
        ImmutableArray<Turn> turns = [.. tracks.SelectMany(t => Turn.Of(t)).OrderByDescending(t => t.Change.At ?? DateOnly.MinValue)];
        var origins = index.OriginsOf(story).ToList();
        ImmutableArray<DateOnly> days = [.. story.Articles.Select(a => index.Article(a).Published).Where(p => p.IsDay).Select(p => p.From!.Value).Distinct().Order()];
        return new StoryShown(
            index, story, new StoryCounts(story.Articles.Length, index.OutletCount(story), index.OriginCount(story), origins.Count, turns.Length, tracks.Count, voices.Length, days, 0, 0), turns,
            [.. tracks.Select(t => new ExtractedTrack(t, t.Entries.Length, t.Entries.Select(e => e.Article).Distinct().Count(), t.Entries.Select(e => e.Holder).Distinct(StringComparer.Ordinal).Count(), t.Changes.Length, [.. t.Entries.Select(e => e.Value)]))],
            voices, told, Ordered(flows), [.. origins.Select(o => (o, o.Articles.Length))], HolderHues.Of(tracks));
    }

    private static ImmutableArray<DayTold> Told(ImmutableArray<ExtractedDay> days) => [.. days.Select(d => new DayTold(d.Day, d.Articles, d.Article, d.Sentence, d.Date))];

    private static ImmutableArray<Flow> Drawn(ImmutableArray<ExtractedFlow> flows) => Ordered(flows.Select(f => new Flow(f.Root, f.Through, f.Outlet, f.Statements)));

    private static ImmutableArray<Flow> Ordered(IEnumerable<Flow> flows) =>
        [.. flows.OrderByDescending(f => f.Statements).ThenBy(f => f.Root, StringComparer.Ordinal).ThenBy(f => f.Through, StringComparer.Ordinal).ThenBy(f => f.Outlet, StringComparer.Ordinal)];
}
