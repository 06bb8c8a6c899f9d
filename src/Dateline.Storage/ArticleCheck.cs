namespace Dateline.Storage;

/// <summary>Checks one article: its offsets against its text, and its two readings against each other.</summary>
internal static class ArticleCheck
{
    public static bool Stands(string text, TextSpan span, string words) =>
        span.End <= text.Length && text.AsSpan(span.Start, span.Length).SequenceEqual(words);

    /// <summary>Blocks in order, one a line, without overlap; every annotation within the text.</summary>
    public static IEnumerable<Difference> Offsets(AnnotatedArticle annotated)
    {
        var (article, notes) = annotated;
        var end = 0;
        foreach (var block in article.Blocks)
        {
            if (block.Span.End > article.Text.Length || block.Span.Start < end || block.Span.Slice(article.Text).Contains('\n', StringComparison.Ordinal))
                yield return new Difference(Codes.VerifyWords, $"{article.Page} (article {article.Id})", $"The block {block.Span} is not one line of the text after the block before it.");
            else if (!string.IsNullOrWhiteSpace(article.Text[end..block.Span.Start]))
                yield return new Difference(Codes.VerifyWords, $"{article.Page} (article {article.Id})", $"The text before the block {block.Span} belongs to no block.");
            end = Math.Max(end, Math.Min(block.Span.End, article.Text.Length));
        }

        if (!string.IsNullOrWhiteSpace(article.Text[end..])) yield return new Difference(Codes.VerifyWords, $"{article.Page} (article {article.Id})", $"The text after {end} belongs to no block.");
        foreach (var (what, span) in Spans(notes))
            if (span.End > article.Text.Length) yield return new Difference(Codes.VerifyWords, $"{article.Page} (article {article.Id})", $"A {what} at {span} lies beyond the text's end at {article.Text.Length}.");
    }

    /// <summary>Null where the two are the same, byte for byte.</summary>
    public static Difference? Difference(AnnotatedArticle held, AnnotatedArticle again)
    {
        if (Payload.Json(held).AsSpan().SequenceEqual(Payload.Json(again))) return null;
        var what = held.Article.Text != again.Article.Text ? "its text"
            : !held.Article.Blocks.SequenceEqual(again.Article.Blocks) ? "its blocks"
            : !Payload.Json(held with { Annotations = again.Annotations }).AsSpan().SequenceEqual(Payload.Json(again)) ? "its title, outlet, dates or other particulars"
            : "its annotations";
        return new Difference(Codes.VerifyArticle, $"{held.Article.Page} (article {held.Article.Id})", $"Reading the capture again gives other results: {what}.");
    }

    private static IEnumerable<(string What, TextSpan Span)> Spans(Annotations notes) =>
    [
        .. notes.Sentences.Select(s => ("sentence", s.Span)),
        .. notes.Tokens.Select(t => ("token", t.Span)),
        .. notes.Mentions.Select(m => ("name", m.Span)),
        .. notes.Timexes.Select(t => ("time expression", t.Span)),
        .. notes.Quantities.Select(q => ("quantity", q.Span)),
        .. notes.Statements.SelectMany(s => s.Content.Concat(s.Cue).Concat(s.Source.Spans)).Select(s => ("statement", s)),
    ];
}
