namespace Dateline.Storage.Extracts;

/// <summary>What a page shows of an article.</summary>
/// <param name="Ledger">The article with its annotations, its story with it alone, the answers that quote it, the copies that share most with it and the articles on their other sides, its origins with their reasons cut.</param>
public sealed record ArticleExtract(Ledger Ledger, AnnotatedArticle Annotated)
{
    /// <inheritdoc cref="StoryExtract.Sources"/>
    public required SourceNames Sources { get; init; }

    /// <summary>Where the answers that are given stand in their questions; found by reference.</summary>
    public required IReadOnlyDictionary<Entry, int> Places { get; init; }

    /// <summary>More copies are not given.</summary>
    public const int MostCopies = 100;

    /// <summary>More answers are not given.</summary>
    public const int MostEntries = 400;
}
