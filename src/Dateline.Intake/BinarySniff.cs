namespace Dateline.Intake;

/// <summary>Tells bytes that cannot be a page of text from those that can, by how they begin and by their control characters.</summary>
internal static class BinarySniff
{
    private const int Looked = 64 * 1024;
    private const int TextPerControl = 200; // random bytes have one control character in ten, pages of text none

    private static readonly (byte[] Magic, string Name)[] Known =
    [
        ("%PDF-"u8.ToArray(), "a PDF"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ("RIFF"u8.ToArray(), "a WebP image or a sound"),
        ([(byte)'P', (byte)'K', 3, 4], "a zip archive or an office document"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ("SQLite format 3"u8.ToArray(), "a database"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7z archive"),
        ("Rar!"u8.ToArray(), "a rar archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
        ("BZh"u8.ToArray(), "a bzip2 archive"),
    ];

    /// <returns>What the bytes are, for a person; null where they may be text.</returns>
    public static string? Name(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, name) in Known)
            if (bytes.StartsWith(magic)) return name;
        if (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8)) return "a video";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return null; // UTF-16: every second byte may be NUL
        var start = bytes[..Math.Min(bytes.Length, Looked)];
        return Controls(start) * TextPerControl > start.Length && !LooksLikeUtf16(start) ? "binary data" : null;
    }

    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or 0x1B)) count++;
        return count;
    }

    /// <summary>UTF-16 without a mark: NULs fill the even or the odd places, never both.</summary>
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        return Math.Max(even, odd) * 5 > bytes.Length * 2 && Math.Min(even, odd) * 100 < bytes.Length; // four of five characters Latin
    }
}
