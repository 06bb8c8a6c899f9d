using System.Buffers.Binary;
using System.Numerics;

namespace Dateline.Language;

/// <summary>The weights of the parser's four moves. Key and weights stand in one slot of an open-addressing table, so that a feature costs one read: the table is greater than the caches.</summary>
internal sealed class MoveWeights
{
    public const int Moves = 4;
    private const int MostFeatures = 128;
    private const int FilterBits = 22;  // half a mebibyte, which stays in the cache
    private const int FilterShift = 32 - FilterBits + 6;
    private readonly ulong[] slots;     // key << 32 | a signed byte a move; 0 = empty
    private readonly ulong[] filter;    // a bit for each value of the upper bits of a key: set where there is such a key
    private readonly int shift;

    private MoveWeights(ulong[] slots, ulong[] filter, int shift)
    {
        this.filter = filter;
        this.slots = slots;
        this.shift = shift;
    }

    /// <summary>Sets the score of each move.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        // two passes: most features are unknown, which the small filter knows; the reads of the rest, which miss the caches, run side by side
        Span<ulong> read = stackalloc ulong[MostFeatures];
        Span<uint> known = stackalloc uint[MostFeatures + 1];
        var count = 0;
        foreach (var key in features)
        {
            known[count] = key; // written over where the filter says no: a branch would be mispredicted half the time
            count += (int)(filter[(int)(key >> FilterShift)] >> (int)((key >> (FilterShift - 6)) & 63) & 1);
        }

        for (var f = 0; f < count; f++) read[f] = slots[(int)(known[f] >> shift)];

        int shiftScore = 0, left = 0, right = 0, reduce = 0;
        for (var f = 0; f < count; f++)
        {
            var slot = read[f];
            for (var i = (int)(known[f] >> shift); slot != 0 && (uint)(slot >> 32) != known[f];) slot = slots[++i];
            shiftScore += (sbyte)slot;
            left += (sbyte)(slot >> 8);
            right += (sbyte)(slot >> 16);
            reduce += (sbyte)(slot >> 24);
        }

        scores[0] = shiftScore;
        scores[1] = left;
        scores[2] = right;
        scores[3] = reduce;
    }

    /// <summary>Reads what <see cref="Write"/> wrote and moves on in <paramref name="source"/>.</summary>
    public static MoveWeights Read(ref ReadOnlySpan<byte> source)
    {
        var rows = BinaryPrimitives.ReadInt32LittleEndian(source);
        var keys = source.Slice(4, rows * 4);
        var weights = source.Slice(4 + (rows * 4), rows * 4);
        source = source[(4 + (rows * 8))..];
        var bits = BitOperations.Log2((uint)Math.Max(256, rows + (rows / 3))) + 1;
        var slots = new ulong[(1 << bits) + rows + 1]; // room behind the last slot instead of running round
        var filter = new ulong[1 << (FilterBits - 6)];
        uint key = 0;
        var least = 0;
        for (var i = 0; i < rows; i++)
        {
            key += (uint)(keys[i] | (keys[rows + i] << 8) | (keys[(2 * rows) + i] << 16) | (keys[(3 * rows) + i] << 24));
            var at = Math.Max((int)(key >> (32 - bits)), least);
            filter[(int)(key >> FilterShift)] |= 1ul << (int)((key >> (FilterShift - 6)) & 63);
            slots[at] = ((ulong)key << 32) | weights[i] | ((uint)weights[rows + i] << 8) | ((uint)weights[(2 * rows) + i] << 16) | ((uint)weights[(3 * rows) + i] << 24);
            least = at + 1;
        }

        return new MoveWeights(slots, filter, 32 - bits);
    }

    /// <param name="rows">By key; each row holds at least one entry, and its classes are moves.</param>
    public static void Write(BinaryWriter writer, IReadOnlyList<(uint Key, (byte Class, sbyte Weight)[] Entries)> rows)
    {
        writer.Write(rows.Count);
        for (var plane = 0; plane < 32; plane += 8)
        {
            for (var i = 0; i < rows.Count; i++) writer.Write((byte)((rows[i].Key - (i == 0 ? 0 : rows[i - 1].Key)) >> plane));
        }

        for (var move = 0; move < Moves; move++)
        {
            foreach (var (_, entries) in rows) writer.Write(Array.Find(entries, e => e.Class == move).Weight);
        }
    }
}
