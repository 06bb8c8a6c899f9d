using System.Runtime.InteropServices;

namespace Dateline.Stories;

/// <summary>Whole arrays of numbers in one go, with their length before them.</summary>
internal static class BinaryArrays
{
    private const int Longest = 1 << 28; // a damaged length must not take all memory

    public static void WriteArray<T>(this BinaryWriter into, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        into.Write(values.Length);
        into.Write(MemoryMarshal.AsBytes(values));
    }

    public static void WriteArray<T>(this BinaryWriter into, T[] values)
        where T : unmanaged => into.WriteArray<T>(values.AsSpan());

    public static T[] ReadArray<T>(this BinaryReader from)
        where T : unmanaged
    {
        var length = from.ReadInt32();
        if (length is < 0 or > Longest) throw new InvalidDataException("The index is damaged.");
        var values = new T[length];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
