using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dateline.Language;

/// <summary>Products of matrices that stand row by row, and functions over them. The same to the bit on every machine: each sum runs in one order, however wide the machine's vectors are.</summary>
internal static class Matrices
{
    /// <summary>Columns are taken in steps of this; the widths of all matrices are multiples of it.</summary>
    public const int Step = 16;

    public static int Padded(int width) => (width + Step - 1) / Step * Step;

    /// <summary>target = left x right, or target += left x right.</summary>
    public static void Multiply(ReadOnlySpan<float> left, int rows, int inner, ReadOnlySpan<float> right, int columns, Span<float> target, bool adds = false)
    {
        Check(left, rows, inner, right, columns, target);
        for (var column = 0; column < columns; column += Step) MultiplyColumns(left, rows, inner, right[column..], columns, target[column..], columns, adds);
    }

    /// <summary>The same with the right matrix in panels (<see cref="Pack"/>): for weights, which many sentences are multiplied by.</summary>
    public static void MultiplyPacked(ReadOnlySpan<float> left, int rows, int inner, ReadOnlySpan<float> panels, int columns, Span<float> target)
    {
        Check(left, rows, inner, panels, columns, target);
        for (var column = 0; column < columns; column += Step) MultiplyColumns(left, rows, inner, panels[(column * inner)..], Step, target[column..], columns, adds: false);
    }

    /// <summary>Puts the matrix into panels of <see cref="Step"/> columns, one behind the other: a panel then lies in one piece of memory and stays in the nearest cache, where columns of a wide matrix would fall on each other.</summary>
    public static void Pack(Span<float> matrix, int columns)
    {
        var inner = matrix.Length / columns;
        var rows = matrix.ToArray();
        for (var column = 0; column < columns; column += Step)
            for (var row = 0; row < inner; row++) rows.AsSpan((row * columns) + column, Step).CopyTo(matrix[((column * inner) + (row * Step))..]);
    }

    private static void Check(ReadOnlySpan<float> left, int rows, int inner, ReadOnlySpan<float> right, int columns, Span<float> target)
    {
        if (left.Length < rows * inner || right.Length < inner * columns || target.Length < rows * columns || columns % Step != 0) throw new ArgumentException("Matrices that do not fit each other.");
    }

    /// <summary><see cref="Step"/> columns of the target.</summary>
    /// <param name="across">From one row of the right matrix to the next.</param>
    private static void MultiplyColumns(ReadOnlySpan<float> left, int rows, int inner, ReadOnlySpan<float> right, int across, Span<float> target, int columns, bool adds)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(target);
        var row = 0;
        for (; row + 4 <= rows; row += 4) FourRows(ref Unsafe.Add(ref a, row * inner), inner, ref b, across, ref Unsafe.Add(ref c, row * columns), columns, adds);
        if (row < rows && row > 0 && !adds)
        {
            FourRows(ref Unsafe.Add(ref a, (rows - 4) * inner), inner, ref b, across, ref Unsafe.Add(ref c, (rows - 4) * columns), columns, adds); // some rows twice, which takes less time than one row alone
            return;
        }

