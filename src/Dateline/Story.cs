using System.Collections.Immutable;

namespace Dateline;

/// <summary>A running number in order of creation, never used again: "story-1".</summary>
public readonly record struct StoryId(int Value)
{
    public override string ToString() => $"story-{Value}";
}

/// <summary>The articles on one developing event.</summary>
/// <param name="Articles">By publication, then as they came.</param>
/// <param name="First">The earliest publication date.</param>
public sealed record Story(StoryId Id, string Title, ImmutableArray<ArticleId> Articles, UncertainDate First, UncertainDate Last);

/// <summary>The story in which an article was put when it came, and why.</summary>
public sealed record Placement(ArticleId Article, StoryId Story, double Score, string Why);
