using System.Collections.Immutable;

namespace Dateline.Storage;

/// <summary>How much of an article stands on pages of others too, and on whose word that rests; as far as the captured pages show.</summary>
/// <param name="Characters">Of the story's own words but the headline.</param>
/// <param name="From">The roots of the words that are not the outlet's own, the largest share first; no character counts twice.</param>
public sealed record CarriedWords(int Characters, ImmutableArray<(string Origin, int Characters)> From)
{
    public int Carried => From.Sum(f => f.Characters);

    /// <param name="copies">Those that the article takes part in.</param>
    /// <param name="originsOf">The roots that an article rests on.</param>
    /// <param name="nameOf">The outlet of an article, or what stands for it.</param>
    public static CarriedWords Of(Article article, IEnumerable<Copy> copies, Func<ArticleId, IEnumerable<Origin>> originsOf, Func<ArticleId, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(copies);
        ArgumentNullException.ThrowIfNull(originsOf);
        ArgumentNullException.ThrowIfNull(nameOf);
        var own = nameOf(article.Id);
        var counted = new bool[article.Text.Length];
        foreach (var block in article.Blocks.Where(b => b.IsStory && b.Role != BlockRole.Headline)) Array.Fill(counted, true, block.Span.Start, block.Span.Length);
        var characters = counted.Count(c => c);
        var roots = copies.Select(c => (Root: RootOf(c), Spans: c.Passages.Select(p => c.A == article.Id ? p.A : p.B))).Where(c => c.Root is not null && !string.Equals(c.Root, own, StringComparison.OrdinalIgnoreCase))
            .GroupBy(c => c.Root!, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Sum(c => c.Spans.Sum(s => s.Length))).ThenBy(g => g.Key, StringComparer.Ordinal);
        var from = ImmutableArray.CreateBuilder<(string, int)>();
        foreach (var root in roots)
        {
            var taken = 0;
            foreach (var span in root.SelectMany(c => c.Spans))
            {
                for (var at = Math.Max(0, span.Start); at < Math.Min(span.End, counted.Length); at++)
                {
                    if (!counted[at]) continue;
                    (counted[at], taken) = (false, taken + 1);
                }
            }

            if (taken > 0) from.Add((root.Key, taken));
        }

        return new CarriedWords(characters, from.ToImmutable());

        // words of one agency are carried on both sides; else the copy says who carries whom
        string? RootOf(Copy copy)
        {
            var other = copy.A == article.Id ? copy.B : copy.A;
            return originsOf(article.Id).Intersect(originsOf(other)).FirstOrDefault()?.Name ?? (copy.B == article.Id ? nameOf(other) : null);
        }
    }
}
