using System.Diagnostics;
using System.Globalization;
using Dateline.Storage;
using Dateline.Storage.Sqlite;

namespace Dateline.Benchmarks;

/// <summary>Starts the server over a ledger as <c>dateline serve</c> does, asks for every kind of page and route one after the other, and tells time (as a client on the same machine sees it), processor time of the server, bytes and memory.</summary>
internal static class Serving
{
    private const int Warm = 5;
    private const int Seed = 7;

    /// <param name="only">Kinds with these words in their names alone.</param>
    public static async Task<int> RunAsync(string file, int requests, string? only)
    {
        var kinds = Kinds(file).Where(k => only is null || k.Kind.Contains(only, StringComparison.Ordinal)).ToList();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Dateline.Cli.dll"), "serve", "--ledger", file, "--port", "0"]) { RedirectStandardError = true };
        using var server = Process.Start(start)!;
        try
        {
            string? line;
            while ((line = await server.StandardError.ReadLineAsync()) is not null && !line.Contains("http://", StringComparison.Ordinal)) Console.Error.WriteLine(line);
            if (line is null) return 3;
            _ = server.StandardError.ReadToEndAsync(); // a server whose faults nobody reads would wait for a reader
            var at = line.IndexOf("http://", StringComparison.Ordinal);
            using var client = new HttpClient { BaseAddress = new Uri(line[at..line.IndexOf(' ', at)]), Timeout = TimeSpan.FromMinutes(10) };
            Console.Out.WriteLine($"{"kind",-44} {"status",6} {"p50 ms",8} {"p95 ms",8} {"max ms",8} {"cpu ms",8} {"max KB",8} {"server MB",10}");
            foreach (var (kind, paths, heavy) in kinds) await AskAsync(client, server, kind, paths, heavy ? 3 : requests);
            server.Refresh();
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"most memory of the server: {server.PeakWorkingSet64 / 1e6:0} MB"));
            return 0;
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task AskAsync(HttpClient client, Process server, string kind, string[] paths, int requests)
    {
        var times = new List<double>();
        var (most, status) = (0L, 0);
        var spent = TimeSpan.Zero;
        for (var i = -Math.Min(Warm, requests); i < requests; i++)
        {
            if (i == 0)
            {
                server.Refresh();
                spent = server.TotalProcessorTime;
            }

            var watch = Stopwatch.StartNew();
            using var answer = await client.GetAsync(new Uri(paths[(i + Warm) % paths.Length], UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            var bytes = await LengthAsync(answer);
            if (i >= 0) times.Add(watch.Elapsed.TotalMilliseconds);
            most = Math.Max(most, bytes);
            status = Math.Max(status, (int)answer.StatusCode);
        }

        times.Sort();
        server.Refresh();
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-44} {status,6} {times[times.Count / 2],8:0.0} {times[Math.Min(times.Count - 1, times.Count * 95 / 100)],8:0.0} {times[^1],8:0.0} {(server.TotalProcessorTime - spent).TotalMilliseconds / requests,8:0.0} {most / 1e3,8:0.0} {server.WorkingSet64 / 1e6,10:0}"));
    }

    /// <summary>Read through a small buffer: an answer held whole would be the client's memory and time, not the server's.</summary>
    private static async Task<long> LengthAsync(HttpResponseMessage answer)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[1 << 16];
        var length = 0L;
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;) length += read;
        return length;
    }

    private const int Distinct = 150; // searches of each kind

    /// <summary>Every page and route; those given as heavy are files to be kept, and asked for three times.</summary>
    private static List<(string Kind, string[] Paths, bool Heavy)> Kinds(string file)
    {
        using var ledger = SqliteLedger.Open(file);
        var random = new Random(Seed);
        var large = ledger.List(new StoryQuery(Sort: StorySort.Articles, Take: 3)).Stories;
        var total = ledger.List(new StoryQuery(Take: 1)).Total;
        var some = Enumerable.Range(0, 40).SelectMany(_ => ledger.List(new StoryQuery(Skip: random.Next(total), Take: 1)).Stories).ToList();
        var changes = Enumerable.Range(0, 20).SelectMany(i => ledger.Changes(new ChangeQuery(Skip: random.Next(20_000), Take: 1)).Changes).ToList();
        var hits = ((IEnumerable<string>)["people", "ministry"]).SelectMany(w => ledger.Search(new SearchQuery(w, Take: 20)).Hits).ToList();
        var inLarge = ledger.Search(new SearchQuery(Kind: SearchKind.Statement, Story: large[0].Id)).Hits;
        var largeTracks = ledger.Changes(new ChangeQuery(large[0].Id, Take: 100)).Changes.CountBy(c => c.Track.Value).OrderByDescending(c => c.Value).Take(3).Select(c => c.Key).ToArray();
        string[] Of<T>(string before, IEnumerable<T> ids, string after = "") => [.. ids.Select(i => before + i + after)];
        var (stories, big, tracks, articles) = (some.Select(s => s.Id), large.Select(s => s.Id), changes.Select(c => c.Track), hits.Concat(inLarge.Take(20)).Select(h => h.Article).Distinct().ToList());
        var largest = large.Take(1).Select(s => s.Id);
        var middle = large[0].Days[large[0].Days.Length / 2].Day;
        var source = Uri.EscapeDataString(inLarge.First(h => h.Source is not null).Source!);
        var outlet = Uri.EscapeDataString(hits.First(h => h.Outlet is not null).Outlet!);
        // those of whom the hits and changes speak, the one of the largest story first
        string[] sources = [.. inLarge.Concat(hits).Select(h => h.Source).OfType<string>().Select(SourceNames.Slug).Concat(changes.SelectMany(c => new[] { c.Before.Source, c.After.Source }).OfType<string>()).Distinct().Where(s => ledger.Source(s) is not null).Take(20)];
        string[] outlets = [.. hits.Select(h => h.Outlet).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(20).Select(Uri.EscapeDataString)];
        // each search once: an answer that the server still holds would tell nothing
        var vocabulary = new MadeWords();
        string[] Asked(Func<int, string, string> path) => [.. Enumerable.Range(0, Distinct).Select(i => path(i, Uri.EscapeDataString(vocabulary.Common(random))))];
        return
        [
            ("/", ["/"], false),
            ("/?q=", Asked((_, word) => $"/?q={word}"), false),
            ("/?outlet=&from=&to=", [$"/?outlet={outlet}", "/?from=2031-06-01&to=2031-07-01"], false),
            ("/?sort=&page=", Asked((i, _) => $"/?sort={(i % 2 == 0 ? "changes" : "title")}&page={random.Next(1, 300)}"), false),
            ("/stories/{id}", Of("/stories/", stories), false),
            ("/stories/{id}, the three largest", Of("/stories/", big), false),
            ("/stories/{id}?clock=, the largest", Of("/stories/", largest, "?clock=said"), false),
            ("/stories/{id}?asof=, the three largest", Of("/stories/", big, $"?asof={middle:O}"), false),
            ("/tracks/{id}", Of("/tracks/", tracks), false),
            ("/tracks/{id}, of the largest story", Of("/tracks/", largeTracks), false),
            ("/tracks/{id}?clock=, of the largest story", Of("/tracks/", largeTracks, "?clock=published"), false),
            ("/articles/{id}", Of("/articles/", articles), false),
            ("/changes", ["/changes"], false),
            ("/changes?kind=&outlet=&from=&story=", ["/changes?kind=denial", $"/changes?outlet={outlet}", "/changes?from=2031-06-01&to=2031-07-01", $"/changes?story={large[0].Id}"], false),
            ("/sources/{id}", Of("/sources/", sources), false),
            ("/sources/{id}, the most quoted", Of("/sources/", sources.Take(1)), false),
            ("/outlets/{name}", Of("/outlets/", outlets), false),
            ("/search?q= in every text", Asked((_, word) => $"/search?q=the+{word}"), false),
            ("/search?q= ordinary", Asked((_, word) => $"/search?q={word}"), false),
            ("/search?q=&outlet=&from=", Asked((i, word) => (i % 3) switch { 0 => $"/search?q={word}&outlet={outlets[i % outlets.Length]}", 1 => $"/search?q={word}&from=2031-06-01&to=2031-07-01", _ => $"/search?q={word}&story={large[i % large.Length].Id}" }), false),
            ("/search?source=", Asked((i, word) => $"/search?q={(i % 2 == 0 ? word : "")}&source={source}"), false),
            ("/decisions", ["/decisions"], false),
            ("/stories/{id}/decisions", Of("/stories/", stories, "/decisions"), false),
            ("/stories/{id}/decisions, the largest", Of("/stories/", largest, "/decisions"), false),
            ("/articles/{id}/decisions", Of("/articles/", articles, "/decisions"), false),
            ("/quarantine", ["/quarantine"], false),
            ("/api/v1/stories", ["/api/v1/stories?limit=100"], false),
            ("/api/v1/tracks/{id}", Of("/api/v1/tracks/", tracks), false),
            ("/api/v1/articles/{id}", Of("/api/v1/articles/", articles), false),
            ("/api/v1/statements", [$"/api/v1/statements?source={source}&limit=100"], false),
            ("/api/v1/changes", ["/api/v1/changes?limit=100"], false),
            ("/api/v1/search", ["/api/v1/search?q=ministry&limit=100"], false),
            ("/api/v1/sources/{id}", Of("/api/v1/sources/", sources), false),
            ("/api/v1/outlets/{name}", Of("/api/v1/outlets/", outlets), false),
            ("/feeds/changes.atom", ["/feeds/changes.atom"], false),
            ("/feeds/stories/{id}.atom, the largest", Of("/feeds/stories/", largest, ".atom"), false),
            ("/feeds/tracks/{id}.atom, of the largest", Of("/feeds/tracks/", largeTracks, ".atom"), false),
            ("/api/v1/stories/{id}", Of("/api/v1/stories/", stories), false),
            ("/api/v1/stories/{id}, the largest", Of("/api/v1/stories/", largest), true),
            ("/api/v1/tracks/{id}, of the largest", Of("/api/v1/tracks/", largeTracks), true),
            ("/stories/{id}/report.html, the largest", Of("/stories/", largest, "/report.html"), true),
            ("/stories/{id}/report.csv, the largest", Of("/stories/", largest, "/report.csv"), true),
            ("/stories/{id}/report.statements.csv", Of("/stories/", largest, "/report.statements.csv"), true),
            ("/stories/{id}/report.md, the largest", Of("/stories/", largest, "/report.md"), true),
            ("/stories/{id}/report.jsonld, the largest", Of("/stories/", largest, "/report.jsonld"), true),
            ("/stories.json", ["/stories.json"], true),
        ];
    }
}
