using System.Text;

namespace Dateline.Reading;

/// <summary>A capture's bytes to its articles: charset, format, blocks with roles and reasons, metadata with their basis.</summary>
internal static class PageReader
{
    private const int MostBytes = 64 << 20;
    private const int Magic = 1024; // bytes looked at to tell text from the rest

    public static Outcome<ReadPage> Read(Capture capture)
    {
        var bytes = capture.Bytes.Span;
        if (bytes.IsEmpty) return new Rejection(Codes.Empty, "The page holds no bytes.", capture.Page);
        if (bytes.Length > MostBytes) return new Rejection(Codes.TooLarge, $"The page holds {bytes.Length} bytes; at most {MostBytes} are read.", capture.Page);
        if (IsBinary(bytes)) return new Rejection(Codes.Binary, "The bytes are no text; give the page as HTML or as plain text.", capture.Page);
        var remarks = new List<Remark>();
        var text = Clean(Charsets.Decode(bytes, capture.Metadata.Charset, capture.Format == PageFormat.Html, remarks));
        return capture.Format switch
        {
            _ => ReadText(capture, text, capture.Metadata, remarks),
        };
    }

    private static Outcome<ReadPage> ReadText(Capture capture, string text, PageMetadata metadata, List<Remark> remarks)
    {
        var lines = PlainText.Lines(text);
        if (lines.Count == 0) return new Rejection(Codes.Empty, "The page holds no words.", capture.Page);
        foreach (var line in lines) line.Marks = LineMarker.Of(line.Text, line.Measure, out _);
        var title = TextRoles.Settle(lines);
        return new ReadPage(capture, [ArticleBuilder.Build(capture, text, lines, title, metadata, remarks)]);
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8) || bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith("GIF8"u8)) return true;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return false;
        var controls = 0;
        var head = bytes[..Math.Min(bytes.Length, Magic)];
        foreach (var b in head)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B)) controls++;
        }

        return controls > head.Length / 10;
    }

    /// <summary>NFC, LF, no NUL.</summary>
    private static string Clean(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) text = text.Replace('\0', '\uFFFD');
        if (text.Contains('\r', StringComparison.Ordinal)) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return text.Normalize(NormalizationForm.FormC);
    }
}
