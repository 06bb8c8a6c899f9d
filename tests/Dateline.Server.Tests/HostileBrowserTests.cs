using System.Text;
using Dateline.Storage;
using Dateline.Storage.Sqlite;

namespace Dateline.Server.Tests;

/// <summary>Pages that try to run, to fetch, to break out and to break the layout: nothing of them does, on any page of the workbench, in a real browser.</summary>
public sealed class HostileBrowserTests : IDisposable
{
    private const int Phone = 360;
    private const string Script = "<script>window.broken=1;alert(1)</script><img src=x onerror='window.broken=1;alert(2)'>\" onmouseover=\"window.broken=1\" x=\"";
    private const string Link = "<a href=\"javascript:window.broken=1\">here</a> javascript:window.broken=1 data:text/html,<script>window.broken=1</script>";
    private const string Style = "</style></title></textarea></svg><style>body{display:none}</style><div style='position:fixed;inset:0;background:red'>";
    private const string Signs = "\u202Ereversed\u202C \u2066isolated \u200Bze\u200Dro\uFEFF \u061C\u200F";

    private readonly string folder = Directory.CreateTempSubdirectory("dateline-hostile-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [ChromiumFact]
    public async Task Nothing_of_a_page_is_run_or_fetched_and_the_layout_stays_whole()
    {
        using var ledger = SqliteLedger.Open(Path.Combine(folder, "ledger.db"));
        foreach (var (page, i) in Pages().Select((p, i) => (p, i))) ledger.Append(Derived.From(Capture.Of(Encoding.UTF8.GetBytes(page), PageFormat.Html, $"{i}-{Script[..60]}.html", new PageMetadata($"Post {Script} {Signs}", "2031-03-0" + (i + 3), $"javascript:alert({i})", null, "manifest"))));
        ledger.Refuse(Quarantined.Of(new Rejection(Codes.Empty, Script + Style + Signs, new string('w', 5000) + Script)));
        Fold.Follow(ledger);
        ledger.Decide(new Ruling.AddNote([.. ledger.Load().Articles.Select(a => a.Article.Id)], [], Script + Style + Signs), Script, DateTimeOffset.UnixEpoch);
        Fold.Follow(ledger);
        var (app, client) = await SampleSite.StartAsync(ledger);
        await using var running = app;
        using var closed = client;
        await using var browser = await Browser.StartAsync();
        var paths = Paths(ledger);
        Assert.Contains(paths, p => p.StartsWith("/tracks/", StringComparison.Ordinal));
        Assert.Contains(paths, p => p.StartsWith("/sources/", StringComparison.Ordinal));
        var broken = new List<string>();
        foreach (var path in paths)
        {
            foreach (var width in new[] { Phone, 1440 })
            {
                await browser.OpenAsync(new Uri(client.BaseAddress!, path), width);
                Assert.Equal("", await browser.EvaluateAsync("window.broken ? 'run' : ''"));
                Assert.Equal("", await browser.EvaluateAsync("[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name) || a.name === 'style') || /^\\s*(javascript|data):/i.test(e.getAttribute('href') ?? '') || ['IFRAME', 'OBJECT', 'BASE', 'IMG'].includes(e.tagName) || (e.tagName === 'SCRIPT' && e.getAttribute('src') !== '/script.js')).map(e => e.outerHTML.slice(0, 200)).join()"));
                Assert.Equal("True", await browser.EvaluateAsync("document.querySelector('footer.site').getBoundingClientRect().height > 0 && getComputedStyle(document.body).display !== 'none'"));
                if (await browser.EvaluateAsync(BrowserLayout.Overflow) is { Length: > 0 } wide) broken.Add($"{path} {width} {wide}");
            }
        }

        Assert.True(broken.Count == 0, string.Join("\n", broken));
        Assert.Empty(browser.Faults);
    }

    private static List<string> Paths(ILedger ledger)
    {
        var all = ledger.Load();
        var stories = all.Stories.Select(s => s.Id).Take(3).ToList();
        return
        [
            "/", "/changes", "/search?q=bridge", "/quarantine", "/decisions", "/?q=" + Uri.EscapeDataString(Script), "/search?q=" + Uri.EscapeDataString(Script + Signs), "/changes?source=" + Uri.EscapeDataString(Script), "/sources/" + Uri.EscapeDataString(Script), "/outlets/" + Uri.EscapeDataString(Script),
            .. stories.Select(s => $"/stories/{s}"), .. stories.Select(s => $"/stories/{s}/decisions"),
            .. all.Tracks.Take(4).SelectMany(t => new[] { $"/tracks/{t.Id}", $"/stories/{t.Story}/decisions?track={t.Id}&entry=0" }),
            .. all.Articles.SelectMany(a => new[] { $"/articles/{a.Article.Id}", $"/articles/{a.Article.Id}/decisions" }),
            .. all.Articles.Select(a => a.Article.Outlet?.Value).OfType<string>().Distinct().Select(o => "/outlets/" + Uri.EscapeDataString(o)),
            .. all.Stories.SelectMany(s => all.Articles.Where(a => s.Articles.Contains(a.Article.Id)).SelectMany(a => a.Annotations.Statements.Select(new SourceNames(s.Id, all.Articles.Where(b => s.Articles.Contains(b.Article.Id))).Of))).OfType<SourceKey>().Select(k => "/sources/" + Uri.EscapeDataString(k.Id)).Distinct().Take(8),
        ];
    }

    private static IEnumerable<string> Pages()
    {
        foreach (var (day, toll) in new[] { ("Monday", 12), ("Tuesday", 19), ("Wednesday", 23) })
        {
            var (script, link, style) = (Escape(Script), Escape(Link), Escape(Style));
            yield return $"""
                <html><head><title>Bridge collapse in Tarvo kills {toll} {script} {style}</title></head><body onload="window.broken=1"><article><h1>Bridge collapse in Tarvo kills {toll} {script} {style} {Signs}</h1>
                <p>At least {toll} people were killed when the bridge in Tarvo collapsed on {day}, Interior Minister Ada {script} Brook said. {link}</p>
                <p>&#8220;The bridge was closed {Signs} for repairs {style},&#8221; Ada Brook told reporters in Tarvo on {day}. The ministry denied that the bridge was open.</p>
                <script>window.broken=1</script><p onclick="window.broken=1" style="position:fixed">Police said {toll} people were killed by the collapse. {new string('w', 4000)}</p><p>{new string('x', toll == 19 ? 1_000_000 : 100)}</p>
                <p>{Signs}{Signs} Mayor Jon Vell said on {day} that rescue workers had freed nine people from the water, and that {toll} were dead.</p></article></body></html>
                """;
        }

        static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
    }
}
