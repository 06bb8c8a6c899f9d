namespace Dateline.Intake;

/// <summary>One line of a file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">Without its line end; empty where it is too long.</param>
/// <param name="TooLong">True where the line has more bytes than are taken in.</param>
internal readonly record struct FileLine(int Number, byte[] Bytes, bool TooLong);

/// <summary>Cuts a stream into lines and never holds more than one of them.</summary>
internal static class LineReader
{
    /// <param name="most">Bytes of a line; of a longer one only its number is told.</param>
    public static IEnumerable<FileLine> Lines(Stream stream, int most)
    {
        var buffer = new byte[64 * 1024];
        using var line = new MemoryStream();
        var number = 1;
        var tooLong = false;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            for (var at = 0; at < read;)
            {
                var length = Array.IndexOf(buffer, (byte)'\n', at, read - at) - at;
                var ended = length >= 0;
                if (!ended) length = read - at;
                if (tooLong || line.Length + length > most)
                {
                    tooLong = true;
                    line.SetLength(0);
                }
                else
                {
                    line.Write(buffer, at, length);
                }

                at += length + (ended ? 1 : 0);
                if (!ended) continue;
                yield return Take(line, number++, tooLong);
                tooLong = false;
            }
        }

        if (line.Length > 0 || tooLong) yield return Take(line, number, tooLong);
    }

    private static FileLine Take(MemoryStream line, int number, bool tooLong)
    {
        var bytes = line.ToArray();
        line.SetLength(0);
        var span = bytes.AsSpan();
        if (number == 1 && span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) span = span[3..];
        if (span.EndsWith("\r"u8)) span = span[..^1];
        return new FileLine(number, span.Length == bytes.Length ? bytes : span.ToArray(), tooLong);
    }
}
