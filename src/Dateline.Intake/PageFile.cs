using System.IO.Compression;

namespace Dateline.Intake;

/// <summary>Opens a file, unpacked where it is gzip, and reads no more of it than the bounds allow.</summary>
internal static class PageFile
{
    /// <summary>Without it a gzip file that is cut short reads as if it ended there. The framework looks once, before the first file is unpacked.</summary>
    static PageFile() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>The unpacked bytes as a stream; gzip is known by its first two bytes, whatever the name.</summary>
    /// <exception cref="IOException">it cannot be read</exception>
    /// <exception cref="UnauthorizedAccessException">it may not be read</exception>
    public static Stream Open(string file)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.SequentialScan);
        try
        {
            Span<byte> head = stackalloc byte[2];
            var read = stream.ReadAtLeast(head, 2, throwOnEndOfStream: false);
            stream.Position = 0;
            return read == 2 && head[0] == 0x1F && head[1] == 0x8B ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>All bytes of a page, or why not.</summary>
    /// <param name="most">Bytes, unpacked.</param>
    public static (byte[]? Bytes, Rejection? Rejection) ReadAll(string file, int most)
    {
        try
        {
            using var stream = Open(file);
            if (stream is FileStream plain && plain.Length > most) return (null, TooLarge(file, plain.Length, most));
            using var bytes = new MemoryStream(stream is FileStream known ? (int)known.Length : 0);
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                if (bytes.Length + read > most) return (null, TooLarge(file, null, most));
                bytes.Write(buffer, 0, read);
            }

            return (bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray(), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (null, Unreadable(file, error));
        }
    }

    public static Rejection Unreadable(string file, Exception error) => error is InvalidDataException
        ? new Rejection(Codes.Unreadable, "The gzip data is damaged or cut short; get the file again.", file)
        : new Rejection(Codes.Unreadable, $"The file cannot be read ({error.Message}); check its permissions and whether it is still there.", file);

    private static Rejection TooLarge(string file, long? length, int most) =>
        new(Codes.TooLarge, $"The page has {(length is { } l ? $"{l / (1024 * 1024)} MiB" : "more")} and the bound is {most / (1024 * 1024)} MiB; cut it into single pages.", file);
}
