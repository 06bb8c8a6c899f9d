namespace Dateline.Reading;

/// <summary>One of several articles on a page: its lines, and what it says of itself; null where the page's own values hold.</summary>
/// <param name="Lines">Indexes of its lines, in page order.</param>
internal sealed record PagePart(List<int> Lines, Sourced? Title, UncertainDate? Published = null, string? PublishedBasis = null)
{
    /// <summary>Lines whose role within this article is another than on the page as a whole, with the reason.</summary>
    public Dictionary<int, (BlockRole Role, string Why)> Roles { get; } = [];

    public List<string> Authors { get; } = [];
}
