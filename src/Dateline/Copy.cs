using System.Collections.Immutable;

namespace Dateline;

public enum CopyKind
{
    /// <summary>Almost all of one article is the other's text.</summary>
    NearCopy,
    Partial,
}

/// <summary>Text that two articles share, on both sides.</summary>
public sealed record Passage(TextSpan A, TextSpan B);

/// <summary>Two articles that share reporting. B carries A's text, as far as credits, times and completeness show.</summary>
/// <param name="Share">Share of the shorter story's characters that stand in the other, 0 to 1.</param>
public sealed record Copy(ArticleId A, ArticleId B, CopyKind Kind, double Share, ImmutableArray<Passage> Passages, string Why);

/// <summary>A running number, "o1".</summary>
public readonly record struct OriginId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A group of articles that rest on one root: an agency's text, a statement's first teller.</summary>
/// <param name="Reason">Why they count once, in words a person can check.</param>
public sealed record Origin(OriginId Id, string Name, ImmutableArray<ArticleId> Articles, string Reason);