        for (; row < rows; row++) OneRow(ref Unsafe.Add(ref a, row * inner), inner, ref b, across, ref Unsafe.Add(ref c, row * columns), adds);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // from the first call on: short runs end before tiering
    private static void FourRows(ref float a, int inner, ref float b, int across, ref float c, int columns, bool adds)
    {
        ref var a1 = ref Unsafe.Add(ref a, inner);
        ref var a2 = ref Unsafe.Add(ref a1, inner);
        ref var a3 = ref Unsafe.Add(ref a2, inner);
        ref var c1 = ref Unsafe.Add(ref c, columns);
        ref var c2 = ref Unsafe.Add(ref c1, columns);
        ref var c3 = ref Unsafe.Add(ref c2, columns);
        Vector256<float> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        if (adds)
        {
            (s00, s01) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, 8));
            (s10, s11) = (Vector256.LoadUnsafe(ref c1), Vector256.LoadUnsafe(ref c1, 8));
            (s20, s21) = (Vector256.LoadUnsafe(ref c2), Vector256.LoadUnsafe(ref c2, 8));
            (s30, s31) = (Vector256.LoadUnsafe(ref c3), Vector256.LoadUnsafe(ref c3, 8));
        }

        for (var k = 0; k < inner; k++)
        {
            var (b0, b1) = (Vector256.LoadUnsafe(ref b), Vector256.LoadUnsafe(ref b, 8));
            var x = Vector256.Create(Unsafe.Add(ref a, k));
            s00 = Vector256.FusedMultiplyAdd(x, b0, s00);
            s01 = Vector256.FusedMultiplyAdd(x, b1, s01);
            x = Vector256.Create(Unsafe.Add(ref a1, k));
            s10 = Vector256.FusedMultiplyAdd(x, b0, s10);
            s11 = Vector256.FusedMultiplyAdd(x, b1, s11);
            x = Vector256.Create(Unsafe.Add(ref a2, k));
            s20 = Vector256.FusedMultiplyAdd(x, b0, s20);
            s21 = Vector256.FusedMultiplyAdd(x, b1, s21);
            x = Vector256.Create(Unsafe.Add(ref a3, k));
            s30 = Vector256.FusedMultiplyAdd(x, b0, s30);
            s31 = Vector256.FusedMultiplyAdd(x, b1, s31);
            b = ref Unsafe.Add(ref b, across);
        }

        s00.StoreUnsafe(ref c);
        s01.StoreUnsafe(ref c, 8);
        s10.StoreUnsafe(ref c1);
        s11.StoreUnsafe(ref c1, 8);
        s20.StoreUnsafe(ref c2);
        s21.StoreUnsafe(ref c2, 8);
        s30.StoreUnsafe(ref c3);
        s31.StoreUnsafe(ref c3, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow(ref float a, int inner, ref float b, int across, ref float c, bool adds)
    {
        Vector256<float> s0 = default, s1 = default;
        if (adds) (s0, s1) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, 8));
        for (var k = 0; k < inner; k++)
        {
            var x = Vector256.Create(Unsafe.Add(ref a, k));
            s0 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b), s0);
            s1 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, 8), s1);
            b = ref Unsafe.Add(ref b, across);
        }

        s0.StoreUnsafe(ref c);
        s1.StoreUnsafe(ref c, 8);
    }

    /// <param name="width">Columns of the target, at least <paramref name="rows"/>; those that are left over stay as they are.</param>
    public static void Transpose(ReadOnlySpan<float> source, int rows, int columns, Span<float> target, int width)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++) target[(column * width) + row] = source[(row * columns) + column];
        }
    }

    /// <summary>Adds <paramref name="bias"/> to each row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddToRows(Span<float> rows, ReadOnlySpan<float> bias)
    {
        for (; rows.Length >= bias.Length && bias.Length > 0; rows = rows[bias.Length..])
        {
            for (var i = 0; i < bias.Length; i += 8) (Vector256.LoadUnsafe(ref rows[i]) + Vector256.LoadUnsafe(in bias[i])).StoreUnsafe(ref rows[i]);
        }
    }

    /// <summary>Negative numbers become 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(Span<float> values)
    {
        for (var i = 0; i < values.Length; i += 8) Vector256.Max(Vector256.LoadUnsafe(ref values[i]), Vector256<float>.Zero).StoreUnsafe(ref values[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256.FusedMultiplyAdd(Tanh(x * 0.5f), Vector256.Create(0.5f), Vector256.Create(0.5f));

    /// <summary>A quotient of two polynomials, right to about seven digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-7.9f)), Vector256.Create(7.9f));
        var y = x * x;
        var p = Vector256.FusedMultiplyAdd(y, Vector256.Create(-2.76076847742355e-16f), Vector256.Create(2.00018790482477e-13f));
        p = Vector256.FusedMultiplyAdd(y, p, Vector256.Create(-8.60467152213735e-11f));
        p = Vector256.FusedMultiplyAdd(y, p, Vector256.Create(5.12229709037114e-08f));
        p = Vector256.FusedMultiplyAdd(y, p, Vector256.Create(1.48572235717979e-05f));
        p = Vector256.FusedMultiplyAdd(y, p, Vector256.Create(6.37261928875436e-04f));
        p = Vector256.FusedMultiplyAdd(y, p, Vector256.Create(4.89352455891786e-03f));
        var q = Vector256.FusedMultiplyAdd(y, Vector256.Create(1.19825839466702e-06f), Vector256.Create(1.18534705686654e-04f));
        q = Vector256.FusedMultiplyAdd(y, q, Vector256.Create(2.26843463243900e-03f));
        q = Vector256.FusedMultiplyAdd(y, q, Vector256.Create(4.89352518554385e-03f));
        return x * p / q;
    }
}
