using System.Collections.Immutable;

namespace Dateline;

/// <summary>Kind of a time expression, as TIMEX3 has them.</summary>
public enum TimexType
{
    Date,
    Time,
    Duration,
    Set,
}

/// <summary>A time expression, normalised.</summary>
/// <param name="Value">The TIMEX3 value: "2025-02-04", "2025-W06", "P3W", "XXXX-WXX-2", "PAST_REF".</param>
/// <param name="When">The interval it names; null for sets, and for durations but those that count an event's day from the date beside them ("on Thursday, two days after the raid": the day of the raid).</param>
/// <param name="Other">The second reading, where the words allow two: "on Friday" without a tense, "03/04/2024"; null where they allow one. The first is the likelier.</param>
public sealed record Timex(TextSpan Span, TimexType Type, string Value, UncertainDate? When, string Rule, OtherReading? Other = null);

/// <summary>The less likely reading of a time expression that allows two.</summary>
/// <param name="Value">Its TIMEX3 value.</param>
public sealed record OtherReading(string Value, UncertainDate When);

/// <summary>What a name names.</summary>
public enum EntityKind
{
    Person,
    Organisation,
    Place,
    Agency,
    Outlet,
    ArmedForce,
    GovernmentBody,
    Demonym,
    Facility,
    Event,
    Other,
}

/// <summary>A name in the text.</summary>
/// <param name="Entity">The canonical name of what it names, resolved within the page and by the lexicons: "Zelensky" -> "Volodymyr Zelensky".</param>
public sealed record Mention(TextSpan Span, EntityKind Kind, string Entity, string Rule);

/// <summary>A sentence. Sentences do not overlap; each lies within one block.</summary>
/// <param name="FirstToken">Index of its first token in <see cref="Annotations.Tokens"/>.</param>
/// <param name="Block">Index of its block in <see cref="Article.Blocks"/>.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int TokenCount, int Block);

/// <summary>A token. Tokens do not overlap; each lies within one sentence.</summary>
/// <param name="Lemma">Lower case, but for names.</param>
/// <param name="Tag">Universal part of speech ("VERB"), or null where no tagger ran.</param>
/// <param name="Head">Index of its syntactic head in <see cref="Annotations.Tokens"/>; -1 for a root or where no parser ran.</param>
/// <param name="Relation">Universal Dependencies relation to the head, or null.</param>
public readonly record struct Token(TextSpan Span, string Lemma, string? Tag = null, int Head = -1, string? Relation = null);

/// <summary>All that was found in one article. Every layer is sorted by its span.</summary>
public sealed record Annotations(
    ArticleId Article,
    ImmutableArray<Sentence> Sentences,
    ImmutableArray<Token> Tokens,
    ImmutableArray<Mention> Mentions,
    ImmutableArray<Timex> Timexes,
    ImmutableArray<Quantity> Quantities,
    ImmutableArray<Statement> Statements)
{
    public IEnumerable<Token> TokensOf(Sentence sentence) => Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Select(i => Tokens[i]);
}

/// <summary>An article with all that was found in it: what the folding stages take.</summary>
public sealed record AnnotatedArticle(Article Article, Annotations Annotations)
{
    /// <summary>The statements of the ledger: without stances.</summary>
    public IEnumerable<Statement> Sayings => Annotations.Statements.Where(s => s.IsSaying);
}
