using Dateline.Storage;
using Microsoft.Playwright;

namespace Dateline.Server.Tests;

/// <summary>Each decision and its undo in a real browser: by clicks without scripts, and by keys alone.</summary>
public sealed class BrowserDecisionTests : IAsyncLifetime
{
    private readonly SampleSite site = new();

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    [ChromiumFact]
    public async Task Each_decision_is_taken_and_taken_back_by_clicks_without_scripts()
    {
        await using var browser = await Browser.StartAsync(scripts: false);
        var page = browser.Page;
        var (story, turned, other, statement, quoted) = Chosen();

        await DecideAsync<Ruling.DropChange>(page, $"/stories/{story}", () => Click("article.change >> text=No such change"));
        await DecideAsync<Ruling.DropChange>(page, $"/tracks/{turned}", () => Click("article.change >> text=No such change"));
        await DecideAsync<Ruling.DropStatement>(page, $"/articles/{statement.Article}", () => Click(".note-said >> text=Nobody is quoted"));
        await DecideAsync<Ruling.NameSpeaker>(page, $"/articles/{statement.Article}", () => Click(".note-said:has(button) >> a.fix", "#k-s .choices button"));
        await DecideAsync<Ruling.NameSpeaker>(page, $"/articles/{statement.Article}/decisions", async () =>
        {
            await page.Locator("form:has(input[value='name-speaker']) input[name=speaker]").First.FillAsync("Petra Lindqvist");
            await Click("form:has(input[value='name-speaker']) button");
        });
        await DecideAsync<Ruling.NameEntity>(page, $"/articles/{quoted.Article}/decisions?statement={quoted.Id}", () => Click("#k-e .choices button"));
        await DecideAsync<Ruling.MoveEntry>(page, $"/tracks/{turned}", () => Click("#answers a.fix", $"#k-m .choices button:has-text(\"{other}\")"));
        await DecideAsync<Ruling.MergeTracks>(page, $"/tracks/{turned}", () => Click(".story-head a.fix", $"#k-t .choices button:has-text(\"{other}\")"));
        await DecideAsync<Ruling.NameQuestion>(page, $"/tracks/{turned}", async () =>
        {
            await Click(".story-head a.fix");
            await page.FillAsync("input[name=question]", "What would you ask?");
            await Click("text=Ask it so");
        });
        await DecideAsync<Ruling.SplitStory>(page, $"/stories/{story}", () => Click(".articles a.fix", "#k-p button"));
        await DecideAsync<Ruling.MoveArticle>(page, $"/stories/{story}", () => Click(".articles a.fix", "#k-m .choices button"));
        await DecideAsync<Ruling.MergeStories>(page, $"/stories/{story}", () => Click(".contents >> text=Correct", "form:has(input[value='merge-stories']) button"));
        await DecideAsync<Ruling.AddNote>(page, $"/stories/{story}", async () =>
        {
            await Click(".contents >> text=Correct");
            await page.FillAsync("input[name=text]", "ask the harbour");
            await Click("text=Add the note");
        });

        async Task Click(params string[] places)
        {
            foreach (var place in places) await page.Locator(place).First.ClickAsync();
        }
    }

