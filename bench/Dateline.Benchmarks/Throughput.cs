using System.Collections.Immutable;
using System.Diagnostics;
using Dateline.Intake;
using Dateline.Storage;

namespace Dateline.Benchmarks;

/// <summary>Pages a second and peak memory, stage by stage, on a folder of pages: plain numbers for docs/performance.md.</summary>
internal static class Throughput
{
    /// <param name="most">Pages that are taken at most.</param>
    public static void Run(IReadOnlyList<string> paths, int most)
    {
        var captures = Measure("intake", () => CaptureReader.Read(paths).OfType<Arrival.Got>().Select(a => a.Capture).DistinctBy(c => c.Id).Take(most).ToImmutableArray(), c => c.Length);
        Console.Out.WriteLine(FormattableString.Invariant($"           {captures.Sum(c => (long)c.Bytes.Length) / 1e6:0.0} MB in {captures.Length} pages, {Environment.ProcessorCount} cores"));
        var articles = Measure("read", () => InOrder.Select(captures, Pipeline.Read).SelectMany(o => o.TryGet(out var page, out _) ? page.Articles : []).ToImmutableArray(), a => a.Length);
        var annotated = Measure("annotate", () => InOrder.Select(articles, Pipeline.Annotate).ToImmutableArray(), a => a.Length);
        var ledger = Measure("follow", () => Pipeline.Follow(annotated), _ => annotated.Length);
        Console.Out.WriteLine(FormattableString.Invariant($"           {ledger.Stories.Length} stories, {ledger.Statements.Count()} statements, {ledger.Tracks.Length} tracks"));
        Console.Out.WriteLine(FormattableString.Invariant($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
    }

    private static T Measure<T>(string stage, Func<T> work, Func<T, int> pages)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        var seconds = watch.Elapsed.TotalSeconds;
        Console.Out.WriteLine(FormattableString.Invariant($"{stage,-10} {pages(result) / seconds,10:0.0} pages/s  {seconds,8:0.00} s"));
        return result;
    }
}
