using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dateline.Language;

/// <summary>A recurrent layer whose gates look at the words all at once, and at the word before through its cell alone (Lei et al. 2018): nearly all work is one product of matrices.</summary>
internal static class Recurrence
{
    /// <summary>Runs over one sentence, half of the width from its beginning and half from its end.</summary>
    /// <param name="x">What the layer reads; what the output gate holds back of the cell is taken from here.</param>
    /// <param name="gates">x times the weights; left as candidate, cell gate and output gate, for each direction.</param>
    /// <param name="cells">As wide as x; written.</param>
    /// <param name="y">As wide as x; written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as in Matrices
    public static void Run(int width, ReadOnlySpan<float> bias, ReadOnlySpan<float> peep, ReadOnlySpan<float> x, Span<float> gates, Span<float> cells, Span<float> y)
    {
        var half = width / 2;
        var words = x.Length / width;
        for (var direction = 0; direction < 2; direction++)
        {
            var first = direction * 3 * half; // of this direction's gates
            for (var i = 0; i < half; i += 8)
            {
                var (forgetBias, outBias) = (Vector256.LoadUnsafe(in bias[first + half + i]), Vector256.LoadUnsafe(in bias[first + (2 * half) + i]));
                var (forgetPeep, outPeep) = (Vector256.LoadUnsafe(in peep[first + half + i]), Vector256.LoadUnsafe(in peep[first + (2 * half) + i]));
                var cell = Vector256<float>.Zero;
                for (var t = 0; t < words; t++)
                {
                    var word = direction == 0 ? t : words - 1 - t;
                    var at = (word * 3 * width) + first + i;
                    var here = (word * width) + (direction * half) + i;
                    var input = Vector256.LoadUnsafe(in x[here]);
                    var candidate = Vector256.LoadUnsafe(ref gates[at]);
                    var forget = Matrices.Sigmoid(Vector256.FusedMultiplyAdd(forgetPeep, cell, Vector256.LoadUnsafe(ref gates[at + half]) + forgetBias));
                    var output = Matrices.Sigmoid(Vector256.FusedMultiplyAdd(outPeep, cell, Vector256.LoadUnsafe(ref gates[at + (2 * half)]) + outBias));
                    cell = Vector256.FusedMultiplyAdd(forget, cell - candidate, candidate);
                    forget.StoreUnsafe(ref gates[at + half]);
                    output.StoreUnsafe(ref gates[at + (2 * half)]);
                    cell.StoreUnsafe(ref cells[here]);
                    Vector256.FusedMultiplyAdd(output, Matrices.Tanh(cell) - input, input).StoreUnsafe(ref y[here]);
                }
            }
        }
    }
}
