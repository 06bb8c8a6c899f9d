using System.Collections.Immutable;

namespace Dateline.Storage;

/// <summary>Which changes. Null: not asked for.</summary>
public sealed record ChangeQuery(StoryId? Story = null, TrackId? Track = null, int Skip = 0, int Take = ChangeQuery.Most)
{
    /// <summary>More are not given at once.</summary>
    public const int Most = 100;
}

/// <summary>One side of a change: exact words and whose they are.</summary>
/// <param name="Published">When the page was out.</param>
public sealed record ChangeSide(ArticleId Article, CaptureId Capture, TextSpan Span, string Quote, string Holder, string Value, UncertainDate Published);

/// <summary>A change with the question that it belongs to and the words of both its sides.</summary>
public sealed record ListedChange(StoryId Story, TrackId Track, string Question, ChangeKind Kind, DateOnly? At, string Reason, ChangeSide Before, ChangeSide After);

/// <summary>A page of a list of changes, the newest first; those without a day last.</summary>
/// <param name="Total">How many there are in all.</param>
public sealed record ChangeList(int Total, ImmutableArray<ListedChange> Changes);
