using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dateline.Language;

/// <summary>
/// The weights of a linear model: a row for each hashed feature, and in the row a weight for each class that the feature speaks for or against.
/// An open-addressing table in two arrays; the rows come sorted by key, so that filling it runs through memory once.
/// </summary>
internal sealed class SparseWeights
{
    private const int AtOnce = 128;     // features; as many weights of eight bits add up to no more than sixteen bits
    private const int Long = 16;        // entries from which on a row is held as a weight for every class
    private readonly ulong[] slots;     // key << 32 | first entry << 8 | number of entries, 0 of them in a long row, whose number plus 1 stands for the first entry; 0 = empty
    private readonly ushort[] entries;  // class << 8 | weight
    private readonly sbyte[] longRows;
    private readonly int width;         // of a long row: the classes, filled up to whole vectors
    private readonly int shift;

    private SparseWeights(ulong[] slots, ushort[] entries, sbyte[] longRows, int width, int shift)
    {
        this.slots = slots;
        this.entries = entries;
        this.longRows = longRows;
        this.width = width;
        this.shift = shift;
    }

    /// <summary>Adds the weights of the features to the score of each class.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        for (; features.Length > AtOnce; features = features[AtOnce..]) Add(features[..AtOnce], scores);
        Add(features, scores);
    }

    private void Add(ReadOnlySpan<uint> features, Span<int> scores)
    {
        // passes one after the other, so that the reads of each, which miss the caches, run side by side
        Span<ulong> rows = stackalloc ulong[AtOnce];
        Span<ushort> heads = stackalloc ushort[AtOnce];
        Span<int> starts = stackalloc int[AtOnce];
        var (count, many) = (0, 0);
        for (var f = 0; f < features.Length; f++) rows[f] = slots[(int)(features[f] >> shift)];
        for (var f = 0; f < features.Length; f++)
        {
            var slot = rows[f];
            for (var i = (int)(features[f] >> shift); slot != 0 && (uint)(slot >> 32) != features[f];) slot = slots[++i];
            if (slot == 0) continue;
            if ((slot & 0xFF) != 0) (heads[count], rows[count++]) = (entries[(int)((uint)slot >> 8)], slot);
            else starts[many++] = (int)(((uint)slot >> 8) - 1) * width;
        }

        for (var i = 0; i < count; i++)
        {
            scores[heads[i] >> 8] += (sbyte)heads[i];
            foreach (var entry in entries.AsSpan((int)((uint)rows[i] >> 8) + 1, (int)(rows[i] & 0xFF) - 1)) scores[entry >> 8] += (sbyte)entry;
        }

        if (many > 0) AddLong(starts[..many], scores);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as in Matrices
    private void AddLong(ReadOnlySpan<int> starts, Span<int> scores)
    {
        ref var row = ref MemoryMarshal.GetArrayDataReference(longRows);
        Span<short> sums = stackalloc short[Vector256<short>.Count];
        for (var at = 0; at < Math.Min(width, scores.Length); at += sums.Length)
        {
            var sum = Vector256<short>.Zero;
            foreach (var start in starts) sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref row, (nuint)(start + at)).ToVector256Unsafe());
            sum.CopyTo(sums);
            for (var i = 0; i < Math.Min(sums.Length, scores.Length - at); i++) scores[at + i] += sums[i];
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote and moves on in <paramref name="source"/>.</summary>
    public static SparseWeights Read(ref ReadOnlySpan<byte> source)
    {
        var rows = BinaryPrimitives.ReadInt32LittleEndian(source);
        var size = BinaryPrimitives.ReadInt32LittleEndian(source[4..]);
        source = source[8..];
        var keys = source[..(rows * 4)];
        var counts = source.Slice(rows * 4, rows);
        var classes = source.Slice(rows * 5, size);
        var weights = source.Slice((rows * 5) + size, size);
        source = source[((rows * 5) + (size * 2))..];
        var bits = System.Numerics.BitOperations.Log2((uint)Math.Max(256, rows + (rows / 3))) + 1;
        var slots = new ulong[(1 << bits) + rows + 1]; // room behind the last slot instead of running round
        var entries = new ushort[size];
        var (greatest, many) = (0, 0);
        for (var i = 0; i < size; i++)
        {
            entries[i] = (ushort)((classes[i] << 8) | weights[i]);
            greatest = Math.Max(greatest, classes[i]);
        }

        foreach (var count in counts)
            if (count >= Long) many++;
        var width = (greatest / Vector256<short>.Count * Vector256<short>.Count) + Vector256<short>.Count;
        var longRows = new sbyte[many * width];
        uint key = 0;
        var (first, least, row) = (0, 0, 0);
        for (var i = 0; i < rows; i++)
        {
            key += KeyPlanes.Difference(keys, rows, i);
            var at = Math.Max((int)(key >> (32 - bits)), least);
            slots[at] = ((ulong)key << 32) | (counts[i] < Long ? ((uint)first << 8) | counts[i] : (uint)(row + 1) << 8);
            if (counts[i] >= Long)
            {
                for (var e = first; e < first + counts[i]; e++) longRows[(row * width) + classes[e]] = (sbyte)weights[e];
                row++;
            }

            least = at + 1;
            first += counts[i];
        }

        return new SparseWeights(slots, entries, longRows, width, 32 - bits);
    }

    /// <param name="rows">By key; each row holds at least one entry and at most 255.</param>
    public static void Write(BinaryWriter writer, IReadOnlyList<(uint Key, (byte Class, sbyte Weight)[] Entries)> rows)
    {
        writer.Write(rows.Count);
        writer.Write(rows.Sum(r => r.Entries.Length));
        KeyPlanes.Write(writer, [.. rows.Select(r => r.Key)]);
        foreach (var row in rows) writer.Write((byte)row.Entries.Length);
        foreach (var row in rows) foreach (var entry in row.Entries) writer.Write(entry.Class);
        foreach (var row in rows) foreach (var entry in row.Entries) writer.Write(entry.Weight);
    }
}
