namespace Dateline.Tracing;

/// <summary>What speaks for copied reporting in the longest shared runs. Names, quotations, stop words and stock lines are anybody's; plain words in the same order are not.</summary>
/// <param name="Own">Most words of a run that are the reporter's own.</param>
/// <param name="Plain">Most words of a run outside quotation marks.</param>
/// <param name="Same">Most equal words of a run.</param>
/// <param name="Mixed">Most words of a run that stand inside quotation marks while at least as many stand outside, or the other way about.</param>
internal readonly record struct CopyEvidence(int Own, int Plain, int Same, int Mixed)
{
    /// <summary>Copies of two and more paragraphs lie above in 98 of 100 cases, independent reports of one event below in 85 of 100.</summary>
    public const double Enough = -1.5;

    private const WordMarks Anybodys = WordMarks.Stop | WordMarks.Quoted | WordMarks.Capital;

    public CopyEvidence With(Words a, Words b, SharedRun run, int stock)
    {
        var own = Math.Max(0, Math.Min(run.Same, Math.Min(Count(a, run.FirstA, run.LastA, Anybodys), Count(b, run.FirstB, run.LastB, Anybodys))) - stock);
        var plain = Math.Min(run.Same, Count(b, run.FirstB, run.LastB, WordMarks.Quoted));
        return new CopyEvidence(Math.Max(Own, own), Math.Max(Plain, plain), Math.Max(Same, run.Same), Math.Max(Mixed, Math.Min(plain, run.Same - plain)));
    }

    /// <summary>Log-odds of a copy; weights by logistic regression on mixed and independent reports of the same events.</summary>
    /// <param name="share">Share of the shorter text that is shared at all.</param>
    public double Of(double share) =>
        -7.9 + (1.97 * Math.Log(1 + Own)) + (0.41 * Math.Log(1 + Plain)) + (0.88 * Math.Log(1 + Same)) + (0.32 * Math.Log(1 + Mixed)) + (0.85 * Math.Log(share + 0.01));

    public static int Count(Words words, int first, int last, WordMarks without)
    {
        var count = 0;
        var marks = words.Marks;
        for (var i = first; i <= last; i++)
            if ((marks[i] & without) == 0) count++;
        return count;
    }
}
