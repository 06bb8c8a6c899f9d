using System.Globalization;
using System.Text;

namespace Dateline.Exchange;

/// <summary>Tables of one story for a spreadsheet, line by line with their ends: RFC 4180, a header line. A cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
public static class StoryCsv
{
    /// <summary>The entries of all tracks, a line each, with the changes that lead to them.</summary>
    /// <param name="articles">Those of the story, in place of the ones that its ledger holds; gone through once, and none is kept.</param>
    public static IEnumerable<string> Entries(Ledger story, IEnumerable<AnnotatedArticle>? articles = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        return EntryLines(story, articles ?? story.Articles);
    }

    /// <summary>Who said what, a line each; the outlets' own voices are left out.</summary>
    /// <param name="articles">As for <see cref="Entries"/>.</param>
    public static IEnumerable<string> Statements(Ledger story, IEnumerable<AnnotatedArticle>? articles = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        return StatementLines(articles ?? story.Articles);
    }

    private static IEnumerable<string> EntryLines(Ledger story, IEnumerable<AnnotatedArticle> articles)
    {
        var pages = articles.ToDictionary(a => a.Article.Id, a => (a.Article.Page, Outlet: a.Article.Outlet?.Value, Points: new CodePoints(a.Article.Text)));
        var origins = story.Origins.ToDictionary(o => o.Id, o => o.Name);
        yield return Row("question", "entry", "value", "holder", "quote", "happened_from", "happened_to", "said", "published_from", "published_to", "outlet", "page", "article", "start", "end", "origin", "origins_at_least", "origins_at_most", "change", "changed_entry", "track");
        foreach (var track in story.Tracks)
        {
            for (var i = 0; i < track.Entries.Length; i++)
            {
                var e = track.Entries[i];
                var changes = track.Changes.Where(c => c.After == i).ToList();
                yield return Row(
                    track.Question, N(i + 1), e.Value, e.Holder, e.Quote, e.Time.FromIso, e.Time.ToIso, e.Said?.ToString(), e.Published.FromIso, e.Published.ToIso, pages[e.Article].Outlet, pages[e.Article].Page, e.Article.Value,
                    N(pages[e.Article].Points.Of(e.Span.Start)), N(pages[e.Article].Points.Of(e.Span.End)), e.Origin is { } origin ? origins.GetValueOrDefault(origin) : null, N(track.AtLeast), N(track.AtMost),
                    string.Join("; ", changes.Select(c => Json.Name(c.Kind))), string.Join("; ", changes.Select(c => N(c.Before + 1))), track.Id.Value);
            }
        }
    }

    private static IEnumerable<string> StatementLines(IEnumerable<AnnotatedArticle> articles)
    {
        yield return Row("source", "source_words", "cue", "content", "manner", "channel", "relay", "said", "hedge", "negated", "published_from", "published_to", "outlet", "page", "article", "start", "end", "statement");
        foreach (var annotated in articles)
        {
            var article = annotated.Article;
            var points = new CodePoints(article.Text);
            foreach (var s in annotated.Sayings.Where(s => !s.OutletVoice && s.Content.Length > 0)) yield return StatementLine(article, points, s);
        }
    }

    private static string StatementLine(Article article, CodePoints points, Statement s)
    {
        var cover = s.ContentCover;
        return Row(
            s.Source.Entity, s.Source.Text, string.Join(' ', s.Cue.Select(c => c.Slice(article.Text))), cover.Slice(article.Text), Json.Name(s.Manner), s.Channel, string.Join(" < ", s.Relay), s.Said?.ToString(), s.Hedge, s.Negated ? "yes" : "no",
            article.Published.FromIso, article.Published.ToIso, article.Outlet?.Value, article.Page, s.Article.Value, N(points.Of(cover.Start)), N(points.Of(cover.End)), s.Id.Value);
    }

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Row(params ReadOnlySpan<string?> cells)
    {
        var text = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Append(',');
            var cell = cells[i] ?? "";
            if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r') cell = "'" + cell;
            if (cell.AsSpan().ContainsAny(",\"\r\n")) text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else text.Append(cell);
        }

        return text.Append("\r\n").ToString();
    }
}
