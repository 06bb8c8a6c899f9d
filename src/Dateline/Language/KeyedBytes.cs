using System.Buffers.Binary;

namespace Dateline.Language;

/// <summary>A few bytes for each of many hashed words or names.</summary>
internal sealed class KeyedBytes
{
    private readonly uint[] keys;   // sorted
    private readonly int[] starts;  // where the keys with the same first bits begin
    private readonly byte[] values;
    private readonly int shift;

    /// <param name="keys">Sorted, each once.</param>
    /// <param name="values"><paramref name="width"/> bytes a key.</param>
    public KeyedBytes(uint[] keys, int width, byte[] values)
    {
        this.keys = keys;
        this.values = values;
        Width = width;
        var bits = Math.Clamp(System.Numerics.BitOperations.Log2((uint)keys.Length + 1), 1, 20);
        shift = 32 - bits;
        starts = new int[(1 << bits) + 1];
        foreach (var key in keys) starts[(key >> shift) + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
    }

    public int Width { get; }

    /// <summary>The bytes of a key; none where it is not known.</summary>
    public ReadOnlySpan<byte> Of(uint key)
    {
        for (var i = starts[key >> shift]; i < starts[(key >> shift) + 1]; i++)
            if (keys[i] == key) return values.AsSpan(i * Width, Width);
        return [];
    }

    /// <summary>Reads what <see cref="Write"/> wrote and moves on in <paramref name="source"/>.</summary>
    public static KeyedBytes Read(ref ReadOnlySpan<byte> source)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(source);
        var width = source[4];
        source = source[5..];
        var keys = new uint[count];
        uint key = 0;
        for (var i = 0; i < count; i++) keys[i] = key += KeyPlanes.Difference(source, count, i);
        source = source[(4 * count)..];
        var values = new byte[count * width];
        for (var i = 0; i < count; i++)
            for (var w = 0; w < width; w++) values[(i * width) + w] = source[(w * count) + i];
        source = source[(width * count)..];
        return new KeyedBytes(keys, width, values);
    }

    /// <summary>The bytes of the values stand plane by plane, as those of the keys do.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(keys.Length);
        writer.Write((byte)Width);
        KeyPlanes.Write(writer, keys);
        for (var w = 0; w < Width; w++)
            for (var i = 0; i < keys.Length; i++) writer.Write(values[(i * Width) + w]);
    }
}
