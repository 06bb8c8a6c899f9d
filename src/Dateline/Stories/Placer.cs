using System.Collections.Immutable;

namespace Dateline.Stories;

/// <summary>Puts each article into a story, one pass in stream order.</summary>
internal static class Placer
{
    public static (ImmutableArray<Story> Stories, ImmutableArray<Placement> Placements) Place(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Copy> copies) => ([], []);

    /// <summary>Titles, order and first and last dates once the articles' dates are known.</summary>
    public static ImmutableArray<Story> Describe(ImmutableArray<Story> stories, ImmutableArray<AnnotatedArticle> dated) => stories;
}
