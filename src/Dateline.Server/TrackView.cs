using System.Collections.Immutable;
using Dateline.Server.Charts;
using Dateline.Storage.Extracts;

namespace Dateline.Server;

/// <summary>How the tracks of a story are shown: by which clock, with whose colours, and when each page was captured.</summary>
/// <param name="Clock">Null for the order that the track has of itself: states by what they speak of, amounts by publication.</param>
public sealed record TrackView(LedgerIndex Index, Links Links, HolderHues Hues, Clock? Clock = null, IReadOnlyDictionary<CaptureId, DateTimeOffset>? Captured = null)
{
    /// <summary>Of more marks only as many are drawn, evenly, and those that a change begins or ends with.</summary>
    public const int MostMarks = ExtractedTrack.MostMarksEach;

    public const string OutletVoice = "the outlets’ own voice";

    /// <summary>The time of an entry by the clock, or null.</summary>
    public UncertainDate? TimeOf(Track track, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(entry);
        return (Clock ?? OwnClock(track)) switch
        {
            Storage.Extracts.Clock.Event => entry.Time,
            Storage.Extracts.Clock.Said => entry.Said,
            Storage.Extracts.Clock.Captured => Captured is not null && Captured.TryGetValue(Index.Article(entry.Article).Capture, out var at) ? UncertainDate.At(at, "when the page was captured") : null,
            _ => entry.Published,
        };
    }

    public static Clock OwnClock(Track track) => track?.Kind == TrackKind.Quantity ? Storage.Extracts.Clock.Published : Storage.Extracts.Clock.Event;

    /// <summary>The entries' places in the order of the clock; those that it does not tell come last.</summary>
    public ImmutableArray<int> Order(Track track)
    {
        ArgumentNullException.ThrowIfNull(track);
        var places = Enumerable.Range(0, track.Entries.Length);
        return Clock is null ? [.. places] : [.. places.OrderBy(i => TimeOf(track, track.Entries[i])?.Middle ?? DateOnly.MaxValue).ThenBy(i => TimeOf(track, track.Entries[i])?.Moment ?? DateTimeOffset.MaxValue).ThenBy(i => i)];
    }

    public static string HolderOf(Entry entry) => (entry ?? throw new ArgumentNullException(nameof(entry))).Holder == "outlet" ? OutletVoice : entry.Holder;

    public TrackPicture Picture(ExtractedTrack extract)
    {
        ArgumentNullException.ThrowIfNull(extract);
        var track = extract.Track;
        var amounts = track.Entries.All(e => AmountSpread.Of(e.Value) is not null);
        var marks = new List<TrackMark>();
        var markOf = new int[track.Entries.Length];
        var known = new Dictionary<(string, string, DateOnly?, DateOnly?), int>();
        var counts = new List<int>();
        foreach (var i in Order(track))
        {
            var entry = track.Entries[i];
            var time = TimeOf(track, entry);
            var key = (entry.Holder, entry.Value, time?.From, time?.To);
            if (!known.TryGetValue(key, out var at))
            {
                known[key] = at = marks.Count;
                counts.Add(0);
                var note = $"{HolderOf(entry)}: {Wording.Value(entry.Value)}. {(time is { IsKnown: true } ? Wording.Of(time) : "Time not known")}. “{Short(entry.Quote)}” {Index.OutletOf(entry.Article)}";
                marks.Add(new TrackMark(HolderOf(entry), Hues.Of(entry.Holder), entry.Value, Wording.Value(entry.Value), time, Links.Quote(entry.Article, Index.AnchorOf(entry.Article, entry.Span)), note));
            }

            counts[at]++;
            markOf[i] = at;
        }

        for (var i = 0; i < marks.Count; i++)
            if (counts[i] > 1) marks[i] = marks[i] with { Note = $"{marks[i].Note} (and {counts[i] - 1} more like it)" };
        var turns = track.Changes.Select(c => new TrackTurn(c.Kind, markOf[c.Before], markOf[c.After])).Where(t => t.Before != t.After).Distinct().ToImmutableArray();
        if (marks.Count > MostMarks) (marks, turns) = Thinned(marks, turns);
        var title = $"{track.Question} {Wording.Path(extract.Steps)}. {Wording.Count(extract.Entries, "answer")} of {Wording.Count(extract.Holders, "holder")}; the table below has them all.";
        return new TrackPicture($"p-{track.Id}", title, amounts, [.. marks], turns);
    }

    /// <summary>The picture for both widths.</summary>
    public string Draw(ExtractedTrack track)
    {
        var picture = Picture(track);
        return picture.Amounts
            ? QuantityChart.Draw(picture, Frame.Wide) + QuantityChart.Draw(picture, Frame.Narrow)
            : LaneChart.Draw(picture, Frame.Wide) + LaneChart.Draw(picture, Frame.Narrow);
    }

    private static (List<TrackMark> Marks, ImmutableArray<TrackTurn> Turns) Thinned(List<TrackMark> marks, ImmutableArray<TrackTurn> turns)
    {
        var drawn = turns.TakeLast(MostMarks / 4).ToImmutableArray();
        var kept = Enumerable.Range(0, MostMarks).Select(i => i * (marks.Count - 1) / (MostMarks - 1)).Concat(drawn.SelectMany(t => new[] { t.Before, t.After })).Distinct().Order().ToList();
        var place = kept.Select((old, now) => (old, now)).ToDictionary(p => p.old, p => p.now);
        return ([.. kept.Select(i => marks[i])], [.. drawn.Select(t => t with { Before = place[t.Before], After = place[t.After] })]);
    }

    private static string Short(string quote) => quote.Length <= 160 ? quote : quote[..160].TrimEnd() + "…";
}
