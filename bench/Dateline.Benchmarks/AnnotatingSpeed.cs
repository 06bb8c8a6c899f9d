using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.Versioning;
using Dateline.Annotation;
using Dateline.Intake;
using Dateline.Language;
using Dateline.Quantities;
using Dateline.Time;

namespace Dateline.Benchmarks;

/// <summary>What loading the language models takes in a fresh process, and then words and articles a second, stage by stage, on one core, warm.</summary>
[SupportedOSPlatform("linux"), SupportedOSPlatform("windows")]
internal static class AnnotatingSpeed
{
    private const int WordsOfArticle = 600; // what an article counts for, whatever the lengths of those at hand

    /// <param name="rounds">Times that each article is annotated, after one that warms; the median of each stage counts.</param>
    public static void Run(IReadOnlyList<string> paths, int rounds)
    {
        using var process = Process.GetCurrentProcess();
        process.ProcessorAffinity = 1 << (Environment.ProcessorCount - 1); // also of the threads that collect and compile
        LoadModels();
        var articles = CaptureReader.Read(paths).OfType<Arrival.Got>().Select(a => Pipeline.Read(a.Capture)).SelectMany(o => o.TryGet(out var page, out _) ? page.Articles : []).ToImmutableArray();
        if (articles.Length == 0)
        {
            Console.Error.WriteLine("No articles.");
            return;
        }

        var times = new SortedDictionary<string, List<double>[]>(StringComparer.Ordinal);
        long words = 0;
        for (var round = 0; round <= rounds; round++)
        {
            words = 0;
            if (round == 1) times.Clear();
            for (var i = 0; i < articles.Length; i++) words += Annotate(articles[i], (stage, time) => Keep(stage, i, time));
        }

        var medians = times.Select(t => (Stage: t.Key[2..], Seconds: t.Value.Sum(Median))).ToArray();
        var all = medians.Sum(m => m.Seconds);
        Print($"{articles.Length} articles, {words} words: {words / all:0} words/s, {words / all / WordsOfArticle:0.0} articles of {WordsOfArticle} words a second");
        foreach (var (stage, seconds) in medians) Print($"  {stage,-12} {100 * seconds / all,5:0.0} of 100  {seconds / words * 1e6,6:0.00} µs a word");

        void Keep(string stage, int article, double time)
        {
            if (!times.TryGetValue(stage, out var ofStage)) times.Add(stage, ofStage = [.. articles.Select(_ => new List<double>())]);
            ofStage[article].Add(time);
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void LoadModels()
    {
        var all = Stopwatch.StartNew();
        foreach (var (name, load) in new (string, Func<object>)[] { ("tagger", () => Tagger.Default), ("parser", () => Parser.Default), ("names", () => NameTagger.Default), ("knowledge of names", () => NameKnowledge.Default) })
        {
            var watch = Stopwatch.StartNew();
            load();
            Print($"loading {name,-20} {watch.Elapsed.TotalMilliseconds,6:0} ms");
        }

        Print($"loading {"all",-20} {all.Elapsed.TotalMilliseconds,6:0} ms");
    }

    /// <returns>The number of words.</returns>
    private static int Annotate(Article article, Action<string, double> keep)
    {
        var analysis = Time("1 syntax", () => Analyzer.Analyze(article));
        var mentions = Time("2 names", () => MentionFinder.Find(analysis));
        var timexes = Time("3 dates", () => TimexFinder.Find(analysis, article.Published, dayFirst: false));
        Time("4 quantities", () => QuantityFinder.Find(analysis, timexes));
        Time("5 statements", () => StatementFinder.Find(analysis, mentions, timexes));
        return analysis.Tokens.Length;

        T Time<T>(string stage, Func<T> work)
        {
            var start = Stopwatch.GetTimestamp();
            var result = work();
            keep(stage, Stopwatch.GetElapsedTime(start).TotalSeconds);
            return result;
        }
    }

    private static void Print(FormattableString line) => Console.Out.WriteLine(FormattableString.Invariant(line));
}
