using System.Collections.Immutable;

namespace Dateline.Server;

/// <summary>A line of two texts laid against each other: in both, only in the one before, or only in the one after.</summary>
public sealed record DiffLine(bool InBefore, bool InAfter, string Text)
{
    public bool IsCommon => InBefore && InAfter;
}

/// <summary>Which lines went and which came, by the longest common run of lines.</summary>
public static class LineDifference
{
    /// <summary>Greater middles are shown as all gone and all new: the table would be too large.</summary>
    private const long MostCells = 4_000_000;

    public static ImmutableArray<DiffLine> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        int head = 0, tail = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head]) head++;
        while (tail < before.Count - head && tail < after.Count - head && before[before.Count - 1 - tail] == after[after.Count - 1 - tail]) tail++;
        var lines = ImmutableArray.CreateBuilder<DiffLine>();
        lines.AddRange(before.Take(head).Select(l => new DiffLine(true, true, l)));
        Middle(lines, [.. before.Skip(head).Take(before.Count - head - tail)], [.. after.Skip(head).Take(after.Count - head - tail)]);
        lines.AddRange(before.Skip(before.Count - tail).Select(l => new DiffLine(true, true, l)));
        return lines.ToImmutable();
    }

    private static void Middle(ImmutableArray<DiffLine>.Builder lines, string[] before, string[] after)
    {
        int i = 0, j = 0;
        if ((long)before.Length * after.Length <= MostCells)
        {
            var common = Common(before, after);
            while (i < before.Length && j < after.Length)
            {
                if (before[i] == after[j]) (lines, i, j) = (Add(lines, true, true, before[i]), i + 1, j + 1);
                else if (common[i + 1, j] >= common[i, j + 1]) lines = Add(lines, true, false, before[i++]);
                else lines = Add(lines, false, true, after[j++]);
            }
        }

        while (i < before.Length) Add(lines, true, false, before[i++]);
        while (j < after.Length) Add(lines, false, true, after[j++]);
    }

    private static ImmutableArray<DiffLine>.Builder Add(ImmutableArray<DiffLine>.Builder lines, bool inBefore, bool inAfter, string text)
    {
        lines.Add(new DiffLine(inBefore, inAfter, text));
        return lines;
    }

    /// <summary>How many lines the rests of both texts have in common, from each pair of places on.</summary>
    private static int[,] Common(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
