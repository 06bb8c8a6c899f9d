using System.Collections.Immutable;
using Dateline.Tracing;

namespace Dateline;

/// <summary>What one article carries of another's text.</summary>
/// <param name="Kind">Null where it carries none.</param>
/// <param name="Source">From whom: the earliest of those that hold nearly all of it.</param>
/// <param name="Spans">In its own text, sorted, without overlap.</param>
/// <param name="Origin">The article whose report it is: its source's, for a near-copy; else itself.</param>
public sealed record Reuse(Article Article, CopyKind? Kind, ArticleId? Source, ImmutableArray<TextSpan> Spans, ArticleId Origin)
{
    public static IEnumerable<Reuse> Of(IReadOnlyList<Article> articles, ImmutableArray<Copy> copies) => ReuseFinder.Find(articles, copies);
}
