using System.Collections.Immutable;

namespace Dateline.Storage;

/// <summary>What stands beside an article.</summary>
/// <param name="SamePage">All articles of its capture in page order, itself among them: the entries of a live page, the stories of a round-up.</param>
/// <param name="Captures">Other captures of the page at the same address, in the order in which they came.</param>
public sealed record Neighbours(ImmutableArray<Neighbour> SamePage, ImmutableArray<Neighbour> Captures)
{
    /// <summary>More are not given.</summary>
    public const int Most = 300;

    public static Neighbours None { get; } = new([], []);
}

/// <summary>An article by its title.</summary>
/// <param name="CapturedAt">Null where it is not known.</param>
public sealed record Neighbour(ArticleId Article, string Title, DateTimeOffset? CapturedAt);
