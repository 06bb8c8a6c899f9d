using System.Collections.Immutable;

namespace Dateline;

/// <summary>A capture's short id, followed by ".2", ".3" ... for the further articles of one capture.</summary>
public readonly record struct ArticleId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What part of the page a block plays.</summary>
public enum BlockRole
{
    Headline,
    Standfirst,
    Subhead,
    Body,
    Pullquote,
    Caption,
    Byline,
    Dateline,
    Outlet,

    /// <summary>Agency credit, syndication or AI notice, correction.</summary>
    Notice,

    /// <summary>Teaser of another story.</summary>
    Related,

    /// <summary>Text of another story on the same page.</summary>
    OtherStory,
    Boilerplate,
}

/// <summary>A paragraph-sized part of the page. The blocks of an article tile its text: kept and dropped lines together are the whole input.</summary>
/// <param name="Why">The rule or evidence for the role, in a few words.</param>
public sealed record Block(BlockRole Role, TextSpan Span, string Why)
{
    /// <summary>True for the roles that carry the story's own words, the headline among them.</summary>
    public bool IsStory => Role is BlockRole.Headline or BlockRole.Standfirst or BlockRole.Subhead or BlockRole.Body or BlockRole.Pullquote;
}

/// <summary>A value with where it was found.</summary>
public sealed record Sourced(string Value, string Basis);

/// <summary>Where those values of an article were found that carry no basis of their own; null where there is no value.</summary>
public sealed record ArticleBasis(string? Authors, string? Modified, string? Language, string? Url)
{
    public static ArticleBasis None { get; } = new(null, null, null, null);
}

/// <summary>One news article read out of a capture.</summary>
/// <param name="Text">All the page's text, kept and dropped: decoded, NFC, LF, one block a line. Made once, never edited; every span counts in it.
/// Of several articles on one page each has its own lines; the first has also those that belong to none.</param>
/// <param name="Blocks">In page order; each is one line of <paramref name="Text"/> (blank lines belong to no block).</param>
/// <param name="Agencies">Wire services credited, by canonical name; "agencies" where none is named.</param>
/// <param name="Dateline">The place that opens the report ("SEOUL"), as written.</param>
/// <param name="Language">ISO 639-1, or null.</param>
public sealed record Article(
    ArticleId Id,
    CaptureId Capture,
    string Page,
    string Text,
    ImmutableArray<Block> Blocks,
    Sourced? Title,
    Sourced? Outlet,
    ImmutableArray<string> Authors,
    ImmutableArray<string> Agencies,
    string? Dateline,
    UncertainDate Published,
    string PublishedBasis,
    UncertainDate? Modified,
    string? Language,
    string? Url,
    ImmutableArray<Remark> Remarks)
{
    public ArticleBasis Basis { get; init; } = ArticleBasis.None;

    /// <summary>How an undated page came to its interval, the strongest evidence first, with what was passed over; empty where the date is stated, and where nothing is known.</summary>
    public ImmutableArray<DateConstraint> Derivation { get; init; } = [];

    public static ArticleId IdOf(CaptureId capture, int index) => new(index == 0 ? capture.Prefix : $"{capture.Prefix}.{index + 1}");

    /// <summary>The blocks that carry the story's own words.</summary>
    public IEnumerable<Block> Story => Blocks.Where(b => b.IsStory);

    public Block? BlockAt(int offset) => Blocks.FirstOrDefault(b => b.Span.Contains(offset));
}

/// <summary>What one capture gave: its articles, and every remark made on the way.</summary>
/// <param name="Articles">At least one. Of a live page the frame and its entries, of a round-up its stories, in page order; each line of the page stands in exactly one.</param>
public sealed record ReadPage(Capture Capture, ImmutableArray<Article> Articles)
{
    /// <summary>The page read as one article, with all its lines; the article itself where there is only one.</summary>
    public Article Whole { get; init; } = Articles[0];
}
