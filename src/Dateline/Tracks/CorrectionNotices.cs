using System.Collections.Immutable;
using Dateline.Annotation;

namespace Dateline.Tracks;

/// <summary>What a page's correction notice takes back: "An earlier version of this article said 46 people were killed."</summary>
internal static class CorrectionNotices
{
    private static readonly ImmutableArray<string> Signs = ["earlier version", "previous version", "original version", "originally", "incorrectly", "misstated", "wrongly", "mistakenly", "erroneously", "in error", "earlier said", "misidentified"];

    /// <summary>The claims of the notices, each marked as retracted, its spans in the article's own text.</summary>
    public static ImmutableArray<Claim> Retracted(AnnotatedArticle article)
    {
        var found = ImmutableArray.CreateBuilder<Claim>();
        foreach (var block in article.Article.Blocks)
        {
            if (block.Role != BlockRole.Notice || !Takes(block.Span.Slice(article.Article.Text))) continue;
            var notice = article.Article with { Blocks = [block with { Role = BlockRole.Body }] };
            var read = new AnnotatedArticle(notice, Annotator.Annotate(notice));
            var sentences = read.Annotations.Sentences.Where(s => Takes(s.Span.Slice(notice.Text))).Select(s => s.Span).ToList();
            foreach (var claim in ClaimFinder.Find(read))
                if (sentences.Exists(s => s.Contains(claim.Quote))) found.Add(claim with { In = article, Holder = "outlet", Time = article.Article.Published, Background = true, Order = -1, Retracted = true });
        }

        return found.ToImmutable();
    }

    private static bool Takes(string words) => Signs.Any(s => words.Contains(s, StringComparison.OrdinalIgnoreCase));
}
