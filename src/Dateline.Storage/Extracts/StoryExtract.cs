using System.Collections.Immutable;

namespace Dateline.Storage.Extracts;

/// <summary>Which part of a story a page shows: as of which day, by which clock, and which page of each of its lists, from 1.</summary>
public sealed record StoryExtractQuery(DateOnly? AsOf = null, Clock? Clock = null, int Changes = 1, int Tracks = 1, int Voices = 1, int Articles = 1)
{
    public const int ChangesShown = 15;
    public const int TracksShown = 60;
    public const int VoicesShown = 20;
    public const int ArticlesShown = 30;
    public const int SayingsShown = 5;
    public const int PlacesShown = 4;
    public const int CopiesShown = 3;
    public const int OriginsShown = 15;
    public const int DaysShown = 12;

    /// <summary>Of more, those with most statements.</summary>
    public const int FlowsShown = 400;

    /// <summary>Characters of an origin's reason.</summary>
    public const int ReasonShown = 400;
}

/// <summary>What a page shows of a story: as much as it shows, however long the story is.</summary>
/// <param name="Ledger">The story with the articles of its list, and whatever is quoted: articles come with those statements alone that are shown, questions with the answers that are, origins with their reasons cut.</param>
/// <param name="Changes">The newest first, each with a question that has its two answers alone.</param>
/// <param name="Holders">Who holds most answers, whatever the day.</param>
public sealed record StoryExtract(
    Ledger Ledger, StoryCounts Counts, ImmutableArray<(Track Track, Change Change)> Changes, ImmutableArray<ExtractedTrack> Tracks, ImmutableArray<ExtractedDay> Days, ImmutableArray<ExtractedVoice> Voices, ImmutableArray<ExtractedFlow> Flows,
    ImmutableArray<string> Holders)
{
    public Story Story => Ledger.Stories[0];

    /// <summary>The articles of each origin of the ledger, in the whole story.</summary>
    public IReadOnlyDictionary<OriginId, int> Resting { get; init; } = new Dictionary<OriginId, int>();

    /// <summary>Who is who among the sources that are shown.</summary>
    public required SourceNames Sources { get; init; }

    /// <summary>Where the answers that are given stand in their questions; found by reference.</summary>
    public required IReadOnlyDictionary<Entry, int> Places { get; init; }

    /// <summary>When the captures of its articles were got, where that clock is asked for.</summary>
    public IReadOnlyDictionary<CaptureId, DateTimeOffset>? Captured { get; init; }
}

/// <summary>How much there is in all.</summary>
/// <param name="Origins">The roots on which the articles rest at least.</param>
/// <param name="NamedOrigins">Those of them that are an origin with a name.</param>
/// <param name="Days">Days on which pages came out, whatever the day that was asked for.</param>
/// <param name="Later">Pages left out: published after the day.</param>
/// <param name="Undated">Pages left out: not surely published by the day.</param>
public sealed record StoryCounts(int Articles, int Outlets, int Origins, int NamedOrigins, int Changes, int Tracks, int Voices, ImmutableArray<DateOnly> Days, int Later, int Undated);

/// <summary>A question with as many of its answers as are shown.</summary>
/// <param name="Track">All its answers where they are few; else some evenly, those of the last changes, and the first; none where it is only named.</param>
/// <param name="Steps">The values in order, each once until it changes; of many the first three and the last two, with an empty one between.</param>
public sealed record ExtractedTrack(Track Track, int Entries, int Pages, int Holders, int Changes, ImmutableArray<string> Steps)
{
    /// <summary>Of more answers than this only some are taken.</summary>
    public const int MostEntries = 240;

    /// <summary>So many of the first answers are always among them.</summary>
    public const int FirstEntries = 10;

    /// <summary>So many questions are drawn at most, and so many marks in all their pictures.</summary>
    public const int MostDrawn = 8;
    public const int MostMarks = 90;
    public const int MostMarksEach = 48;
}

/// <summary>A day of which the pages speak, with the sentence of one of them.</summary>
public sealed record ExtractedDay(DateOnly Day, int Articles, ArticleId Article, TextSpan Sentence, TextSpan Date);

/// <summary>A source with its first wordings, each with some of the places that carry it.</summary>
public sealed record ExtractedVoice(string Name, int Wordings, ImmutableArray<ImmutableArray<Statement>> Sayings);

/// <summary>Statements that reached an outlet from a root.</summary>
public sealed record ExtractedFlow(string Root, string? Through, string Outlet, int Statements);
