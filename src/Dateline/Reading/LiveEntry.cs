namespace Dateline.Reading;

/// <summary>An entry of a live page: the line with its time, and all its lines.</summary>
/// <param name="Head">Index of the line with the time.</param>
/// <param name="Day">The day that the time itself or a heading above it names.</param>
/// <param name="AfterDay">A heading that names a day stands between this entry and the one before.</param>
internal sealed record LiveEntry(int Head, EntryStamp Stamp, DateOnly? Day, bool AfterDay)
{
    public List<int> Lines { get; set; } = [];

    /// <summary>Words of the story in it, the line with the time apart where that is all it says.</summary>
    public int Words { get; set; }
}
