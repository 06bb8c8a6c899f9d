using System.Runtime.Intrinsics;
using Dateline.Language;

namespace Dateline.Training;

/// <summary>The way back through <see cref="Recurrence"/>.</summary>
internal static class RecurrenceBack
{
    /// <param name="gates">As the way forth left them.</param>
    /// <param name="back">Gradient of the output.</param>
    /// <param name="gateBack">Gradient of the gates before bias and cell; written.</param>
    /// <param name="below">Gradient of the input, as far as it does not go through the gates; written.</param>
    public static void Run(
        int width, ReadOnlySpan<float> peep, ReadOnlySpan<float> x, ReadOnlySpan<float> gates, ReadOnlySpan<float> cells, ReadOnlySpan<float> back,
        Span<float> gateBack, Span<float> below, Span<float> biasBack, Span<float> peepBack)
    {
        var half = width / 2;
        var words = x.Length / width;
        var one = Vector256<float>.One;
        for (var direction = 0; direction < 2; direction++)
        {
            for (var i = 0; i < half; i += 8)
            {
                var ofForget = (direction * 3 * half) + half + i;
                var ofOutput = ofForget + half;
                var (forgetPeep, outPeep) = (Vector256.LoadUnsafe(in peep[ofForget]), Vector256.LoadUnsafe(in peep[ofOutput]));
                Vector256<float> carried = default, forgetSum = default, outSum = default, forgetPeepSum = default, outPeepSum = default;
                for (var t = words - 1; t >= 0; t--)
                {
                    var word = direction == 0 ? t : words - 1 - t;
                    var at = (word * 3 * width) + (direction * 3 * half) + i;
                    var here = (word * width) + (direction * half) + i;
                    var before = t == 0 ? default : Vector256.LoadUnsafe(in cells[here + (direction == 0 ? -width : width)]);
                    var (candidate, forget, output) = (Vector256.LoadUnsafe(in gates[at]), Vector256.LoadUnsafe(in gates[at + half]), Vector256.LoadUnsafe(in gates[at + (2 * half)]));
                    var squashed = Matrices.Tanh(Vector256.LoadUnsafe(in cells[here]));
                    var dy = Vector256.LoadUnsafe(in back[here]);
                    var outBack = dy * (squashed - Vector256.LoadUnsafe(in x[here])) * output * (one - output);
                    (dy * (one - output)).StoreUnsafe(ref below[here]);
                    var cellBack = carried + (dy * output * (one - (squashed * squashed)));
                    var forgetBack = cellBack * (before - candidate) * forget * (one - forget);
                    carried = (cellBack * forget) + (forgetBack * forgetPeep) + (outBack * outPeep);
                    (cellBack * (one - forget)).StoreUnsafe(ref gateBack[at]);
                    forgetBack.StoreUnsafe(ref gateBack[at + half]);
                    outBack.StoreUnsafe(ref gateBack[at + (2 * half)]);
                    forgetSum += forgetBack;
                    outSum += outBack;
                    forgetPeepSum += forgetBack * before;
                    outPeepSum += outBack * before;
                }

                (Vector256.LoadUnsafe(ref biasBack[ofForget]) + forgetSum).StoreUnsafe(ref biasBack[ofForget]);
                (Vector256.LoadUnsafe(ref biasBack[ofOutput]) + outSum).StoreUnsafe(ref biasBack[ofOutput]);
                (Vector256.LoadUnsafe(ref peepBack[ofForget]) + forgetPeepSum).StoreUnsafe(ref peepBack[ofForget]);
                (Vector256.LoadUnsafe(ref peepBack[ofOutput]) + outPeepSum).StoreUnsafe(ref peepBack[ofOutput]);
            }
        }
    }
}
