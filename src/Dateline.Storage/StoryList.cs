using System.Collections.Immutable;

namespace Dateline.Storage;

/// <summary>In which order stories are listed.</summary>
public enum StorySort
{
    /// <summary>By the last page, the newest first.</summary>
    Latest,

    /// <summary>By the first page, the newest first.</summary>
    First,
    Articles,
    Origins,
    Changes,
    Title,
}

/// <summary>Which stories, in which order, which page of them. Null: not asked for.</summary>
/// <param name="Text">Words that must all stand in the titles of its articles or in its questions.</param>
/// <param name="Entity">A canonical name that its articles name.</param>
/// <param name="From">Stories with pages on that day or later.</param>
/// <param name="To">Stories with pages on that day or earlier.</param>
public sealed record StoryQuery(string? Text = null, string? Entity = null, string? Outlet = null, DateOnly? From = null, DateOnly? To = null, StorySort Sort = StorySort.Latest, int Skip = 0, int Take = StoryQuery.Most)
{
    /// <summary>More are not given at once.</summary>
    public const int Most = 100;
}

/// <summary>The newest change of a story.</summary>
/// <param name="Before">The answer before, canonical.</param>
public sealed record LatestChange(TrackId Track, string Question, ChangeKind Kind, string Before, string After, DateOnly? At);

/// <summary>What a list shows of a story.</summary>
/// <param name="Outlets">Distinct outlets; articles whose outlet is unknown are left out.</param>
/// <param name="Origins">The roots on which its articles rest at least.</param>
/// <param name="Days">Pages on each day, as far as they are dated to the day.</param>
/// <param name="Entities">The names that most of its articles name.</param>
public sealed record ListedStory(
    StoryId Id, string Title, UncertainDate First, UncertainDate Last, int Articles, int Outlets, int Origins, int Changes, LatestChange? Latest, ImmutableArray<(DateOnly Day, int Pages)> Days, ImmutableArray<string> Entities);

/// <summary>A page of a list of stories.</summary>
/// <param name="Total">How many the query has in all.</param>
public sealed record StoryList(int Total, ImmutableArray<ListedStory> Stories);
