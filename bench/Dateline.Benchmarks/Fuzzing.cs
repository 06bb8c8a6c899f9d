using System.Diagnostics;
using Dateline.Intake;
using Dateline.Reading;
using Dateline.Tests.Reading;

namespace Dateline.Benchmarks;

/// <summary>Reads broken pages for some minutes, each made from numbers of a fixed sequence, and prints those for which the laws of reading do not hold.</summary>
internal static class Fuzzing
{
    private const int Longest = 300;   // choices of a page
    private const int MostShown = 5;
    private const int SlowMilliseconds = 5000;

    /// <returns>Pages for which a law does not hold.</returns>
    public static int Run(int minutes, int seed)
    {
        // the same seed makes the same pages on every machine; only how many of them fit into the time differs
        Law(new PageMaker([1]).Html(), PageFormat.Html); // loads the models, whose time is none of a page's
        Law(new PageMaker([1]).Text(), PageFormat.Text);
        var state = (ulong)seed * 2 + 1;
        var watch = Stopwatch.StartNew();
        var (pages, broken, slowest) = (0, 0, 0.0);
        for (; watch.Elapsed.TotalMinutes < minutes && broken < MostShown; pages++)
        {
            var choices = new int[1 + Next(ref state) % Longest];
            for (var i = 0; i < choices.Length; i++) choices[i] = Next(ref state);
            var format = pages % 4 == 3 ? PageFormat.Text : PageFormat.Html;
            var page = format == PageFormat.Text ? new PageMaker(choices).Text() : new PageMaker(choices).Html();
            var start = Stopwatch.GetTimestamp();
            var law = Law(page, format);
            var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            slowest = Math.Max(slowest, milliseconds);
            if (milliseconds > SlowMilliseconds) law ??= FormattableString.Invariant($"took {milliseconds:0} ms");
            if (law is null) continue;
            broken++;
            var file = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"broken-{seed}-{pages}.{(format == PageFormat.Text ? "txt" : "html")}"));
            File.WriteAllText(file, page);
            Console.Out.WriteLine($"{file}: {law}");
        }

        Console.Out.WriteLine(FormattableString.Invariant($"{pages} pages in {watch.Elapsed.TotalMinutes:0.0} minutes, {broken} broken, slowest {slowest:0} ms"));
        return broken;
    }

    /// <summary>The same laws on pages as they are: prints those for which one does not hold.</summary>
    /// <returns>Pages for which a law does not hold.</returns>
    public static int Check(IReadOnlyList<string> paths)
    {
        var (pages, broken, slowest) = (0, 0, 0.0);
        foreach (var capture in CaptureReader.Read(paths).OfType<Arrival.Got>().Select(a => a.Capture).Where(c => c.Format != PageFormat.JsonLine))
        {
            var page = Charsets.Decode(capture.Bytes.Span, capture.Metadata.Charset, capture.Format == PageFormat.Html, []);
            var start = Stopwatch.GetTimestamp();
            var law = Law(page, capture.Format);
            if (pages++ > 0) slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (law is null) continue;
            broken++;
            Console.Out.WriteLine($"{capture.Page}: {law}");
        }

        Console.Out.WriteLine(FormattableString.Invariant($"{pages} pages, {broken} broken, slowest {slowest:0} ms, read twice"));
        return broken;
    }

    private static string? Law(string page, PageFormat format)
    {
        try
        {
            return ReadingLaws.Broken(page, format);
        }
#pragma warning disable CA1031 // whatever is thrown is the finding
        catch (Exception error)
#pragma warning restore CA1031
        {
            return error.ToString();
        }
    }

    private static int Next(ref ulong state)
    {
        state = state * 6364136223846793005 + 1442695040888963407;
        return (int)(state >> 33);
    }
}
