using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dateline.Language;

/// <summary>What the trained models' scores say.</summary>
internal static class Scores
{
    /// <summary>The index of the greatest, the first of equals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as in Matrices
    public static int Best<T>(ReadOnlySpan<T> scores)
        where T : struct, IComparisonOperators<T, T, bool>
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }
}
