using Dateline.Storage;

namespace Dateline.Server.Tests;

/// <summary>Each page in a real browser: whole at both widths and in both schemes, and without a serious fault of accessibility.</summary>
public sealed class EveryPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    private const int Phone = 360;
    private const int Desk = 1440;

    [ChromiumFact]
    public async Task Every_page_is_whole_at_both_widths_and_in_both_schemes()
    {
        await using var browser = await Browser.StartAsync();
        var wrong = new List<string>();
        foreach (var path in Paths(site.Ledger))
        {
            foreach (var (width, dark) in new[] { (Phone, false), (Desk, true), (Desk, false), (Phone, true) })
            {
                await browser.OpenAsync(new Uri(site.Address, path), width, dark);
                foreach (var fault in new[] { await browser.EvaluateAsync(BrowserLayout.Overflow), width == Phone ? "" : await browser.EvaluateAsync(BrowserLayout.LowContrast), await browser.EvaluateAsync(BrowserLayout.Overlaps) })
                    if (fault.Length > 0) wrong.Add($"{path} {width}{(dark ? " dark" : "")}: {fault}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Empty(browser.Faults);
    }

    [AxeFact]
    public async Task No_page_has_a_serious_violation_of_axe()
    {
        await using var browser = await Browser.StartAsync();
        var wrong = new List<string>();
        foreach (var path in Paths(site.Ledger))
        {
            foreach (var (width, dark) in new[] { (Desk, false), (Phone, true) })
            {
                await browser.OpenAsync(new Uri(site.Address, path), width, dark);
                if (await Axe.SeriousAsync(browser) is { Length: > 0 } found) wrong.Add($"{path} {width}{(dark ? " dark" : "")}: {found}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [ChromiumFact]
    public async Task The_newest_change_its_words_and_who_else_carries_them_are_within_three_clicks()
    {
        await using var browser = await Browser.StartAsync(scripts: false);
        var page = browser.Page;
        await browser.OpenAsync(site.Address);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Changes", Exact = true }).ClickAsync(); // one: the newest change with its exact words
        var first = page.Locator("article.change").First;
        var quote = first.Locator(".side .quote").Last;
        var words = await quote.InnerTextAsync();
        Assert.NotEmpty(words);
        await quote.ClickAsync(); // two: the words in their page
        Assert.Contains("/articles/", page.Url, StringComparison.Ordinal);
        Assert.StartsWith(words[..Math.Min(20, words.Length)], await page.Locator(":target").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".note-claim a").First.ClickAsync(); // three: the question, with all who answer it
        Assert.Contains("/tracks/", page.Url, StringComparison.Ordinal);
        Assert.NotEqual(0, await page.Locator("#answers tbody tr").CountAsync());
    }

    /// <summary>Each kind of page, as the sample story fills it.</summary>
    internal static IEnumerable<string> Paths(ILedger ledger)
    {
        var story = ledger.Stories().MaxBy(s => s.Story.Articles.Length)!.Story;
        var found = ledger.Load(story.Id)!;
        var track = found.Tracks.First(t => t.Changes.Length > 0);
        var amounts = found.Tracks.First(t => t.Kind == TrackKind.Quantity);
        var statement = found.Statements.First(s => !s.OutletVoice);
        return
        [
            "/", "/?q=dam", "/?q=nothingatall", $"/stories/{story.Id}", $"/stories/{story.Id}?asof=2026-03-07&clock=published", $"/tracks/{track.Id}", $"/tracks/{amounts.Id}?clock=captured",
            $"/articles/{story.Articles[0]}", $"/articles/{story.Articles[^1]}", "/sources/ilan-kesh", $"/sources/{story.Id}~officials", "/outlets/Castrel%20Herald", "/outlets/The%20Meridian%20Post",
            "/changes", "/changes?kind=update&source=Health%20Ministry", "/search?q=dam", "/search", "/decisions", $"/stories/{story.Id}/decisions", $"/stories/{story.Id}/decisions?track={track.Id}", $"/stories/{story.Id}/decisions?track={track.Id}&entry=0",
            $"/stories/{story.Id}/decisions?article={story.Articles[0]}", $"/articles/{story.Articles[0]}/decisions", $"/articles/{statement.Article}/decisions?statement={statement.Id}", "/quarantine", "/quarantine/codes", "/nowhere",
        ];
    }
}
