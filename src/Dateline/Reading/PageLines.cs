namespace Dateline.Reading;

/// <summary>The visible lines of a page. Those beyond the bound are kept as lines of the page, but nothing looks at their words.</summary>
internal sealed class PageLines
{
    /// <summary>Lines that are measured and scored.</summary>
    public const int MostRead = 50_000;

    /// <summary>Lines in all; a page with more is refused.</summary>
    public const int Most = 1_000_000;

    private const string Beyond = "beyond the lines that are read of one page";

    public List<Line> Read { get; } = [];

    /// <summary>In page order, behind <see cref="Read"/>, with their role settled.</summary>
    public List<Line> Unread { get; } = [];

    public bool IsTooLong { get; private set; }

    public void Add(Line line)
    {
        if (Read.Count < MostRead) Read.Add(line);
        else if (Read.Count + Unread.Count == Most) IsTooLong = true;
        else
        {
            line.Settle(BlockRole.Boilerplate, Beyond);
            Unread.Add(line);
        }
    }
}
