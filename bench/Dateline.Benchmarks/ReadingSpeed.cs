using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json;
using Dateline.Intake;

namespace Dateline.Benchmarks;

/// <summary>Reads each page several times on one core, warm, and prints pages a second from the median time of each page; beside it, where asked, Mozilla Readability on the same pages and core.</summary>
[SupportedOSPlatform("linux"), SupportedOSPlatform("windows")]
internal static class ReadingSpeed
{
    private const int WarmSeconds = 15; // until the hot methods are compiled with full optimisation, on the one core too
    private const int Slowest = 3;

    /// <param name="rounds">Times that each page is read and measured.</param>
    /// <param name="against">The folder of read.mjs with its modules installed, or null.</param>
    public static void Run(IReadOnlyList<string> paths, int rounds, string? against)
    {
        using var process = Process.GetCurrentProcess();
        process.ProcessorAffinity = 1 << (Environment.ProcessorCount - 1); // also of the threads that collect and compile, and of the other program
        var ours = Measure(process, paths, rounds);
        if (against is null || ours == 0) return;
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(against, "read.mjs"), $"{rounds}", $"{WarmSeconds}", .. paths]) { RedirectStandardOutput = true })!;
        using var answer = JsonDocument.Parse(node.StandardOutput.ReadToEnd());
        double Value(string name) => answer.RootElement.GetProperty(name).GetDouble();
        Print($"Readability: {Value("pages")} pages, {Value("articles")} articles, {Value("perSecond"):0.0} pages/s by the medians, peak memory {Value("peakMegabytes"):0} MB");
        Print($"{ours / Value("perSecond"):0.0} times as fast");
    }

    private static double Measure(Process process, IReadOnlyList<string> paths, int rounds)
    {
        // page after page, so that the pages themselves do not count as memory of reading
        IEnumerable<Capture> Captures() => CaptureReader.Read(paths).OfType<Arrival.Got>().Select(a => a.Capture);
        for (var warming = Stopwatch.StartNew(); warming.Elapsed.TotalSeconds < WarmSeconds;)
        {
            foreach (var capture in Captures().TakeWhile(_ => warming.Elapsed.TotalSeconds < WarmSeconds)) Pipeline.Read(capture);
        }

        var pages = new List<(string Name, List<double> Times)>();
        var articles = 0;
        var (bytes, allocated) = (0L, 0L);
        for (var round = 0; round < rounds; round++)
        {
            var page = 0;
            foreach (var capture in Captures())
            {
                if (round == 0) pages.Add((capture.Page, []));
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                var outcome = Pipeline.Read(capture);
                pages[page++].Times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                if (round > 0) continue;
                bytes += capture.Bytes.Length;
                if (outcome.TryGet(out var read, out _)) articles += read.Articles.Length;
            }
        }

        if (pages.Count == 0)
        {
            Console.Error.WriteLine("No pages there.");
            return 0;
        }

        var medians = pages.Select(p => Median(p.Times)).ToArray();
        var perSecond = pages.Count / (medians.Sum() / 1000);
        process.Refresh();
        Print($"{pages.Count} pages, {bytes / 1e6:0.0} MB, {articles} articles, {rounds} rounds on one core");
        Print($"{perSecond:0.0} pages/s by the medians, {pages.Count * rounds / (pages.Sum(p => p.Times.Sum()) / 1000):0.0} over all rounds, {pages.Count / (pages.Sum(p => p.Times.Min()) / 1000):0.0} by the best of each page");
        Print($"a page: median {Median(medians):0.00} ms, slowest {medians.Max():0.00} ms, {allocated / 1e6 / rounds / pages.Count:0.00} MB allocated");
        Print($"peak memory {process.PeakWorkingSet64 / 1e6:0} MB");
        foreach (var i in Enumerable.Range(0, pages.Count).OrderByDescending(i => medians[i]).Take(Slowest)) Print($"  {medians[i],8:0.00} ms  {pages[i].Name}");
        return perSecond;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(FormattableString.Invariant(line));
}
