using System.Collections.Immutable;

namespace Dateline;

/// <summary>The whole record of a collection: articles, stories, statements, copies, origins, tracks.</summary>
/// <param name="Stamp">Pipeline version and rules' hash that made it.</param>
/// <param name="Articles">In the order in which they came.</param>
/// <param name="Tracks">The most salient first, within each story.</param>
public sealed record Ledger(
    string Stamp,
    ImmutableArray<AnnotatedArticle> Articles,
    ImmutableArray<Story> Stories,
    ImmutableArray<Placement> Placements,
    ImmutableArray<Copy> Copies,
    ImmutableArray<Origin> Origins,
    ImmutableArray<Track> Tracks)
{
    public IEnumerable<Statement> Statements => Articles.SelectMany(a => a.Annotations.Statements);
}
