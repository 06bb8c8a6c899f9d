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

    /// <summary>How stories were regrouped by later pages, in the order in which that was found.</summary>
    public ImmutableArray<StoryMove> Moves { get; init; } = [];

    /// <summary>What people decided, the whole log.</summary>
    public ImmutableArray<Decision> Decisions { get; init; } = [];

    public IEnumerable<Statement> Statements => Articles.SelectMany(a => a.Sayings);

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
            Moves = [.. Moves.Where(m => m.From == story || m.To == story)],
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

    /// <summary>What was there on a day: the articles that were surely out by its end, with what lies among them. Nothing is derived anew: a track keeps its id, and a change stands where both its sides stand.</summary>
    public Ledger AsOf(DateOnly day)
    {
        var articles = Articles.Where(a => a.Article.Published.To is { } to && to <= day).ToImmutableArray();
        var inside = articles.ToDictionary(a => a.Article.Id, a => a.Article.Published);
        return new Ledger(
            Stamp,
            articles,
            [.. Stories.Select(s => s with { Articles = [.. s.Articles.Where(inside.ContainsKey)] }).Where(s => s.Articles.Length > 0)
                .Select(s => s with { First = s.Articles.Select(a => inside[a]).MinBy(p => p.From ?? p.To)!, Last = s.Articles.Select(a => inside[a]).MaxBy(p => p.To)! })],
            [.. Placements.Where(p => inside.ContainsKey(p.Article))],
            [.. Copies.Where(c => inside.ContainsKey(c.A) && inside.ContainsKey(c.B))],
            [.. Origins.Select(o => o with { Articles = [.. o.Articles.Where(inside.ContainsKey)] }).Where(o => o.Articles.Length > 0)],
            [.. Tracks.Select(t => t.Only(e => inside.ContainsKey(e.Article))).Where(t => t.Entries.Select(e => e.Article).Distinct().Count() > 1)])
        {
            Redirects = Redirects,
            Decisions = Decisions,
        };
    }
}
