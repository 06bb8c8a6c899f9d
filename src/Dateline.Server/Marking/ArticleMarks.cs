using System.Collections.Immutable;
using Dateline.Exchange;

namespace Dateline.Server.Marking;

/// <summary>All marks of one article, sorted so that a container precedes its parts, with the anchors of the spans that pages link to.</summary>
public sealed class ArticleMarks
{
    private readonly ILookup<int, Mark> byBlock; // by where the block starts
    private readonly ILookup<int, Statement> said;
    private readonly ILookup<int, Cited> cited;
    private readonly CodePoints points;

    public ArticleMarks(AnnotatedArticle annotated, IEnumerable<Cited> citations, IEnumerable<SharedWords>? shared = null)
    {
        ArgumentNullException.ThrowIfNull(annotated);
        var (article, notes) = annotated;
        points = new CodePoints(article.Text);
        int StartOfBlock(int offset) => At(article.Blocks, offset) is var i && i < article.Blocks.Length ? article.Blocks[i].Span.Start : -1;
        said = notes.Statements.Where(s => !s.OutletVoice && s.Content.Length > 0).ToLookup(s => StartOfBlock(s.Content[0].Start));
        cited = citations.ToLookup(c => StartOfBlock(c.Entry.Span.Start));
        var voices = notes.Statements.Where(s => !s.OutletVoice).SelectMany(s =>
            s.Content.Select(c => new Mark(c, MarkKind.Said, s.Source.Entity ?? s.Source.Text))
                .Concat(s.Source.Spans.Select(c => new Mark(c, MarkKind.Source)))
                .Concat(s.Cue.Select(c => new Mark(c, MarkKind.Cue)))
                .Concat(s.Content.Length > 1 ? [new Mark(s.ContentCover, MarkKind.Whole)] : []));
        var claims = cited.SelectMany(c => c).Select(c => new Mark(c.Entry.Span, MarkKind.Claim, $"{c.Track.Question} {Wording.Value(c.Entry.Value)}"));
        var dates = notes.Timexes.Select(t => new Mark(t.Span, MarkKind.Date, t.When is { IsKnown: true } when ? $"{Wording.Of(when)}{(t.Other is { } other ? $", or {Wording.Of(other.When)}" : "")}: {when.Reason}" : t.Value, t.Value, Told: t.When is { IsKnown: true } known ? Wording.Of(known) : null));
        var names = notes.Mentions.Select(m => new Mark(m.Span, MarkKind.Name, $"{m.Entity} ({Exchange.Json.Name(m.Kind)})"));
        var copied = (shared ?? []).SelectMany(s => s.Spans.Select(p => new Mark(p, MarkKind.Shared, $"shared, resting on {s.Root}", Hue: s.Hue)));
        var amounts = notes.Quantities.Select(q => new Mark(q.Span, MarkKind.Quantity, $"{Wording.Value(q.Amount.Canonical)} {(q.Head.Length > 0 ? q.Head : q.Unit)}", q.Amount.Canonical));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        byBlock = copied.Concat(claims).Concat(voices).Concat(names).Concat(dates).Concat(amounts)
            .Where(m => !m.Span.IsEmpty && m.Span.End <= article.Text.Length)
            .DistinctBy(m => (m.Span, m.Kind, m.Hue)).OrderBy(m => m.Span).ThenBy(m => m.Kind)
            .Select(m => m.Kind is MarkKind.Whole or MarkKind.Claim or MarkKind.Said or MarkKind.Date && taken.Add(AnchorOf(m.Span)) ? m with { Anchor = AnchorOf(m.Span) } : m)
            .SelectMany(m => Cut(article.Blocks, m)).ToLookup(p => p.Block, p => p.Mark);
    }

    public string AnchorOf(TextSpan span) => Anchor.Of(points, span);

    /// <summary>The marks that touch the block, cut to it. The anchor of a mark that begins in an earlier block stays there.</summary>
    public IEnumerable<Mark> Within(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return byBlock[block.Span.Start];
    }

    /// <summary>The attributed statements that begin in the block.</summary>
    public IEnumerable<Statement> SaidIn(Block block) => said[(block ?? throw new ArgumentNullException(nameof(block))).Span.Start];

    /// <summary>The answers that begin in the block.</summary>
    public IEnumerable<Cited> CitedIn(Block block) => cited[(block ?? throw new ArgumentNullException(nameof(block))).Span.Start];

    private static IEnumerable<(int Block, Mark Mark)> Cut(ImmutableArray<Block> blocks, Mark mark)
    {
        var anchor = mark.Anchor;
        for (var i = At(blocks, mark.Span.Start); i < blocks.Length && blocks[i].Span.Start < mark.Span.End; i++)
        {
            var span = blocks[i].Span;
            if (!mark.Span.Overlaps(span)) continue;
            yield return (span.Start, span.Contains(mark.Span) ? mark : mark with
            {
                Span = new TextSpan(Math.Max(mark.Span.Start, span.Start), Math.Min(mark.Span.End, span.End)),
                Anchor = anchor,
                Told = mark.Span.End <= span.End ? mark.Told : null,
            });
            anchor = null; // the first piece has it
        }
    }

    /// <summary>Index of the first block that ends after the offset.</summary>
    private static int At(ImmutableArray<Block> blocks, int offset)
    {
        int low = 0, high = blocks.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].Span.End > offset) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
