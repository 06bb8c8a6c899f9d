using System.Collections.Immutable;

namespace Dateline;

/// <summary>An article's id, "-s" and a running number.</summary>
public readonly record struct StatementId(string Value)
{
    public static StatementId Of(ArticleId article, int index) => new($"{article.Value}-s{index + 1}");

    public override string ToString() => Value;
}

public enum Manner
{
    Direct,
    Indirect,

    /// <summary>Reported words with quoted words among them.</summary>
    Mixed,
}

/// <summary>Who says it, in the words of this place.</summary>
/// <param name="Spans">Where the words stand; empty where the source is understood from before.</param>
/// <param name="Text">The words that name the source ("the agency"); empty where there are none.</param>
/// <param name="Entity">The canonical name, pronouns and descriptions resolved within the page; null where unknown.</param>
public sealed record Source(ImmutableArray<TextSpan> Spans, string Text, string? Entity);

/// <summary>An attribution: who said what, how, to whom, when. The outlet's own voice is a statement whose source is the outlet.</summary>
/// <param name="Content">What is said, without cue and outer quotation marks; several spans where a cue interrupts it.</param>
/// <param name="Channel">To whom or where it was said, verbatim: "AFP", "his evening address", "a statement".</param>
/// <param name="Relay">Through whom it reached the page, nearest first: the medium that the page credits, and its own source.</param>
/// <param name="Said">When it was said, where the text dates the saying.</param>
/// <param name="Hedge">The word that weakens it ("reportedly", "appears"), or null.</param>
/// <param name="Rule">The rule that found it.</param>
public sealed record Statement(
    StatementId Id,
    ArticleId Article,
    bool OutletVoice,
    Source Source,
    ImmutableArray<TextSpan> Cue,
    ImmutableArray<TextSpan> Content,
    Manner Manner,
    string? Channel,
    ImmutableArray<string> Relay,
    UncertainDate? Said,
    string? Hedge,
    bool Negated,
    string Rule)
{
    /// <summary>
    /// False for stances: beliefs, plans, attitudes, sayings denied or only possible ("did not say", "may announce"). They are attributions, yet nobody said anything,
    /// so `annotate` shows them and the ledger does not: there those words are the outlet's own voice.
    /// </summary>
    public bool IsSaying => !Rule.StartsWith("stance.", StringComparison.Ordinal);

    /// <summary>From the first to the last word of the content.</summary>
    public TextSpan ContentCover => Content.Aggregate((a, b) => a.Cover(b));
}
