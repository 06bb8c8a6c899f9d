using System.Text.RegularExpressions;

namespace Dateline.Tracing;

/// <summary>The words of a page that credit an agency.</summary>
internal static partial class CreditReader
{
    private const int Before = 24;
    private const int After = 24;

    /// <summary>True where a notice says that the page is somebody else's text.</summary>
    public static bool IsSyndicated(Article article) =>
        article.Blocks.Any(b => b.Role == BlockRole.Notice && b.Span.Length < 2_000 && Syndication().IsMatch(article.Text.AsSpan(b.Span.Start, b.Span.Length)));

    /// <summary>The agency's name where it first stands, with the words about it; null where the page names it only in its metadata.</summary>
    public static string? Find(Article article, string agency)
    {
        foreach (var block in article.Blocks.OrderBy(b => b.Role == BlockRole.Notice ? 0 : b.IsStory ? 1 : 2).ThenBy(b => b.Span.Start))
        {
            if (block.Role is BlockRole.Related or BlockRole.OtherStory or BlockRole.Boilerplate) continue;
            var at = article.Text.IndexOf(agency, block.Span.Start, block.Span.Length, StringComparison.Ordinal);
            if (at < 0) continue;
            int start = Math.Max(block.Span.Start, at - Before), end = Math.Min(block.Span.End, at + agency.Length + After);
            while (start > block.Span.Start && !char.IsWhiteSpace(article.Text[start - 1])) start++;
            while (end < block.Span.End && end > at + agency.Length && !char.IsWhiteSpace(article.Text[end])) end--;
            return article.Text[Math.Min(start, at)..end];
        }

        return null;
    }

    [GeneratedRegex(@"\b(?:syndicat\w+|not been edited|auto-generated from|wire (?:feed|service)|agency feed|inputs? from|republished|first (?:published|appeared))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Syndication();
}
