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
    /// <summary>The stories that were merged into others.</summary>
    public ImmutableArray<Redirect> Redirects { get; init; } = [];

    /// <summary>What people decided, the whole log.</summary>
    public ImmutableArray<Decision> Decisions { get; init; } = [];

    public IEnumerable<Statement> Statements => Articles.SelectMany(a => a.Annotations.Statements).Where(s => s.IsSaying);

    /// <summary>One story with everything that lies within it; empty where there is no such story. An origin keeps only its articles of the story.</summary>
    public Ledger Only(StoryId story)
    {
        var kept = Stories.Where(s => s.Id == story).ToImmutableArray();
        var inside = kept.SelectMany(s => s.Articles).ToHashSet();
        return new Ledger(
            Stamp,
            [.. Articles.Where(a => inside.Contains(a.Article.Id))],
            kept,
            [.. Placements.Where(p => inside.Contains(p.Article))],
            [.. Copies.Where(c => inside.Contains(c.A) && inside.Contains(c.B))],
            [.. Origins.Select(o => o with { Articles = [.. o.Articles.Where(inside.Contains)] }).Where(o => o.Articles.Length > 0)],
            [.. Tracks.Where(t => t.Story == story)])
        {
            Redirects = [.. Redirects.Where(r => r.To == story)],
            Decisions = About(Decisions, inside),
        };
    }

    /// <summary>Of a log of decisions those that name one of the ledger's articles, and those that took these back.</summary>
    public ImmutableArray<Decision> About(ImmutableArray<Decision> log) => About(log, [.. Articles.Select(a => a.Article.Id)]);

    private static ImmutableArray<Decision> About(ImmutableArray<Decision> log, HashSet<ArticleId> articles)
    {
        var about = log.Where(d => d.Ruling.Articles().Any(articles.Contains)).Select(d => d.Number).ToHashSet();
        foreach (var decision in log)
            if (decision.Ruling is Ruling.Undo undo && about.Contains(undo.Number)) about.Add(decision.Number);
        return [.. log.Where(d => about.Contains(d.Number))];
    }
}
