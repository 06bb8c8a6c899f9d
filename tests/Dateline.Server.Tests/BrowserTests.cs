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
                Assert.Equal("", await browser.EvaluateAsync(BrowserLayout.LowContrast));
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
            Assert.Equal("", await browser.EvaluateAsync(BrowserLayout.Overlaps));
        }
    }

    [ChromiumFact]
    public async Task Keys_go_through_the_list_and_the_slider_has_the_days()
    {
        await using var browser = await Browser.StartAsync();
        await browser.OpenAsync(site.Address, 1200);
        foreach (var (key, at) in new[] { ("j", 0), ("j", 1), ("k", 0), ("k", 0) })
        {
            await browser.Page.Keyboard.PressAsync(key);
            Assert.Equal("true", (await browser.EvaluateAsync($"document.activeElement === document.querySelectorAll('.stories h2 a')[{at}]")).ToLowerInvariant());
        }

        await browser.Page.Keyboard.PressAsync("?");
        Assert.Equal("true", (await browser.EvaluateAsync("document.getElementById('keys').open")).ToLowerInvariant());
        await browser.OpenAsync(new Uri(site.Address, "/stories/story-1?asof=2026-03-06"), 1200);
        Assert.Equal("6 Mar", await browser.EvaluateAsync("document.querySelector('nav.days input[type=range]').getAttribute('aria-valuetext')"));
    }
}