    [ChromiumFact]
    public async Task Each_decision_is_taken_and_taken_back_by_keys_alone()
    {
        await using var browser = await Browser.StartAsync();
        var page = browser.Page;
        var (story, turned, _, statement, quoted) = Chosen();

        await DecideAsync<Ruling.DropChange>(page, $"/stories/{story}", () => On(".change", "x"), undo: "u");
        await DecideAsync<Ruling.DropStatement>(page, $"/articles/{statement.Article}", () => On(".note-said:has(button)", "x"), undo: "u");
        await DecideAsync<Ruling.NameSpeaker>(page, $"/articles/{statement.Article}", () => On(".note-said:has(button)", "s", "Enter"), undo: "u");
        await DecideAsync<Ruling.NameEntity>(page, $"/articles/{quoted.Article}/decisions?statement={quoted.Id}", () => Press("e", "Enter"), undo: "u");
        await DecideAsync<Ruling.MoveEntry>(page, $"/tracks/{turned}", () => On("tr", "m", "Enter"), undo: "u");
        await DecideAsync<Ruling.MergeTracks>(page, $"/tracks/{turned}", () => Press("t", "Enter"), undo: "u");
        await DecideAsync<Ruling.NameQuestion>(page, $"/tracks/{turned}", async () =>
        {
            await Press("q", "Control+A");
            await page.Keyboard.TypeAsync("What would you ask?");
            await page.Keyboard.PressAsync("Enter");
        }, undo: "u");
        await DecideAsync<Ruling.SplitStory>(page, $"/stories/{story}", () => On(".articles li", "p", "Enter"), undo: "u");
        await DecideAsync<Ruling.MoveArticle>(page, $"/stories/{story}", () => On(".articles li", "m", "Enter"), undo: "u");
        await DecideAsync<Ruling.MergeStories>(page, $"/stories/{story}", () => Press("g", "Tab", "Enter"), undo: "u");
        await DecideAsync<Ruling.AddNote>(page, $"/stories/{story}", async () =>
        {
            await Press("n");
            await page.Keyboard.TypeAsync("ask the harbour");
            await page.Keyboard.PressAsync("Enter");
        }, undo: "u");
        Assert.Empty(browser.Faults);

        // j until an item of that kind is in focus, then the keys
        async Task On(string item, params string[] keys)
        {
            for (var presses = 0; await browser.EvaluateAsync($"!!document.activeElement.closest('{item}')") != "True"; presses++)
            {
                Assert.True(presses < 300, $"j does not reach {item}");
                await page.Keyboard.PressAsync("j");
            }

            await Press(keys);
        }

        async Task<bool> ReadyAsync(string key)
        {
            try
            {
                return await browser.EvaluateAsync($"document.readyState === 'complete' && location.hash === '#k-{key}' && document.activeElement.matches('button, select, input, a')") == "True";
            }
            catch (PlaywrightException)
            {
                return false; // the page is just being left
            }
        }

        async Task Press(params string[] keys)
        {
            foreach (var key in keys)
            {
                await page.Keyboard.PressAsync(key);
                if (key is "s" or "e" or "m" or "t" or "q" or "p" or "g" or "n")
                {
                    for (var wait = 0; !await ReadyAsync(key); wait++)
                    {
                        Assert.True(wait < 200, $"{key} does not lead to its place, but to {page.Url}");
                        await Task.Delay(50);
                    }
                }
            }
        }
    }

    /// <summary>Decides on a page, sees that it is told, takes it back, and sees that all is as before.</summary>
    private async Task DecideAsync<TRuling>(IPage page, string path, Func<Task> decide, string? undo = null)
        where TRuling : Ruling
    {
        var before = LedgerDigest.Of(site.Ledger.Load());
        await page.GotoAsync(new Uri(site.Address, path).ToString());
        await decide();
        await ToldAsync("Take back");
        Assert.IsType<TRuling>(site.Ledger.Decisions()[^1].Ruling);
        if (undo is null) await page.ClickAsync(".decided button");
        else
        {
            await page.WaitForLoadStateAsync(LoadState.Load); // the keys are listened to once the page's script has run
            await page.Keyboard.PressAsync(undo);
        }

        await ToldAsync("is taken back");
        Assert.Equal(before, LedgerDigest.Of(site.Ledger.Load()));

        async Task ToldAsync(string words)
        {
            try
            {
                await page.WaitForSelectorAsync($".decided:has-text(\"{words}\")", new PageWaitForSelectorOptions { Timeout = 60_000 });
            }
            catch (TimeoutException)
            {
                var shown = await page.InnerTextAsync("main");
                Assert.Fail($"{typeof(TRuling).Name} on {path} is not told at {page.Url}: {shown[..Math.Min(400, shown.Length)]}");
            }
        }
    }

    /// <summary>A question with changes, another one of its kind, and two statements of the sample story.</summary>
    private (StoryId Story, TrackId Turned, string Other, Statement First, Statement Named) Chosen()
    {
        var found = site.Ledger.Load(site.Ledger.Stories().MaxBy(s => s.Story.Articles.Length)!.Story.Id)!;
        var turned = found.Tracks.First(t => t.Changes.Length > 0 && t.Entries.Length > 2);
        var statements = found.Statements.Where(s => !s.OutletVoice).ToList();
        return (found.Stories[0].Id, turned.Id, found.Tracks.First(t => t.Id != turned.Id && t.Kind == turned.Kind).Question, statements[0], statements.First(s => s.Source.Entity == "Ilan Kesh"));
    }
}
