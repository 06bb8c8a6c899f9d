using System.Buffers.Binary;

namespace Dateline.Language;

/// <summary>
/// The weights of a linear model: a row for each hashed feature, and in the row a weight for each class that the feature speaks for or against.
/// An open-addressing table in two arrays; the rows come sorted by key, so that filling it runs through memory once.
/// </summary>
internal sealed class SparseWeights
{
    private const int AtOnce = 128; // features
    private readonly ulong[] slots;     // key << 32 | first entry << 8 | number of entries; 0 = empty
    private readonly ushort[] entries;  // class << 8 | weight
    private readonly int shift;

    private SparseWeights(ulong[] slots, ushort[] entries, int shift)
    {
        this.slots = slots;
        this.entries = entries;
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
        // two passes, so that the reads of the first, which miss the caches, run side by side
        Span<ulong> rows = stackalloc ulong[AtOnce];
        var count = 0;
        for (var f = 0; f < features.Length; f++) rows[f] = slots[(int)(features[f] >> shift)];
        for (var f = 0; f < features.Length; f++)
        {
            var slot = rows[f];
            for (var i = (int)(features[f] >> shift); slot != 0 && (uint)(slot >> 32) != features[f];) slot = slots[++i];
            if (slot != 0) rows[count++] = slot;
        }

        foreach (var slot in rows[..count])
        {
            foreach (var entry in entries.AsSpan((int)((uint)slot >> 8), (int)(slot & 0xFF))) scores[entry >> 8] += (sbyte)entry;
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
        for (var i = 0; i < size; i++) entries[i] = (ushort)((classes[i] << 8) | weights[i]);
        uint key = 0;
        var first = 0;
        var least = 0;
        for (var i = 0; i < rows; i++)
        {
            key += KeyPlanes.Difference(keys, rows, i);
            var at = Math.Max((int)(key >> (32 - bits)), least);
            slots[at] = ((ulong)key << 32) | ((uint)first << 8) | counts[i];
            least = at + 1;
            first += counts[i];
        }

        return new SparseWeights(slots, entries, 32 - bits);
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
