using System.Collections.Immutable;

namespace Dateline.Tracing;

/// <summary>Which articles share text, and on whose word each rests.</summary>
internal static class Tracer
{
    public static ImmutableArray<Copy> FindCopies(ImmutableArray<AnnotatedArticle> history) => CopyFinder.Find(history.Select(h => h.Article));

    public static ImmutableArray<Origin> FindOrigins(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Story> stories, ImmutableArray<Copy> copies) => OriginFinder.Find(history, stories, copies);
}
