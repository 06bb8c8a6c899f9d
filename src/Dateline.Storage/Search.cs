using System.Collections.Immutable;

namespace Dateline.Storage;

/// <summary>What a search finds.</summary>
public enum SearchKind
{
    Any,
    Statement,
    Article,
}

/// <summary>What is looked for. Null: not asked for.</summary>
/// <param name="Words">Words that must all stand in a statement, or in an article's title and body; words in quotation marks stand together. Case, accents and endings do not count.</param>
/// <param name="Source">Who says it, by canonical name or in the words of the page: only statements have one.</param>
/// <param name="From">Pages out on that day or later.</param>
/// <param name="To">Pages out on that day or earlier.</param>
public sealed record SearchQuery(
    string? Words = null, SearchKind Kind = SearchKind.Any, StoryId? Story = null, string? Outlet = null, string? Source = null, DateOnly? From = null, DateOnly? To = null, int Skip = 0, int Take = SearchQuery.Most)
{
    /// <summary>More are not given at once.</summary>
    public const int Most = 100;
}

/// <summary>A statement or an article that a search found.</summary>
/// <param name="Statement">Null where the article itself was found.</param>
/// <param name="Source">Who says it: the canonical name where it is known, else the words of the page.</param>
/// <param name="Points">Where the statement's content stands, in code points of the article's text.</param>
/// <param name="Words">The statement's content, verbatim; of an article its title.</param>
/// <param name="Snippet">The words around the first hits, in pieces; true for what was looked for.</param>
public sealed record SearchHit(
    ArticleId Article,
    CaptureId Capture,
    StatementId? Statement,
    StoryId? Story,
    string Title,
    string? Outlet,
    string? Source,
    UncertainDate Published,
    TextSpan? Points,
    string Words,
    ImmutableArray<(string Text, bool Found)> Snippet);

/// <summary>One page of what a search found: the best first; without words, the newest first.</summary>
/// <param name="Total">How much there is in all.</param>
public sealed record SearchList(int Total, ImmutableArray<SearchHit> Hits)
{
    /// <summary>True where the words stand in so many pages that only the newest were looked through: they come the newest first, and there may be more than <see cref="Total"/>.</summary>
    public bool More { get; init; }
}
