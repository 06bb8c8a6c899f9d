using System.IO.Compression;
using System.Text;

namespace Dateline.Language;

/// <summary>The packed form of the models under models/: Brotli over names, small dictionaries and weights.</summary>
internal static class ModelFile
{
    /// <summary>The unpacked bytes of an embedded model.</summary>
    public static byte[] Load(string path)
    {
        using var stream = Resources.Open(path);
        var packed = new byte[stream.Length];
        stream.ReadExactly(packed);
        return Unpack(packed);
    }

    public static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        var bytes = new byte[BitConverter.ToInt32(packed)];
        return BrotliDecoder.TryDecompress(packed[4..], bytes, out var written) && written == bytes.Length
            ? bytes
            : throw new InvalidOperationException("A model is damaged.");
    }

    public static byte[] Pack(Action<BinaryWriter> write)
    {
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true)) write(writer);
        using var packed = new MemoryStream();
        packed.Write(BitConverter.GetBytes((int)plain.Length));
        using (var brotli = new BrotliStream(packed, new BrotliCompressionOptions { Quality = 9 }, leaveOpen: true)) brotli.Write(plain.GetBuffer().AsSpan(0, (int)plain.Length));
        return packed.ToArray();
    }

    public static void WriteNames(BinaryWriter writer, IReadOnlyList<string> names)
    {
        writer.Write(names.Count);
        foreach (var name in names)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            writer.Write((byte)bytes.Length);
            writer.Write(bytes);
        }
    }

    public static string[] ReadNames(ref ReadOnlySpan<byte> source)
    {
        var names = new string[BitConverter.ToInt32(source)];
        source = source[4..];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Encoding.UTF8.GetString(source.Slice(1, source[0]));
            source = source[(1 + source[0])..];
        }

        return names;
    }
}
