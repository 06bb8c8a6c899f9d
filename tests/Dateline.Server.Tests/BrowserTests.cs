namespace Dateline.Server.Tests;

public sealed class BrowserTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const int Phone = 360;

    [ChromiumFact]
    public async Task Nothing_overflows_a_phone()
    {
        await using var made = await MadeSite.StartAsync();
        await using var browser = await Browser.StartAsync();
        var pages = site.Ledger.Stories().Select(s => new Uri(site.Address, $"/stories/{s.Story.Id}"))
            .Concat(site.Ledger.Load().Articles.Take(4).Select(a => new Uri(site.Address, $"/articles/{a.Article.Id}")))
            .Append(new Uri(site.Address, "/"))
            .Concat(new[] { "/", "/quarantine", $"/stories/{MadeStory.Id}", $"/articles/{MadeStory.Articles[1].Article.Id}", "/nowhere" }.Select(p => new Uri(made.Client.BaseAddress!, p)));
        foreach (var page in pages)
        {
            await browser.OpenAsync(page, Phone);
            Assert.Equal($"{Phone}", await browser.EvaluateAsync("document.documentElement.clientWidth"));
            Assert.True(await browser.EvaluateAsync("document.documentElement.scrollWidth") == $"{Phone}", $"{page.AbsolutePath} overflows: " + await browser.EvaluateAsync(
                $"[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > {Phone} + .5).map(e => e.tagName + '.' + e.className).slice(0, 5).join(', ')"));
        }
    }

    [ChromiumFact]
    public async Task The_style_sheet_applies_and_dark_mode_is_dark()
    {
        await using var made = await MadeSite.StartAsync();
        await using var browser = await Browser.StartAsync();
        var page = new Uri(made.Client.BaseAddress!, $"/stories/{MadeStory.Id}");
        await browser.OpenAsync(page, 1200);
        Assert.Equal("rgb(251, 250, 247)", await browser.EvaluateAsync("getComputedStyle(document.body).backgroundColor"));
        await browser.OpenAsync(new Uri(page + "?dark"), 1200, dark: true);
        Assert.Equal("rgb(22, 24, 27)", await browser.EvaluateAsync("getComputedStyle(document.body).backgroundColor"));
    }

    [ChromiumFact]
    public async Task Text_has_enough_contrast_in_both_schemes()
    {
        await using var made = await MadeSite.StartAsync();
        await using var browser = await Browser.StartAsync();
        foreach (var dark in new[] { false, true })
        {
            foreach (var path in new[] { $"/stories/{MadeStory.Id}", $"/articles/{MadeStory.Articles[0].Article.Id}" })
            {
                await browser.OpenAsync(new Uri(made.Client.BaseAddress!, $"{path}?{dark}"), 1200, dark);
                Assert.Equal("", await browser.EvaluateAsync(LowContrast));
            }
        }
    }

    [ChromiumFact]
    public async Task No_words_of_a_picture_overlap_in_a_browser()
    {
        await using var browser = await Browser.StartAsync();
        foreach (var width in new[] { Phone, 1440 })
        {
            await browser.OpenAsync(new Uri(site.Address, "/stories/story-1?" + width), width);
            Assert.NotEqual("0", await browser.EvaluateAsync("[...document.querySelectorAll('.picture text')].filter(t => t.getBoundingClientRect().width > 0).length"));
            Assert.Equal("", await browser.EvaluateAsync(Overlaps));
        }
    }

    [ChromiumFact]
    public async Task Keys_go_through_the_list_and_the_slider_has_the_days()
    {
        await using var browser = await Browser.StartAsync();
        await browser.OpenAsync(site.Address, 1200);
        foreach (var (key, at) in new[] { ("j", 0), ("j", 1), ("k", 0), ("k", 0) })
        {
            await browser.EvaluateAsync($"document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }}))");
            Assert.Equal("true", (await browser.EvaluateAsync($"document.activeElement === document.querySelectorAll('.stories h2 a')[{at}]")).ToLowerInvariant());
        }

        await browser.EvaluateAsync("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))");
        Assert.Equal("true", (await browser.EvaluateAsync("document.getElementById('keys').open")).ToLowerInvariant());
        await browser.OpenAsync(new Uri(site.Address, "/stories/story-1?asof=2026-03-06"), 1200);
        Assert.Equal("6 Mar", await browser.EvaluateAsync("document.querySelector('nav.days input[type=range]').getAttribute('aria-valuetext')"));
    }

    /// <summary>Pairs of words in one picture that cover each other by more than a pixel.</summary>
    private const string Overlaps = """
        (() => {
          const found = [];
          for (const picture of document.querySelectorAll('.picture')) {
            const texts = [...picture.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, r]) => r.width > 0);
            texts.forEach(([a, r], i) => texts.slice(i + 1).forEach(([b, q]) => {
              const wide = Math.min(r.right, q.right) - Math.max(r.left, q.left), high = Math.min(r.bottom, q.bottom) - Math.max(r.top, q.top);
              if (wide > 1 && high > 4) found.push(`${a} | ${b} ${wide.toFixed(1)} ${high.toFixed(1)}`);
            }));
          }
          return found.slice(0, 6).join(', ');
        })()
        """;

    /// <summary>The elements with text of their own whose contrast to the nearest painted ground is below 4.5 to 1 (WCAG 2.2, 1.4.3).</summary>
    private const string LowContrast = """
        (() => {
          const rgb = c => c.match(/[\d.]+/g).map(Number);
          const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
          return [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => {
            const a = light(rgb(getComputedStyle(e).color).slice(0, 3)), b = light(ground(e));
            return [e, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)];
          }).filter(([, ratio]) => ratio < 4.5).map(([e, ratio]) => `${e.tagName}.${e.className} ${ratio.toFixed(2)}`).join(', ');
        })()
        """;
}
