using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dateline.Language;

/// <summary>For what can be seen of a word (the word itself, its edges, its shape, the tag that the tagger found) a vector each; their sum is the word's.</summary>
internal sealed class WordVectors
{
    /// <summary>Rows that make up one word.</summary>
    public const int Traits = 9;

    private readonly ulong[] slots; // key << 32 | row + 1; 0 = empty
    private readonly int shift;
    private readonly int width;
    private readonly float[] scales;
    private readonly sbyte[] steps;

    /// <param name="keys">Sorted.</param>
    public WordVectors(ReadOnlySpan<uint> keys, int width, float[] scales, sbyte[] steps)
    {
        this.width = width;
        this.scales = scales;
        this.steps = steps;
        var bits = System.Numerics.BitOperations.Log2((uint)Math.Max(256, keys.Length)) + 2;
        shift = 32 - bits;
        slots = new ulong[(1 << bits) + keys.Length + 1]; // room behind the last slot instead of running round
        for (var i = 0; i < keys.Length; i++)
        {
            var at = (int)(keys[i] >> shift);
            while (slots[at] != 0) at++;
            slots[at] = ((ulong)keys[i] << 32) | (uint)(i + 1);
        }
    }

    /// <summary>The keys of a word. The first is the word's own, and the second stands for words that are not known.</summary>
    public static void KeysOf(in WordTraits word, byte tag, Span<uint> keys)
    {
        keys[0] = FeatureHash.Mix(101, word.Lower);
        keys[1] = FeatureHash.Mix(102, word.Form);
        keys[2] = FeatureHash.Mix(103, word.Suffix2);
        keys[3] = FeatureHash.Mix(104, word.Suffix3);
        keys[4] = FeatureHash.Mix(105, word.Suffix4);
        keys[5] = FeatureHash.Mix(106, word.Prefix2);
        keys[6] = FeatureHash.Mix(107, word.Prefix3);
        keys[7] = FeatureHash.Mix(108, word.Shape);
        keys[8] = FeatureHash.Mix(109, tag);
    }

    /// <summary>Stands in for a word that is not known.</summary>
    public static readonly uint Unknown = FeatureHash.Mix(110, 0);

    /// <summary>The row of each key, -1 where there is none.</summary>
    public void RowsOf(ReadOnlySpan<uint> keys, Span<int> rows)
    {
        for (var i = 0; i < keys.Length; i++) rows[i] = RowOf(keys[i]);
        if (rows[0] < 0) rows[0] = RowOf(Unknown);
    }

    private int RowOf(uint key)
    {
        var at = (int)(key >> shift);
        while (slots[at] != 0 && (uint)(slots[at] >> 32) != key) at++;
        return (int)(uint)slots[at] - 1;
    }

    /// <summary>Adds the rows that there are to <paramref name="vector"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as in Matrices
    public void Add(ReadOnlySpan<int> rows, Span<float> vector)
    {
        // all rows side by side, since each is a read that misses the caches
        for (var i = 0; i < width; i += 16)
        {
            var (first, second) = (Vector256.LoadUnsafe(ref vector[i]), Vector256.LoadUnsafe(ref vector[i + 8]));
            foreach (var row in rows)
            {
                if (row < 0) continue;
                var scale = Vector256.Create(scales[row]);
                var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.LoadUnsafe(ref steps[(row * width) + i]).ToVector256Unsafe()));
                first += Vector256.ConvertToSingle(low) * scale;
                second += Vector256.ConvertToSingle(high) * scale;
            }

            first.StoreUnsafe(ref vector[i]);
            second.StoreUnsafe(ref vector[i + 8]);
        }
    }

    public static WordVectors Read(ref ReadOnlySpan<byte> source, int width)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(source);
        var keys = new uint[count];
        var scales = new float[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = BinaryPrimitives.ReadUInt32LittleEndian(source[(4 + (4 * i))..]);
            scales[i] = BinaryPrimitives.ReadSingleLittleEndian(source[(4 + (4 * count) + (4 * i))..]);
        }

        var steps = new sbyte[count * width];
        source.Slice(4 + (8 * count), steps.Length).CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(steps.AsSpan()));
        source = source[(4 + (8 * count) + steps.Length)..];
        return new WordVectors(keys, width, scales, steps);
    }

    /// <summary>Rounds each row to steps of a 127th of its greatest number.</summary>
    public static void Write(BinaryWriter writer, ReadOnlySpan<uint> keys, int width, ReadOnlySpan<float> rows)
    {
        writer.Write(keys.Length);
        foreach (var key in keys) writer.Write(key);
        var scales = new float[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            foreach (var x in rows.Slice(i * width, width)) scales[i] = Math.Max(scales[i], Math.Abs(x) / 127);
            writer.Write(scales[i]);
        }

        for (var i = 0; i < keys.Length; i++)
        {
            foreach (var x in rows.Slice(i * width, width)) writer.Write((sbyte)(scales[i] == 0 ? 0 : MathF.Round(x / scales[i])));
        }
    }
}
