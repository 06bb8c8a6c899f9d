using System.Collections.Immutable;
using System.Diagnostics;
using Dateline.Intake;
using Dateline.Storage;
using Dateline.Tracks;

namespace Dateline.Benchmarks;

/// <summary>What following costs in one story of many articles: articles a second, and memory as the story grows.</summary>
internal static class FollowSpeed
{
    private const int Rounds = 3;

    /// <param name="most">Articles of the greatest story; half, a quarter and an eighth of it are measured too.</param>
    public static void Run(IReadOnlyList<string> paths, int most)
    {
        var captures = CaptureReader.Read(paths).OfType<Arrival.Got>().Select(a => a.Capture).DistinctBy(c => c.Id).Take(most).ToImmutableArray();
        var watch = Stopwatch.StartNew();
        var articles = InOrder.Select(captures, Derived.From).SelectMany(d => d.Articles).DistinctBy(a => a.Article.Id).Take(most).ToImmutableArray();
        Print($"annotated: {articles.Length} articles, {articles.Length / watch.Elapsed.TotalSeconds:0.0} articles/s on {Environment.ProcessorCount} cores");
        for (var count = Math.Max(1, articles.Length / 8); count <= articles.Length; count *= 2) Measure(articles[..count]);
    }

    private static void Measure(ImmutableArray<AnnotatedArticle> articles)
    {
        var story = new Story(new StoryId(1), "one story", [.. articles.Select(a => a.Article.Id)], UncertainDate.Unknown("not asked"), UncertainDate.Unknown("not asked"));
        var best = double.MaxValue;
        var finding = double.MaxValue;
        ImmutableArray<Track> tracks = [];
        long kept = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var claims = articles.Sum(a => ClaimFinder.Find(a).Length);
            finding = Math.Min(finding, watch.Elapsed.TotalSeconds);
            tracks = [];
            var before = GC.GetTotalMemory(forceFullCollection: true);
            watch.Restart();
            tracks = Follower.Follow(articles, [story], [], [], []);
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            kept = GC.GetTotalMemory(forceFullCollection: true) - before;
            GC.KeepAlive(tracks);
            if (round == Rounds - 1) Print($"{articles.Length,6} articles {claims,7} claims: found {articles.Length / finding,7:0} articles/s, followed in all {articles.Length / best,7:0} articles/s; {tracks.Length,5} tracks, {tracks.Sum(t => t.Entries.Length),6} entries, {kept / 1024.0 / Math.Max(1, tracks.Sum(t => t.Entries.Length)):0.0} KiB an entry");
        }
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(FormattableString.Invariant(line));
}
