using System.Collections.Immutable;

namespace Dateline.Storage;

/// <summary>Which changes. Null: not asked for.</summary>
public sealed record ChangeQuery(StoryId? Story = null, TrackId? Track = null, int Skip = 0, int Take = ChangeQuery.Most)
{
    /// <summary>More are not given at once.</summary>
    public const int Most = 100;

    public ChangeKind? Kind { get; init; }

    /// <summary>Where one of its sides is printed.</summary>
    public string? Outlet { get; init; }

    /// <summary>Who holds one of its sides, by id.</summary>
    public string? Source { get; init; }

    /// <summary>True: both sides are the source's, or, where an outlet alone is asked for, that outlet's own voice: somebody's own word turned. False: they are of two.</summary>
    public bool? Own { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>By whom changes are marked as seen; null: by nobody.</summary>
    public string? Reader { get; init; }

    /// <summary>True: only what the reader has not marked as seen.</summary>
    public bool Unseen { get; init; }

    /// <summary>True: with the other places of the same answer.</summary>
    public bool WithPlaces { get; init; }
}

/// <summary>One side of a change: exact words and whose they are.</summary>
/// <param name="Points">Where the words stand, in code points of the article's text.</param>
/// <param name="Published">When the page was out.</param>
public sealed record ChangeSide(ArticleId Article, CaptureId Capture, TextSpan Span, TextSpan Points, string Quote, string Holder, string? Source, string Value, string? Outlet, UncertainDate Published)
{
    public const int MostPlaces = 8;

    /// <summary>Where else the same holder gives the same answer.</summary>
    public ImmutableArray<SidePlace> Also { get; init; } = [];
}

/// <summary>Another place of an answer.</summary>
/// <param name="Points">Where the words stand, in code points of the article's text.</param>
/// <param name="Outlet">What stands for it where it is not known: the page.</param>
public sealed record SidePlace(ArticleId Article, TextSpan Points, string Outlet);

/// <summary>A change with the question that it belongs to and the words of both its sides.</summary>
/// <param name="Id">The same from one fold to the next, while kind and words stay.</param>
public sealed record ListedChange(string Id, StoryId Story, string Title, TrackId Track, string Question, ChangeKind Kind, DateOnly? At, string Reason, ChangeSide Before, ChangeSide After)
{
    /// <summary>True where the reader has marked it as seen.</summary>
    public bool Seen { get; init; }
}

/// <summary>A page of a list of changes, the newest first; those without a day last.</summary>
/// <param name="Total">How many there are in all.</param>
public sealed record ChangeList(int Total, ImmutableArray<ListedChange> Changes);
