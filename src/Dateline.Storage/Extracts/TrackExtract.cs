using System.Collections.Immutable;

namespace Dateline.Storage.Extracts;

/// <summary>Which part of a question a page shows; pages from 1.</summary>
public sealed record TrackExtractQuery(Clock? Clock = null, int Page = 1, int Changes = 1)
{
    public const int EntriesShown = 100;
    public const int ChangesShown = 25;
}

/// <summary>What a page shows of a question.</summary>
/// <param name="Ledger">The question's story, without its list of articles, and the articles that are quoted, with those statements alone that are.</param>
/// <param name="Drawn">For the picture: all answers where they are few, else some evenly.</param>
/// <param name="Rows">One page of the answers in the order of the clock, with the changes that end in them; answers that these begin with follow behind <paramref name="Shown"/>.</param>
/// <param name="Shown">The answers of the page, as places in <paramref name="Rows"/>.</param>
/// <param name="Changes">One page of the changes, those of the last answers first, each with a question that has its two answers alone.</param>
/// <param name="Holders">Who holds most answers of the story.</param>
public sealed record TrackExtract(Ledger Ledger, ExtractedTrack Drawn, Track Rows, ImmutableArray<int> Shown, ImmutableArray<(Track Track, Change Change)> Changes, ImmutableArray<string> Holders)
{
    public Story Story => Ledger.Stories[0];

    /// <inheritdoc cref="StoryExtract.Sources"/>
    public required SourceNames Sources { get; init; }

    /// <summary>Where the answers that are given stand in their questions; found by reference.</summary>
    public required IReadOnlyDictionary<Entry, int> Places { get; init; }

    /// <inheritdoc cref="StoryExtract.Captured"/>
    public IReadOnlyDictionary<CaptureId, DateTimeOffset>? Captured { get; init; }
}
