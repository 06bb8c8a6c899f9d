using System.Diagnostics;
using System.Globalization;
using Dateline.Stories;

namespace Dateline.Benchmarks;

/// <summary>Placing from the first article to the millionth, on one core and from given features: cost and memory of an article, rightness, and how long the index takes to be kept and read again.</summary>
internal static class Growth
{
    private const int Seed = 1;
    private const int FirstMark = 1_000;

    /// <param name="images">The folder for the curves; null: none are drawn.</param>
    public static void Run(int articles, string? images)
    {
        var stream = new StoryStream();
        var truth = new List<int>();
        var points = new List<Mark>();
        var start = GC.GetTotalMemory(true);
        var (watch, time, cpu, last) = (new Stopwatch(), 0.0, TimeSpan.Zero, 0);
        Console.Out.WriteLine("articles     articles/s      us each   bytes each   episodes    stories      terms   pair F1   (us by processor time)");
        foreach (var chunk in new MadeStream(Seed).Articles().Take(articles).Chunk(FirstMark))
        {
            var from = Process.GetCurrentProcess().UserProcessorTime;
            watch.Restart();
            for (var i = 0; i < chunk.Length; i++) stream.Add(Id(truth.Count + i), chunk[i].Terms, chunk[i].Days);
            time += watch.Elapsed.TotalSeconds;
            cpu += Process.GetCurrentProcess().UserProcessorTime - from;
            truth.AddRange(chunk.Select(c => c.Story));
            if (!IsMark(truth.Count) && truth.Count != articles) continue;
            var added = truth.Count - last;
            var mark = new Mark(truth.Count, cpu.TotalMicroseconds / added, (GC.GetTotalMemory(true) - start - (4.0 * truth.Capacity)) / truth.Count);
            points.Add(mark);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{truth.Count,9} {added / time,13:0} {1e6 * time / added,12:0.0} {mark.Bytes,12:0} {stream.Episodes.Count,10} {stream.Standing().Select(s => s.Story).Distinct().Count(),10} {stream.Terms.Vocabulary,10} {Pairs(stream, truth),9:0.000}   {mark.Microseconds:0.0}"));
            (time, cpu, last) = (0, TimeSpan.Zero, truth.Count);
        }

        Keep(stream);
        if (images is null) return;
        Curve.Draw(Path.Combine(images, "placing-time.svg"), "Placing: processor time of an article", "microseconds", [.. points.Select(p => (p.Articles, p.Microseconds))], logarithm: true);
        Curve.Draw(Path.Combine(images, "placing-memory.svg"), "Placing: memory of an article in the index", "bytes", [.. points.Select(p => (p.Articles, p.Bytes))], logarithm: false);
    }

    private static bool IsMark(int count)
    {
        var mark = FirstMark;
        while (mark * 10 <= count) mark *= 10;
        return count == mark || count == 3 * mark;
    }

    private static ArticleId Id(int number) => new(string.Create(CultureInfo.InvariantCulture, $"a{number}"));

    /// <summary>F1 over pairs of articles in one episode against pairs of one made story.</summary>
    private static double Pairs(StoryStream stream, List<int> truth)
    {
        static double Two(int n) => n * (n - 1.0) / 2;
        var placed = stream.InEpisodes().Select((e, at) => (Found: e.Episode.Value, Made: truth[at])).ToList();
        var both = placed.CountBy(p => p).Sum(c => Two(c.Value));
        var all = placed.CountBy(p => p.Found).Sum(c => Two(c.Value)) + placed.CountBy(p => p.Made).Sum(c => Two(c.Value));
        return all > 0 ? 2 * both / all : 1;
    }

    private static void Keep(StoryStream stream)
    {
        var file = Path.GetTempFileName();
        var watch = Stopwatch.StartNew();
        using (var into = new BufferedStream(File.Create(file), 1 << 20)) stream.Write(into);
        var kept = watch.Elapsed.TotalSeconds;
        watch.Restart();
        using (var from = new BufferedStream(File.OpenRead(file), 1 << 20)) StoryStream.Read(from);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"index: {new FileInfo(file).Length / 1e6:0} MB, written in {kept:0.0} s, read in {watch.Elapsed.TotalSeconds:0.0} s"));
        File.Delete(file);
    }

    private readonly record struct Mark(int Articles, double Microseconds, double Bytes);
}
