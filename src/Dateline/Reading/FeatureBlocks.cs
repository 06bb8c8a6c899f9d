using System.Buffers;

namespace Dateline.Reading;

/// <summary>The rows of a page's lines as the forests take them: sixteen lines to a block, and in it one column behind the other.</summary>
/// <remarks>From a pool: on a long page a new array of this size would be collected with all others.</remarks>
internal readonly ref struct FeatureBlocks
{
    public const int Lanes = 16;

    private readonly float[] values;
    private readonly int size; // of a block

    public FeatureBlocks(int rows, int width)
    {
        size = width * Lanes;
        values = ArrayPool<float>.Shared.Rent((rows + Lanes - 1) / Lanes * size);
    }

    /// <summary>Writes columns of a row, from <paramref name="first"/> on.</summary>
    public void Set(int row, int first, ReadOnlySpan<float> columns)
    {
        var block = values.AsSpan(row / Lanes * size + first * Lanes, columns.Length * Lanes);
        for (int i = 0, at = row % Lanes; i < columns.Length; i++, at += Lanes) block[at] = columns[i];
    }

    /// <summary>Lanes without a row hold any values.</summary>
    public ReadOnlySpan<float> Block(int i) => values.AsSpan(i * size, size);

    public void Dispose() => ArrayPool<float>.Shared.Return(values);
}
