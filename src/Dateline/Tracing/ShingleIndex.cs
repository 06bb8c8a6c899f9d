using System.Runtime.InteropServices;

namespace Dateline.Tracing;

/// <summary>Which articles hold a run of words. An article adds at most about 170 runs: those of smallest hash in each window (winnowing), so equal text gives equal choices.</summary>
internal sealed class ShingleIndex
{
    private const int Wanted = 100;
    private const int WidestWindow = 12;

    private readonly Dictionary<uint, int> heads = [];       // run -> its newest posting
    private readonly List<(int Article, int Next, int Rank)> postings = []; // Rank: how many articles held the run, this one counted

    /// <param name="shingles">As <see cref="Shingles.Fill"/> makes them; zeroes are skipped.</param>
    /// <param name="window">Runs of 4 + window - 1 words are never missed.</param>
    public void Add(int article, ReadOnlySpan<uint> shingles, int window)
    {
        for (int i = 0, last = -1; i + window <= shingles.Length || i == 0; i++)
        {
            var best = -1;
            for (var k = i; k < Math.Min(i + window, shingles.Length); k++)
                if (shingles[k] != 0 && (best < 0 || shingles[k] <= shingles[best])) best = k;
            if (best < 0 || best == last) continue;
            last = best;
            ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(heads, shingles[best], out var known);
            if (known && postings[head].Article == article) continue;
            postings.Add((article, known ? head : -1, known ? postings[head].Rank + 1 : 1));
            head = postings.Count - 1;
        }
    }

    public static int Window(int words) => Math.Clamp(words / Wanted, 1, WidestWindow);

    /// <summary>In how many articles the run was indexed.</summary>
    public int Count(uint shingle) => heads.TryGetValue(shingle, out var head) ? postings[head].Rank : 0;

    /// <summary>The newest articles that hold the run.</summary>
    public void Articles(uint shingle, int limit, List<int> into)
    {
        if (!heads.TryGetValue(shingle, out var at)) return;
        for (; at >= 0 && limit > 0; at = postings[at].Next, limit--) into.Add(postings[at].Article);
    }
}
