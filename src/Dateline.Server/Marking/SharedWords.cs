using System.Collections.Immutable;

namespace Dateline.Server.Marking;

/// <summary>Words that an article shares with others, by the root that they rest on.</summary>
/// <param name="Hue">1 to 7, and 8 for all further ones.</param>
public sealed record SharedWords(string Root, int Hue, ImmutableArray<TextSpan> Spans, ImmutableArray<ArticleId> With)
{
    /// <summary>Those first that are least like the colours of the other marks.</summary>
    private static readonly ImmutableArray<int> Hues = [7, 6, 3, 5, 2, 4, 1];

    /// <summary>One for each root, the one with most words first.</summary>
    public static ImmutableArray<SharedWords> Of(LedgerIndex index, ArticleId article)
    {
        ArgumentNullException.ThrowIfNull(index);
        return
        [
            .. index.CopiesOf(article).Select(c => (Other: c.A == article ? c.B : c.A, Spans: c.Passages.Select(p => c.A == article ? p.A : p.B)))
                .GroupBy(c => RootOf(index, article, c.Other), StringComparer.Ordinal)
                .Select(g => (Root: g.Key, Spans: Joined(g.SelectMany(c => c.Spans)), With: g.Select(c => c.Other).Distinct().ToImmutableArray()))
                .OrderByDescending(s => s.Spans.Sum(p => p.Length)).ThenBy(s => s.Root, StringComparer.Ordinal)
                .Select((s, i) => new SharedWords(s.Root, i < Hues.Length ? Hues[i] : HolderHues.Other, s.Spans, s.With)),
        ];
    }

    private static string RootOf(LedgerIndex index, ArticleId article, ArticleId other) =>
        index.OriginsOf(article).Intersect(index.OriginsOf(other)).FirstOrDefault()?.Name ?? index.OutletOf(other);

    private static ImmutableArray<TextSpan> Joined(IEnumerable<TextSpan> spans)
    {
        var joined = new List<TextSpan>();
        foreach (var span in spans.Order())
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End) joined[^1] = joined[^1].Cover(span);
            else joined.Add(span);
        }

        return [.. joined];
    }
}
