namespace Dateline.Tracing;

/// <summary>The words of a page that credit an agency.</summary>
internal static class CreditReader
{
    private const int Before = 24;
    private const int After = 24;

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
}
