namespace Dateline.Reading;

/// <summary>The score from which a line of this page is story: where the expected F1 of the words kept is highest, given the scores as probabilities.</summary>
/// <remarks>The best threshold for F1 is half of the F1 that can be had: Z. Lipton, C. Elkan, B. Naryanaswamy, Optimal thresholding of classifiers to maximize F1 measure, 2014.</remarks>
internal static class PageThreshold
{
    private const float Lowest = 0.3f;
    private const float Highest = 0.5f;
    private const int MostWords = 200;

    /// <summary>Moves the scores so that <see cref="Roles.Kept"/> is the page's own threshold.</summary>
    public static void Apply(List<Line> lines)
    {
        var threshold = Find(lines);
        foreach (var line in lines) line.Score = line.Score < threshold ? line.Score / threshold * Roles.Kept : Roles.Kept + (line.Score - threshold) / (1 - threshold) * (1 - Roles.Kept);
    }

    private static float Find(List<Line> lines)
    {
        var order = Ordered(lines);
        double all = order.Sum(l => l.Score * Words(l)), kept = 0, right = 0, best = 0;
        var threshold = Highest;
        foreach (var line in order)
        {
            kept += Words(line);
            right += line.Score * Words(line);
            var f1 = 2 * right / (kept + all);
            if (f1 < best) continue;
            best = f1;
            threshold = line.Score;
        }

        return Math.Clamp(threshold, Lowest, Highest);
    }

    /// <summary>The highest score first; of equal ones the line that stands first.</summary>
    private static Line[] Ordered(List<Line> lines)
    {
        var keys = new ulong[lines.Count];
        for (var i = 0; i < keys.Length; i++) keys[i] = (ulong)~BitConverter.SingleToUInt32Bits(lines[i].Score) << 32 | (uint)i; // scores are never below 0: their bits stand in their order
        Array.Sort(keys);
        return Array.ConvertAll(keys, key => lines[(int)(uint)key]);
    }

    private static int Words(Line line) => Math.Clamp(line.Measure.Words, 1, MostWords);
}
