using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Dateline.Server.Marking;

/// <summary>A block of an article's text with its marks. Marks may nest and cross: a crossing one is closed and opened again, so that the elements always nest.</summary>
public sealed class MarkedText : ComponentBase
{
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    [Parameter, EditorRequired]
    public Block Block { get; set; } = null!;

    [Parameter, EditorRequired]
    public ArticleMarks Marks { get; set; } = null!;

    /// <summary>Put before every anchor, where several articles stand on one page.</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var span = Block.Span;
        var marks = Marks.Within(Block).OrderBy(m => m.Span).ThenBy(m => m.Kind).ToList();
        var bounds = marks.SelectMany(m => new[] { m.Span.Start, m.Span.End }).Append(span.Start).Append(span.End).Distinct().Order().ToList();
        var open = new Stack<Mark>();
        var next = 0;
        for (var i = 0; i < bounds.Count; i++)
        {
            var at = bounds[i];
            var reopen = new Stack<Mark>();
            var ending = open.Count(m => m.Span.End == at);
            while (ending > 0)
            {
                var closed = open.Pop();
                builder.CloseElement();
                if (closed.Span.End == at) ending--;
                else reopen.Push(closed);
            }

            foreach (var mark in reopen) Open(builder, open, mark with { Anchor = null });
            for (; next < marks.Count && marks[next].Span.Start == at; next++) Open(builder, open, marks[next]);
            if (i + 1 < bounds.Count) builder.AddContent(0, Text[at..bounds[i + 1]]);
        }
    }

    private void Open(RenderTreeBuilder builder, Stack<Mark> open, Mark mark)
    {
        builder.OpenElement(0, mark.Kind switch { MarkKind.Whole or MarkKind.Claim or MarkKind.Said => "mark", MarkKind.Quantity => "data", _ => "span" });
        builder.AddAttribute(1, "class", "m-" + Exchange.Json.Name(mark.Kind) + (mark.Hue is { } hue ? string.Create(CultureInfo.InvariantCulture, $" h{hue}") : ""));
        if (mark.Anchor is not null) builder.AddAttribute(2, "id", Prefix + mark.Anchor);
        if (mark.Kind == MarkKind.Quantity) builder.AddAttribute(3, "value", mark.Value);
        if (mark.Told is not null) builder.AddAttribute(5, "data-told", mark.Told);
        if (mark.Note is not null) builder.AddAttribute(4, "title", mark.Note);
        open.Push(mark);
    }
}
