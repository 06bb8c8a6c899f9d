using System.Collections.Immutable;
using Dateline.Exchange;

namespace Dateline.Server.Marking;

/// <summary>All marks of one article, sorted so that a container precedes its parts, with the anchors of the spans that pages link to.</summary>
public sealed class ArticleMarks
{
    private readonly ImmutableArray<Mark> marks;
    private readonly CodePoints points;

    public ArticleMarks(AnnotatedArticle annotated, IEnumerable<Cited> cited)
    {
        ArgumentNullException.ThrowIfNull(annotated);
        var (article, notes) = annotated;
        points = new CodePoints(article.Text);
        var said = notes.Statements.Where(s => !s.OutletVoice).SelectMany(s =>
            s.Content.Select(c => new Mark(c, MarkKind.Said, s.Source.Entity ?? s.Source.Text))
                .Concat(s.Source.Spans.Select(c => new Mark(c, MarkKind.Source)))
                .Concat(s.Cue.Select(c => new Mark(c, MarkKind.Cue))));
        var claims = cited.Select(c => new Mark(c.Entry.Span, MarkKind.Claim, $"{c.Track.Question} {Wording.Value(c.Entry.Value)}"));
        var dates = notes.Timexes.Select(t => new Mark(t.Span, MarkKind.Date, t.When is { IsKnown: true } when ? $"{Wording.Of(when)}: {when.Reason}" : t.Value, t.Value));
        var amounts = notes.Quantities.Select(q => new Mark(q.Span, MarkKind.Quantity, $"{Wording.Value(q.Amount.Canonical)} {(q.Head.Length > 0 ? q.Head : q.Unit)}", q.Amount.Canonical));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        marks = [.. claims.Concat(said).Concat(dates).Concat(amounts)
            .Where(m => !m.Span.IsEmpty && m.Span.End <= article.Text.Length)
            .DistinctBy(m => (m.Span, m.Kind)).OrderBy(m => m.Span).ThenBy(m => m.Kind)
            .Select(m => m.Kind is MarkKind.Claim or MarkKind.Said && taken.Add(AnchorOf(m.Span)) ? m with { Anchor = AnchorOf(m.Span) } : m)];
    }

    public string AnchorOf(TextSpan span) => Anchor.Of(points, span);

    /// <summary>The marks that touch the span, cut to it. The anchor of a mark that begins before the span stays where it begins.</summary>
    public IEnumerable<Mark> Within(TextSpan span) => marks.Where(m => m.Span.Overlaps(span)).Select(m => span.Contains(m.Span) ? m : m with
    {
        Span = new TextSpan(Math.Max(m.Span.Start, span.Start), Math.Min(m.Span.End, span.End)),
        Anchor = m.Span.Start < span.Start ? null : m.Anchor,
    });
}
