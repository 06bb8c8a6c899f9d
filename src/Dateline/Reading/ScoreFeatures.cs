using System.Runtime.InteropServices;

namespace Dateline.Reading;

/// <summary>What the second forest sees beside the first's row: the first's scores around the line, in its box, and on lines of the same make.</summary>
internal sealed class ScoreFeatures
{
    /// <summary>Columns of a page that is only lines.</summary>
    public const int TextCount = 18;

    /// <summary>Columns of an HTML page: those of text, then those of its branches.</summary>
    public const int HtmlCount = TextCount + Branches.Count;

    private const int Far = 400;
    private const float Sure = 0.6f;
    private const float Outside = -0.1f; // beyond the page's ends

    private readonly float[] scores;
    private readonly List<Line> lines;
    private readonly float[] before;
    private readonly int[] last;
    private readonly int[] next;
    private readonly Dictionary<long, (float Score, float Words)> groups = [];
    private readonly float most;
    private readonly int strong;
    private readonly Branches? branches;

    public ScoreFeatures(List<Line> lines, float[] scores, HtmlPage? tree)
    {
        if (tree is not null) branches = new Branches(tree, lines, scores);
        this.lines = lines;
        this.scores = scores;
        var count = scores.Length;
        before = new float[count + 1];
        last = new int[count + 1];
        next = new int[count + 1];
        Array.Fill(last, -1);
        Array.Fill(next, -1);
        for (var i = 0; i < count; i++)
        {
            before[i + 1] = before[i] + scores[i];
            last[i + 1] = scores[i] > Sure ? i : last[i];
            most = Math.Max(most, scores[i]);
            if (scores[i] > 0.5f) strong++;
            if (lines[i].Place is not { } place) continue;
            var words = Math.Max(1, Math.Min(lines[i].Measure.Words, 100));
            foreach (var key in Keys(place))
            {
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
                group = (group.Score + scores[i] * words, group.Words + words);
            }
        }

        for (var i = count - 1; i >= 0; i--) next[i] = i + 1 < count && scores[i + 1] > Sure ? i + 1 : next[i + 1];
    }

    public void Fill(int i, Span<float> row)
    {
        row[0] = At(i);
        row[1] = At(i - 1);
        row[2] = At(i + 1);
        row[3] = At(i - 2);
        row[4] = At(i + 2);
        row[5] = (At(i - 3) + At(i - 4) + At(i - 5)) / 3;
        row[6] = (At(i + 3) + At(i + 4) + At(i + 5)) / 3;
        row[7] = before[i];
        row[8] = before[^1] - before[i + 1];
        row[9] = before[^1] == 0 ? 0 : before[i] / before[^1];
        row[10] = last[i] < 0 ? Far : i - last[i];
        row[11] = next[i] < 0 ? Far : next[i] - i;
        row[12] = strong;
        row[13] = most;
        if (lines[i].Place is { } place)
        {
            var at = 14;
            foreach (var key in Keys(place))
            {
                var (score, words) = groups[key];
                row[at++] = score / words;
            }

            branches!.Fill(place, row[TextCount..]);
        }
        else
        {
            for (var reach = 0; reach < 4; reach++) row[14 + reach] = Mean(i, 6 << reach);
        }
    }

    private float At(int i) => i >= 0 && i < scores.Length ? scores[i] : Outside;

    private float Mean(int i, int reach)
    {
        var from = Math.Max(0, i - reach);
        var to = Math.Min(scores.Length, i + reach + 1);
        return (before[to] - before[from]) / (to - from);
    }

    /// <summary>Four groups that a line belongs to: its box, the box around it, the lines of the same make in the page, and those of the same make in the outer box.</summary>
    private static ReadOnlySpan<long> Keys(HtmlPlace place)
    {
        var make = ((long)place.Tag << 40) ^ ((long)place.Own << 8) ^ place.Depth;
        return new[] { 1L << 60 | (uint)place.Parent, 2L << 60 | (uint)place.Grand, 3L << 60 | (make & 0xFFFF_FFFF_FFFF), (make * 31 + place.Grand) & 0xFFFF_FFFF_FFFF };
    }
}
