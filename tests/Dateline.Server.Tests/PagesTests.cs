using System.Net;
using System.Text.RegularExpressions;

namespace Dateline.Server.Tests;

public sealed partial class PagesTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task The_first_page_lists_every_story()
    {
        var html = await site.Client.GetStringAsync("/");
        foreach (var summary in site.Ledger.Stories())
        {
            Assert.Contains($"href=\"/stories/{summary.Story.Id}\"", html, StringComparison.Ordinal);
            Assert.Contains(WebUtility.HtmlEncode(summary.Story.Title), html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("q=chess", 1)]
    [InlineData("q=kessary+dam", 1)]
    [InlineData("q=nothing+of+this", 0)]
    [InlineData("outlet=Lorrane+Today", 1)]
    [InlineData("entity=Mira+Talven", 1)]
    [InlineData("to=2026-03-01", 0)]
    [InlineData("from=2026-03-20", 1)]
    [InlineData("sort=title&from=never&page=x", 4)]
    [InlineData("page=99", 0)]
    public async Task The_list_is_filtered_by_its_address(string query, int stories)
    {
        var html = await site.Client.GetStringAsync("/?" + query);
        Assert.Equal(stories, Regex.Count(html, "<h2><a href=\"/stories/"));
    }

    [Fact]
    public async Task The_list_shows_the_newest_change_and_the_pages_of_each_day()
    {
        var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/"));
        var turned = site.Ledger.List(new Dateline.Storage.StoryQuery()).Stories.First(s => s.Latest is not null);
        Assert.Contains(turned.Latest!.Question, html, StringComparison.Ordinal);
        Assert.Contains("Pages per day, 3 Mar 2026 to 28 Mar 2026; most on 4 Mar 2026: 3", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_whose_page_has_a_label_alone_is_called_by_its_first_sentence()
    {
        var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/"));
        Assert.Contains(">Ansel: The captain of a ferry that ran into a pier in Port Ansel had been on duty for 19 hours, an inquiry heard on…</a>", html, StringComparison.Ordinal);
        Assert.Contains(">Grunval: The last coal mine of the Teller basin closed on Saturday after 141 years</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_say_who_else_carries_the_words_and_where_nobody_does()
    {
        var html = await site.Client.GetStringAsync("/changes");
        var changes = site.Ledger.Changes(new Dateline.Storage.ChangeQuery(Take: 25) { WithPlaces = true }).Changes.SelectMany(c => new[] { c.Before, c.After }).ToList();
        Assert.Equal(changes.Count(s => s.Also.Length == 0), Regex.Count(html, "No further page (says so|has this)"));
        Assert.Equal(changes.Count(s => s.Also.Length > 0), Regex.Count(html, ">Also in <"));
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/", "/quarantine", "/changes", .. site.Ledger.Load().Articles.Select(a => $"/articles/{a.Article.Id}")]);
        var links = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var path))
        {
            if (pages.ContainsKey(path) || (path.Contains("/decisions?", StringComparison.Ordinal) && pages.Count(p => p.Key.Contains("/decisions?", StringComparison.Ordinal)) >= 60)) continue; // one for each thing that can be corrected
            var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(answer.IsSuccessStatusCode, $"{path} answers {answer.StatusCode}");
            pages[path] = await answer.Content.ReadAsStringAsync();
            if (answer.Content.Headers.ContentType!.MediaType != "text/html") continue;
            foreach (Match match in Href().Matches(pages[path]))
            {
                var link = WebUtility.HtmlDecode(match.Groups["to"].Value);
                if (link.StartsWith('#')) link = path + link;
                Assert.StartsWith("/", link, StringComparison.Ordinal);
                links.Add(link);
                open.Enqueue(link.Split('#')[0]);
            }
        }

        var dead = links.Where(l => l.Contains('#', StringComparison.Ordinal) && pages.ContainsKey(l.Split('#')[0])).Where(l => !pages[l.Split('#')[0]].Contains($"id=\"{l.Split('#')[1]}\"", StringComparison.Ordinal)).ToList();
        Assert.Empty(dead);
    }

    [Theory]
    [InlineData("/story/story-1", "/stories/story-1")]
    [InlineData("/story/story-1.json?clock=said", "/stories/story-1.json?clock=said")]
    [InlineData("/article/0a1b2c", "/articles/0a1b2c")]
    [InlineData("/story/%2F%2Fevil.example", "/stories/%252F%252Fevil.example")]
    public async Task Addresses_of_before_lead_to_those_of_now_for_ever(string before, string now)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        using var answer = await client.GetAsync(new Uri(before, UriKind.Relative));
        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(now, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task No_id_stands_twice_on_a_page()
    {
        foreach (var path in site.Ledger.Stories().Select(s => $"/stories/{s.Story.Id}").Concat(site.Ledger.Load().Articles.Select(a => $"/articles/{a.Article.Id}")))
        {
            var ids = Id().Matches(await site.Client.GetStringAsync(path)).Select(m => m.Groups["id"].Value).ToList();
            Assert.Equal(ids.Distinct(), ids);
        }
    }

    [Fact]
    public async Task An_article_page_holds_the_whole_text_kept_and_dropped()
    {
        foreach (var (article, _) in site.Ledger.Load().Articles)
        {
            var text = WebUtility.HtmlDecode(Tag().Replace(await site.Client.GetStringAsync($"/articles/{article.Id}"), ""));
            foreach (var block in article.Blocks) Assert.Contains(block.Span.Slice(article.Text), text, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("href=\"(?<to>[^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex(" id=\"(?<id>[^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
