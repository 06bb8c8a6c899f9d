namespace Dateline.Language;

/// <summary>Sorted keys in a model file: their differences, the lowest bytes of all first, which packs better than one difference after the other.</summary>
internal static class KeyPlanes
{
    /// <param name="planes">What <see cref="Write"/> wrote, and whatever follows.</param>
    /// <returns>By how much key <paramref name="i"/> is greater than the one before it.</returns>
    public static uint Difference(ReadOnlySpan<byte> planes, int count, int i) =>
        (uint)(planes[i] | (planes[count + i] << 8) | (planes[(2 * count) + i] << 16) | (planes[(3 * count) + i] << 24));

    public static void Write(BinaryWriter writer, IReadOnlyList<uint> keys)
    {
        for (var plane = 0; plane < 32; plane += 8)
            for (var i = 0; i < keys.Count; i++) writer.Write((byte)((keys[i] - (i == 0 ? 0 : keys[i - 1])) >> plane));
    }
}
