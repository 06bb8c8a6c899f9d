using System.Collections.Immutable;
using Dateline.Tracks;

namespace Dateline;

/// <summary>A story's id, "-t" and the hash of the question: stable under new pages.</summary>
public readonly record struct TrackId(string Value)
{
    private const int ShortestStory = 7; // "story-1"

    /// <summary>The story whose id stands before the question's; null where the words are no track's id.</summary>
    public StoryId? Story => Value.Length > ShortestStory && Value.IndexOf('-', ShortestStory - 1) is > 0 and var end && StoryId.TryParse(Value[..end], out var story) ? story : null;

    public override string ToString() => Value;
}

public enum TrackKind
{
    Quantity,
    State,
    Blame,
    Plan,
}

public enum ChangeKind
{
    /// <summary>The later answer is narrower and agrees.</summary>
    Refine,

    /// <summary>A later answer replaces an earlier one: the world moved on, or a better estimate.</summary>
    Update,

    /// <summary>Two sources give answers for the same time that exclude each other, and neither withdraws.</summary>
    Contradiction,

    /// <summary>A party rejects what is claimed of it.</summary>
    Denial,

    /// <summary>A source takes back what it itself said.</summary>
    Correction,

    /// <summary>What was only alleged or estimated is confirmed by the party concerned.</summary>
    Confirmation,
}

/// <summary>One claim in a track: the exact words, who holds them, and the four clocks.</summary>
/// <param name="Quote">The words of <paramref name="Span"/>, verbatim.</param>
/// <param name="Holder">Who says it: a canonical name, or "outlet".</param>
/// <param name="Value">The answer in a short canonical form: ">10000", "absent", "confirmed".</param>
/// <param name="Time">When the event is that the claim speaks of.</param>
/// <param name="Statement">The statement it was taken from.</param>
/// <param name="Origin">The root that it rests on.</param>
public sealed record Entry(
    ArticleId Article,
    TextSpan Span,
    string Quote,
    string Holder,
    string Value,
    UncertainDate Time,
    UncertainDate? Said,
    UncertainDate Published,
    StatementId? Statement,
    OriginId? Origin);

/// <summary>A typed step in a track.</summary>
/// <param name="Before">Index into <see cref="Track.Entries"/>.</param>
/// <param name="After">Index into <see cref="Track.Entries"/>.</param>
/// <param name="At">The day of the change.</param>
/// <param name="Reason">One sentence that names both quotes.</param>
public sealed record Change(ChangeKind Kind, int Before, int After, DateOnly? At, string Reason);

/// <summary>The claims of a story that answer one question, over time.</summary>
/// <param name="AtLeast">The smallest number of independent origins that the captured pages allow.</param>
/// <param name="AtMost">The greatest number of independent origins, as far as the captured pages show.</param>
/// <param name="Entries">By event time, then said, then published.</param>
public sealed record Track(
    TrackId Id,
    StoryId Story,
    string Question,
    TrackKind Kind,
    int AtLeast,
    int AtMost,
    ImmutableArray<Entry> Entries,
    ImmutableArray<Change> Changes)
{
    /// <summary>The track cut down to some of its entries, with the changes between them, its origins counted anew.</summary>
    public Track Only(Func<Entry, bool> keep)
    {
        var kept = Enumerable.Range(0, Entries.Length).Where(i => keep(Entries[i])).ToList();
        if (kept.Count == Entries.Length) return this;
        var place = kept.Select((old, now) => (old, now)).ToDictionary(p => p.old, p => p.now);
        ImmutableArray<Entry> entries = [.. kept.Select(i => Entries[i])];
        var (atLeast, atMost) = Roots.Count(entries);
        return this with
        {
            AtLeast = atLeast,
            AtMost = atMost,
            Entries = entries,
            Changes = [.. Changes.Where(c => place.ContainsKey(c.Before) && place.ContainsKey(c.After)).Select(c => c with { Before = place[c.Before], After = place[c.After] })],
        };
    }
}
