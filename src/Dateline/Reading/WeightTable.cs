using System.Numerics;

namespace Dateline.Reading;

/// <summary>Weights by the keys of words and of pairs of words. Most keys asked for are not in it, so a small table of bits answers first, and what it lets through costs one look into memory.</summary>
internal sealed class WeightTable
{
    private const int Sparse = 2;      // slots for each key
    private const int BitsOfSlot = 4;  // of some twelve keys that are not there one is let through

    private readonly Slot[] slots;
    private readonly ulong[] bits;

    /// <param name="rows">Of a key that comes twice the first holds.</param>
    public WeightTable(IReadOnlyCollection<(int Key, float Weight)> rows)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, rows.Count) * Sparse);
        slots = new Slot[size];
        Array.Fill(slots, Slot.Free);
        bits = new ulong[Math.Max(1, size * BitsOfSlot / 64)];
        foreach (var (key, weight) in rows)
        {
            var slot = key & (slots.Length - 1);
            while (slots[slot].IsTaken && slots[slot].Key != key) slot = (slot + 1) & (slots.Length - 1);
            if (slots[slot].IsTaken) continue;
            slots[slot] = new Slot(key, weight);
            bits[WordOf(key)] |= 1UL << BitOf(key);
        }
    }

    public bool TryFind(int key, out float weight)
    {
        if ((bits[WordOf(key)] >> BitOf(key) & 1) == 0)
        {
            weight = 0;
            return false;
        }

        var at = key & (slots.Length - 1);
        while (slots[at].IsTaken && slots[at].Key != key) at = (at + 1) & (slots.Length - 1);
        var found = slots[at];
        weight = found.Weight;
        return found.IsTaken;
    }

    private int WordOf(int key) => (key >>> 6) & (bits.Length - 1);

    private static int BitOf(int key) => key & 63;

    private readonly record struct Slot(int Key, float Weight)
    {
        public static Slot Free => new(0, float.NaN);

        public bool IsTaken => !float.IsNaN(Weight);
    }
}
