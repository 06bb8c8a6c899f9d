using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>Bytes to text: byte order mark, then what the transport or the page declares, else UTF-8 if they are, else Windows-1252.</summary>
internal static partial class Charsets
{
    private const int FewBytes = 32; // too little to guess from
    private const int HeadBytes = 4096; // a charset must be declared within these

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="declared">By the transport; null where it said nothing.</param>
    /// <param name="isHtml">A meta element may declare a charset.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared, bool isHtml, List<Remark> remarks)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Loose(bytes[3..], Encoding.UTF8, remarks);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Loose(bytes[2..], Encoding.Unicode, remarks);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Loose(bytes[2..], Encoding.BigEndianUnicode, remarks);
        if (WideEncoding(bytes) is { } wide)
        {
            remarks.Add(new Remark(Codes.CharsetGuessed, "The page looks like UTF-16 without a byte order mark; read as such."));
            return wide.GetString(bytes);
        }

        string? text = null;
        try
        {
            text = Strict.GetString(bytes);
            // valid UTF-8 with letters beyond ASCII is UTF-8 whatever is declared; pure ASCII reads the same in all but the seven-bit charsets
            if (!text.Contains('\u001B', StringComparison.Ordinal)) return text;
        }
        catch (DecoderFallbackException)
        {
            // not UTF-8: what is declared, else a guess
        }

        var name = declared ?? (isHtml ? Declared(bytes) : null);
        if (Named(name) is { } encoding)
        {
            if (encoding is UTF8Encoding) remarks.Add(new Remark(Codes.Undecodable, "The page is declared as UTF-8 and is not valid UTF-8; the broken bytes read as U+FFFD."));
            return encoding.GetString(bytes);
        }

        if (text is not null) return text;
        if (MostlyUtf8(bytes))
        {
            remarks.Add(new Remark(Codes.Undecodable, "The page is UTF-8 with some broken bytes; these read as U+FFFD."));
            return Encoding.UTF8.GetString(bytes);
        }

        remarks.Add(new Remark(Codes.CharsetGuessed, "No charset is declared and the page is not valid UTF-8; read as Windows-1252."));
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
    }

    /// <summary>UTF-16 without a mark: of mostly Latin text, every second byte is NUL and the others never. Null for all else.</summary>
    public static Encoding? WideEncoding(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, HeadBytes)];
        if (head.Length < FewBytes || !head.Contains((byte)0)) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        if (Math.Max(even, odd) * 5 <= head.Length * 2 || Math.Min(even, odd) * 100 >= head.Length) return null;
        return odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static string Loose(ReadOnlySpan<byte> bytes, Encoding encoding, List<Remark> remarks)
    {
        var text = encoding.GetString(bytes);
        if (text.Contains('\uFFFD', StringComparison.Ordinal)) remarks.Add(new Remark(Codes.Undecodable, "Some bytes do not fit the charset of the byte order mark; they read as U+FFFD."));
        return text;
    }

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]);
        var match = MetaPattern().Match(head);
        return match.Success ? match.Groups[1].Value : null;
    }

    private static Encoding? Named(string? name)
    {
        if (name is null) return null;
        var plain = name.Trim().Trim('"', '\'');
        if (plain.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || plain.Equals("latin1", StringComparison.OrdinalIgnoreCase) || plain.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)) plain = "windows-1252"; // as browsers do
        if (plain.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase)) return null; // a page whose declaration reads as ASCII is not UTF-16
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? (plain.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || plain.Equals("utf8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>More well-formed sequences beyond ASCII than broken bytes.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (bytes.Length > 0)
        {
            if (bytes[0] < 0x80)
            {
                bytes = bytes[1..];
                continue;
            }

            if (Rune.DecodeFromUtf8(bytes, out _, out var read) == System.Buffers.OperationStatus.Done) good++;
            else bad++;
            bytes = bytes[Math.Max(read, 1)..];
        }

        return good > bad * 4;
    }

    [GeneratedRegex(@"<meta[^>]{0,200}?charset\s*=\s*[""']?\s*([\w:.-]{3,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex MetaPattern();
}
