namespace Dateline.Tracing;

/// <summary>A run that two texts share, as word indices, both ends inclusive; edits may lie within.</summary>
/// <param name="Same">Words that are equal on both sides.</param>
internal readonly record struct SharedRun(int FirstA, int LastA, int FirstB, int LastB, int Same);

/// <summary>Finds the runs that two texts share, wherever they stand: cuts, moved paragraphs, changed words and scanning noise are bridged.</summary>
internal static class Aligner
{
    private const int Seed = 3;             // words that begin a run
    private const int Reach = 8;            // words skipped on either side to find the next equal words
    private const int Patience = 10;        // unequal words in a row, net of equal ones, that end a run
    private const int Places = 6;           // places of one seed that are tried
    private const int Shortest = 5;         // equal words that a run needs

    public static List<SharedRun> Align(Words a, Words b)
    {
        var runs = new List<SharedRun>();
        if (a.Count < Seed || b.Count < Seed) return runs;
        var (heads, next, mask) = Index(a);
        var hashesB = b.Hashes;
        for (var j = 0; j + Seed <= b.Count; j++)
        {
            var best = default(SharedRun);
            var places = 0;
            for (var i = heads[Key(hashesB, j) & mask]; i >= 0 && places < Places; i = next[i])
            {
                if (!SeedEqual(a.Hashes, i, hashesB, j)) continue;
                places++;
                var run = Extend(a.Hashes, hashesB, i, j, runs.Count > 0 ? runs[^1].LastB + 1 : 0);
                if (run.Same > best.Same) best = run;
            }

            if (best.Same < Shortest) continue;
            runs.Add(best);
            j = best.LastB;
        }

        return runs;
    }

    private static (int[] Heads, int[] Next, uint Mask) Index(Words a)
    {
        var size = 256;
        while (size < a.Count * 2) size *= 2;
        var heads = new int[size];
        Array.Fill(heads, -1);
        var next = new int[a.Count];
        for (var i = a.Count - Seed; i >= 0; i--)
        {
            var slot = Key(a.Hashes, i) & (uint)(size - 1);
            next[i] = heads[slot];
            heads[slot] = i;
        }

        return (heads, next, (uint)(size - 1));
    }

    private static uint Key(ReadOnlySpan<uint> hashes, int at)
    {
        var key = ((hashes[at] * 31) + hashes[at + 1]) * 31 + hashes[at + 2];
        return (key * 0x9E3779B1u) >> 8;
    }

    private static bool SeedEqual(ReadOnlySpan<uint> a, int i, ReadOnlySpan<uint> b, int j) => a[i] == b[j] && a[i + 1] == b[j + 1] && a[i + 2] == b[j + 2];

    private static SharedRun Extend(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, int i, int j, int floorB)
    {
        var (lastA, lastB, forward) = Walk(a, b, i, j, 1, a.Length, b.Length);
        var (firstA, firstB, backward) = Walk(a, b, i, j, -1, -1, floorB - 1);
        return new SharedRun(firstA, lastA, firstB, lastB, forward + backward - 1);
    }

    /// <summary>From one equal word on in one direction, up to the last equal word that is reached.</summary>
    private static (int A, int B, int Same) Walk(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, int i, int j, int step, int endA, int endB)
    {
        int lastA = i, lastB = j, same = 1, debt = 0;
        i += step;
        j += step;
        while (i != endA && j != endB)
        {
            if (a[i] == b[j])
            {
                lastA = i;
                lastB = j;
                same++;
                debt = Math.Max(0, debt - 1);
                i += step;
                j += step;
                continue;
            }

            if (!Bridge(a, b, i, j, step, endA, endB, out var skipA, out var skipB)) break;
            debt += Math.Max(skipA, skipB);
            if (debt > Patience) break;
            i += skipA * step;
            j += skipB * step;
        }

        return (lastA, lastB, same);
    }

    /// <summary>The smallest skip on both sides after which two words are equal in a row (one, after a single changed word).</summary>
    private static bool Bridge(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, int i, int j, int step, int endA, int endB, out int skipA, out int skipB)
    {
        int leftA = (endA - i) * step, leftB = (endB - j) * step;
        for (var total = 1; total <= 2 * Reach; total++)
        {
            for (var d = 0; d <= total; d++)
            {
                skipA = (total + 1) / 2 + (d % 2 == 0 ? -(d / 2) : (d + 1) / 2); // the even split first
                skipB = total - skipA;
                if (skipA < 0 || skipB < 0 || skipA > Reach || skipB > Reach || skipA + 1 >= leftA || skipB + 1 >= leftB) continue;
                int x = i + (skipA * step), y = j + (skipB * step);
                if (a[x] == b[y] && a[x + step] == b[y + step]) return true;
            }
        }

        skipA = skipB = 0;
        return false;
    }
}
