namespace Dateline;

public enum StoryMoveKind
{
    /// <summary>A story was found to be part of another: its id leads there from now on.</summary>
    Merge,

    /// <summary>Pages of a story were found to be another's; both stand.</summary>
    Split,
}

/// <summary>Stories regrouped by what a later page showed.</summary>
/// <param name="By">The page that came when it was found.</param>
public sealed record StoryMove(StoryMoveKind Kind, StoryId From, StoryId To, ArticleId By, string Why);
