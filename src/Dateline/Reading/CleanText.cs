namespace Dateline.Reading;

/// <summary>Decoded text to the one form that all spans count in: LF, no NUL, composed characters (NFC).</summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) text = text.Replace('\0', '\uFFFD');
        if (text.Contains('\r', StringComparison.Ordinal)) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return Composition.Compose(text);
    }
}
