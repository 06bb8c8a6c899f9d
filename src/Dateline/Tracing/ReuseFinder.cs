using System.Collections.Immutable;

namespace Dateline.Tracing;

/// <summary>From copies between pairs to one answer an article: from whom it carries text, which text, and whose report it is.</summary>
internal static class ReuseFinder
{
    /// <summary>Of two that share nearly as much with an article, the earlier is its source.</summary>
    private const double NearlyAsMuch = 0.85;

    /// <summary>Unshared characters between two shared passages of a near-copy that are taken as edits.</summary>
    private const int EditedGap = 80;

    public static IEnumerable<Reuse> Find(IReadOnlyList<Article> articles, ImmutableArray<Copy> copies)
    {
        var byId = articles.ToDictionary(a => a.Id);
        var received = copies.ToLookup(c => c.B);
        var sources = articles.ToDictionary(a => a.Id, a => Source([.. received[a.Id]], byId));
        foreach (var article in articles)
        {
            var source = sources[article.Id];
            yield return new Reuse(article, source?.Kind, source?.A, source is null ? [] : Merge(source.Passages.Select(p => p.B), source.Kind), Root(article.Id, sources));
        }
    }

    private static Copy? Source(ImmutableArray<Copy> received, Dictionary<ArticleId, Article> articles)
    {
        if (received.IsEmpty) return null;
        var most = received.Max(Length);
        return received.Where(c => Length(c) >= NearlyAsMuch * most)
            .OrderBy(c => articles[c.A].Published.From ?? DateOnly.MaxValue).ThenBy(c => articles[c.A].Published.Moment ?? DateTimeOffset.MaxValue).ThenByDescending(Length).ThenBy(c => c.A.Value, StringComparer.Ordinal).First();
    }

    private static int Length(Copy copy) => copy.Passages.Sum(p => p.B.Length);

    /// <summary>A near-copy is its source's report; anything else is its own.</summary>
    private static ArticleId Root(ArticleId id, Dictionary<ArticleId, Copy?> sources)
    {
        var seen = new HashSet<ArticleId>();
        while (seen.Add(id) && sources[id] is { Kind: CopyKind.NearCopy } copy) id = copy.A;
        return id;
    }

    private static ImmutableArray<TextSpan> Merge(IEnumerable<TextSpan> spans, CopyKind kind)
    {
        var merged = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans.Order())
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End + (kind == CopyKind.NearCopy ? EditedGap : 2)) merged[^1] = merged[^1].Cover(span);
            else merged.Add(span);
        }

        return merged.ToImmutable();
    }
}
