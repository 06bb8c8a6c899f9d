namespace Dateline.Exchange;

/// <summary>Converts UTF-16 offsets of one text to code points, the unit of every export.</summary>
public sealed class CodePoints
{
    private readonly int[] lowSurrogates; // UTF-16 offsets of the second half of each pair, ascending

    public CodePoints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> pairs = [];
        for (var i = 1; i < text.Length; i++)
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1])) pairs.Add(i);
        lowSurrogates = pairs.Count == 0 ? [] : [.. pairs];
    }

    /// <summary>The code points before the UTF-16 offset.</summary>
    public int Of(int offset)
    {
        if (lowSurrogates.Length == 0) return offset;
        var found = Array.BinarySearch(lowSurrogates, offset);
        return offset - (found < 0 ? ~found : found);
    }
}
