using System.Collections.Immutable;

namespace Dateline.Tracing;

/// <summary>What two articles share, weighed: is it copied reporting, or only the same words of a third?</summary>
internal sealed class SharedText
{
    /// <summary>Share of the shorter text from which a copy is a near-copy. Rewrites of one text measured .7 and more, reports with some borrowed paragraphs up to .5.</summary>
    private const double NearCopy = 0.55;

    private SharedText(ImmutableArray<Passage> passages, double share, double shareA, double shareB, int same, double evidence)
    {
        Passages = passages;
        Share = share;
        ShareA = shareA;
        ShareB = shareB;
        Same = same;
        Evidence = evidence;
        Kind = share >= NearCopy ? CopyKind.NearCopy : CopyKind.Partial;
        IsCopy = Kind == CopyKind.NearCopy || evidence >= CopyEvidence.Enough;
        Why = $"shared text: {passages.Sum(p => p.A.Length)} characters in {passages.Length} {(passages.Length == 1 ? "passage" : "passages")}";
    }

    /// <summary>In the order of the second article.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>Share of the shorter text's words.</summary>
    public double Share { get; }

    public double ShareA { get; }

    public double ShareB { get; }

    /// <summary>Words that are equal on both sides.</summary>
    public int Same { get; }

    public double Evidence { get; }

    public bool IsCopy { get; }

    public CopyKind Kind { get; }

    public string Why { get; }

    /// <param name="stock">Words of the second article that stand in many others.</param>
    public static SharedText Of(Words a, Words b, List<SharedRun> runs, Func<SharedRun, int> stock)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>(runs.Count);
        var evidence = default(CopyEvidence);
        var same = 0;
        var coveredA = new bool[a.Count];
        var coveredB = new bool[b.Count];
        foreach (var run in runs)
        {
            evidence = evidence.With(a, b, run, stock(run));
            same += run.Same;
            coveredA.AsSpan(run.FirstA..(run.LastA + 1)).Fill(true);
            coveredB.AsSpan(run.FirstB..(run.LastB + 1)).Fill(true);
            passages.Add(new Passage(new TextSpan(a.Spans[run.FirstA].Start, a.Spans[run.LastA].End), new TextSpan(b.Spans[run.FirstB].Start, b.Spans[run.LastB].End)));
        }

        double shareA = Share(coveredA), shareB = Share(coveredB), share = a.Count <= b.Count ? shareA : shareB;
        return new SharedText(passages.ToImmutable(), share, shareA, shareB, same, evidence.Of(share));

        static double Share(bool[] covered) => covered.Length == 0 ? 0 : covered.Count(c => c) / (double)covered.Length;
    }
}
