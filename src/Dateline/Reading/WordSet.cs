using System.Numerics;

namespace Dateline.Reading;

/// <summary>Numbers by the keys of words (<see cref="Measure.KeyOf"/>): asked for every word of every page, so a table with open addresses and few collisions.</summary>
internal sealed class WordSet
{
    private const int Sparse = 4; // slots for each key

    private readonly int[] keys;
    private readonly int[] values; // 0: free slot, else the value and 1
    private readonly int mask;

    /// <param name="entries">Values from 0; of a key that comes twice the first holds.</param>
    public WordSet(IReadOnlyCollection<(int Key, int Value)> entries)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, entries.Count) * Sparse);
        keys = new int[size];
        values = new int[size];
        mask = size - 1;
        foreach (var (key, value) in entries)
        {
            var slot = key & mask;
            while (values[slot] != 0 && keys[slot] != key) slot = (slot + 1) & mask;
            if (values[slot] != 0) continue;
            keys[slot] = key;
            values[slot] = value + 1;
        }
    }

    /// <returns>The key's value, or -1.</returns>
    public int Find(int key)
    {
        for (var slot = key & mask; ; slot = (slot + 1) & mask)
        {
            var value = values[slot];
            if (value == 0 || keys[slot] == key) return value - 1;
        }
    }
}
