namespace Dateline.Server.Marking;

/// <summary>What a mark in a text stands for.</summary>
public enum MarkKind
{
    /// <summary>From the first to the last word of a statement that a cue interrupts: a place to link to, without a colour.</summary>
    Whole,

    /// <summary>Words that another page has too.</summary>
    Shared,

    /// <summary>The exact words of a claim in a track.</summary>
    Claim,

    /// <summary>What is said in a statement.</summary>
    Said,
    Source,
    Cue,
    Name,
    Date,
    Quantity,
}

/// <summary>A stretch of an article's text to be marked.</summary>
/// <param name="Note">What to show for it: "2026-03-04: 'Wednesday', the day of publication".</param>
/// <param name="Value">The machine's value of a date or a quantity, or null.</param>
/// <param name="Anchor">The id by which quotes link to it; null where another mark of the same span has it.</param>
/// <param name="Told">What a date resolves to, to be shown behind it; or null.</param>
/// <param name="Hue">Colour of shared words.</param>
public sealed record Mark(TextSpan Span, MarkKind Kind, string? Note = null, string? Value = null, string? Anchor = null, string? Told = null, int? Hue = null);

/// <summary>The anchors of quotes. Offsets are code points, as in every export, so that a reader of the JSON can make the same link.</summary>
public static class Anchor
{
    public static string Of(Exchange.CodePoints points, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(points);
        return System.FormattableString.Invariant($"c{points.Of(span.Start)}-{points.Of(span.End)}");
    }
}
