using System.Text;
using Dateline.Reading;

namespace Dateline.Tests.Reading;

/// <summary>What holds of every page, however broken: it gives an article or a coded rejection, loses no visible line, keeps its spans in bounds, and reads the same again.</summary>
/// <remarks>Also compiled into the benchmarks, which run it for longer.</remarks>
internal static class ReadingLaws
{
    /// <returns>What does not hold, or null.</returns>
    public static string? Broken(string page, PageFormat format)
    {
        var bytes = Encoding.UTF8.GetBytes(page);
        var outcome = PageReader.Read(Capture.Of(bytes, format, "page"));
        var again = PageReader.Read(Capture.Of(bytes, format, "page"));
        if (!outcome.TryGet(out var read, out var rejection)) return again.TryGet(out _, out var other) || other != rejection ? "refused and not refused" : rejection.Code.Length == 0 || rejection.Detail.Length == 0 ? "refused without a reason" : null;
        if (read.Articles.IsEmpty) return "neither an article nor a rejection";
        var article = read.Whole;
        if (!again.TryGet(out var repeated, out _) || !Same(article, repeated.Whole) || repeated.Articles.Length != read.Articles.Length || read.Articles.Where((a, i) => !Same(a, repeated.Articles[i])).Any()) return "reads otherwise the second time";
        if (Undivided(read) is { } fault) return fault;
        var clean = CleanText.Of(Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes));
        if (format == PageFormat.Text && article.Text != clean) return "the text is not the page's";
        return Untiled(article) ?? (format == PageFormat.Html ? Lost(article, clean) : null);
    }

    private static bool Same(Article a, Article b) =>
        a.Text == b.Text && a.Blocks.SequenceEqual(b.Blocks) && a.Title == b.Title && a.Outlet == b.Outlet && a.Authors.SequenceEqual(b.Authors) && a.Agencies.SequenceEqual(b.Agencies) && a.Published == b.Published && a.Language == b.Language && a.Remarks.SequenceEqual(b.Remarks);

    /// <summary>Lines of the page that stand in no article or in two, articles that do not tile, ids that do not follow the page's.</summary>
    public static string? Undivided(ReadPage page)
    {
        var left = page.Whole.Blocks.Select(b => b.Span.Slice(page.Whole.Text)).ToList();
        foreach (var (article, n) in page.Articles.Select((a, n) => (a, n)))
        {
            if (article.Id != Article.IdOf(page.Capture.Id, n) || article.Capture != page.Capture.Id) return $"article {n} is called {article.Id}";
            if (Untiled(article) is { } fault) return $"article {n}: {fault}";
            var at = 0;
            foreach (var line in article.Blocks.Select(b => b.Span.Slice(article.Text)))
            {
                at = left.IndexOf(line, Math.Min(at, left.Count)) is var found and >= 0 ? found : left.IndexOf(line);
                if (at < 0) return $"article {n} has a line that the page has not, or another article too: {line}";
                left.RemoveAt(at);
            }
        }

        return left.Count == 0 ? null : $"in no article: {left[0]}";
    }

    /// <summary>Blocks that overlap, leave words out, cross a line's end, or say no reason.</summary>
    private static string? Untiled(Article article)
    {
        var covered = 0;
        foreach (var block in article.Blocks)
        {
            if (block.Span.Start < covered || block.Span.End <= block.Span.Start || block.Span.End > article.Text.Length) return $"block {block.Span} behind {covered} of {article.Text.Length}";
            if (!article.Text.AsSpan(covered, block.Span.Start - covered).IsWhiteSpace()) return "words between blocks";
            if (block.Span.Slice(article.Text).Contains('\n', StringComparison.Ordinal)) return "a block of two lines";
            if (block.Why.Length == 0) return "a block without a reason";
            covered = block.Span.End;
        }

        return article.Text.AsSpan(covered).IsWhiteSpace() ? null : "words behind the last block";
    }

    /// <summary>Visible lines of the page that the article does not have, in order; it may have more, from scripts.</summary>
    private static string? Lost(Article article, string page)
    {
        var blocks = article.Blocks.Select(b => b.Span.Slice(article.Text)).ToList();
        var lines = HtmlLines.Of(HtmlPage.Parse(page));
        var next = 0;
        foreach (var line in lines.Read.Concat(lines.Unread))
        {
            if (next == blocks.Count || blocks[next++] != line.Text) return $"lost: {line.Text}";
        }

        return null;
    }
}
