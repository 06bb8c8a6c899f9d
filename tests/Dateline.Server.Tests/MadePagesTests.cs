using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dateline.Exchange;

namespace Dateline.Server.Tests;

public sealed partial class MadePagesTests
{
    [Fact]
    public async Task A_story_shows_every_change_with_its_kind_as_a_word_and_both_quotes()
    {
        await using var site = await MadeSite.StartAsync();
        var html = await site.Client.GetStringAsync($"/stories/{MadeStory.Id}");
        var cards = Card().Matches(html).Select(m => WebUtility.HtmlDecode(m.Value)).ToList();
        var turns = MadeStory.Ledger.Tracks.SelectMany(t => t.Changes.Select(c => new Turn(t, c))).ToList();
        Assert.Equal(turns.Count, cards.Count);
        foreach (var turn in turns)
            Assert.Contains(cards, c => c.Contains(Wording.Kind(turn.Change.Kind), StringComparison.Ordinal) && c.Contains(turn.Before.Quote, StringComparison.Ordinal) && c.Contains(turn.After.Quote, StringComparison.Ordinal));
        Assert.True(html.IndexOf("id=\"changes\"", StringComparison.Ordinal) < html.IndexOf("id=\"questions\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quote_link_leads_to_a_mark_that_holds_the_quote()
    {
        await using var site = await MadeSite.StartAsync();
        foreach (var entry in MadeStory.Ledger.Tracks.SelectMany(t => t.Entries))
        {
            var text = MadeStory.Articles.First(a => a.Article.Id == entry.Article).Article.Text;
            var points = new CodePoints(text);
            var page = XDocument.Parse(Void().Replace(Bare().Replace(await site.Client.GetStringAsync($"/articles/{entry.Article}"), " $1=\"\""), "<$1/>").Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
            var mark = page.Descendants().Single(e => (string?)e.Attribute("id") == $"c{points.Of(entry.Span.Start)}-{points.Of(entry.Span.End)}");
            Assert.StartsWith(mark.Value, entry.Quote, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_story_as_of_a_day_leaves_out_what_came_later_and_says_so()
    {
        await using var site = await MadeSite.StartAsync();
        var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/stories/{MadeStory.Id}?asof=2026-03-03"));
        Assert.Contains("as it stood on 3 Mar 2026", html, StringComparison.Ordinal);
        Assert.Contains("Left out: 1 later page and 1 page that may be later", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Twenty-three people were killed", html, StringComparison.Ordinal);
        var before = await site.Client.GetStringAsync($"/stories/{MadeStory.Id}?asof=2020-01-01");
        Assert.Contains("No change was found", before, StringComparison.Ordinal);
        foreach (var ignored in new[] { "asof=soon&clock=cuckoo", "asof=&clock=" })
            Assert.DoesNotContain("class=\"asof\"", await site.Client.GetStringAsync($"/stories/{MadeStory.Id}?{ignored}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_can_be_ordered_by_each_of_four_clocks()
    {
        await using var site = await MadeSite.StartAsync();
        foreach (var clock in new[] { "event", "said", "published", "captured" })
            Assert.Contains($"<option value=\"{clock}\" selected>", await site.Client.GetStringAsync($"/stories/{MadeStory.Id}?clock={clock}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_has_a_page_of_its_own()
    {
        await using var site = await MadeSite.StartAsync();
        foreach (var track in MadeStory.Ledger.Tracks)
        {
            var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/tracks/{track.Id}?clock=said"));
            foreach (var entry in track.Entries) Assert.Contains(entry.Quote, html, StringComparison.Ordinal);
            foreach (var change in track.Changes) Assert.Contains(change.Reason, html, StringComparison.Ordinal);
            Assert.Contains("<svg", html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(new Uri("/tracks/story-7-tnone", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Dropped_lines_stand_in_page_order_with_role_and_reason()
    {
        await using var site = await MadeSite.StartAsync();
        var html = await site.Client.GetStringAsync($"/articles/{MadeStory.Articles[0].Article.Id}");
        var at = new[] { "Home World Sport", "<b>boilerplate</b> made by hand", "class=\"row role-headline\"", "A soldier at the gate.", "<b>caption</b> made by hand" }.Select(s => html.IndexOf(s, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
    }

    [Fact]
    public async Task The_api_gives_the_shapes_of_the_ledger_file()
    {
        await using var site = await MadeSite.StartAsync();
        var article = MadeStory.Articles[0].Article.Id;
        foreach (var path in new[] { "/api/stories", "/stories.json", $"/api/story/{MadeStory.Id}", $"/stories/{MadeStory.Id}.json", $"/api/article/{article}", $"/articles/{article}.json" })
        {
            using var json = JsonDocument.Parse(await site.Client.GetStringAsync(path));
            Assert.Equal(LedgerJson.Format, json.RootElement.GetProperty("format").GetString());
            Assert.Equal(MadeStory.Id.ToString(), json.RootElement.GetProperty("stories")[0].GetProperty("id").GetString());
        }

        using var story = JsonDocument.Parse(await site.Client.GetStringAsync($"/api/story/{MadeStory.Id}"));
        Assert.Equal(MadeStory.Ledger.Tracks.Length, story.RootElement.GetProperty("tracks").GetArrayLength());
        Assert.Equal(MadeStory.Articles.Length, story.RootElement.GetProperty("articles").GetArrayLength());
    }

    [Fact]
    public async Task An_empty_ledger_says_what_to_do()
    {
        await using var site = await MadeSite.StartAsync(filled: false);
        Assert.Contains("dateline add", await site.Client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("Nothing is in quarantine", await site.Client.GetStringAsync("/quarantine"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_told_and_ends_with_3()
    {
        await using var site = await MadeSite.StartAsync();
        using var talk = new StringWriter();
        Assert.Equal(3, await Host.RunAsync(site.Ledger, Binding.Local(site.Client.BaseAddress!.Port), talk, CancellationToken.None));
        Assert.Contains("is taken", talk.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_server_with_0()
    {
        await using var site = await MadeSite.StartAsync();
        using var cancel = new CancellationTokenSource();
        using var talk = new StringWriter();
        var running = Host.RunAsync(site.Ledger, Binding.Local(0), talk, cancel.Token);
        while (talk.ToString().Length == 0 && !running.IsCompleted) await Task.Delay(20);
        await cancel.CancelAsync();
        Assert.Equal(0, await running.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains("http://127.0.0.1:", talk.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex("<article class=\"change .*?</article>", RegexOptions.Singleline)]
    private static partial Regex Card();

    [GeneratedRegex(" (checked|open|defer|download|selected|hidden|required|data-item|data-keys|data-rows)(?=[ >/])")]
    private static partial Regex Bare();

    [GeneratedRegex("<((?:meta|link|br|img|input)\\b[^>]*?)/?>")]
    private static partial Regex Void();
}
