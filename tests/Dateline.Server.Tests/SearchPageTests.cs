using System.Net;
using System.Text.Json;

namespace Dateline.Server.Tests;

public sealed class SearchPageTests
{
    [Fact]
    public async Task Search_shows_the_quote_marked_with_who_said_it_and_leads_to_its_words()
    {
        await using var site = await MadeSite.StartAsync();
        var html = await site.Client.GetStringAsync("/search?q=hold+talks");
        var article = MadeStory.Articles[0].Article;
        Assert.Contains("We <mark class=\"hit\">hold</mark> no <mark class=\"hit\">talks</mark>", html, StringComparison.Ordinal);
        var quote = "We hold no talks";
        var at = article.Text.IndexOf(quote, StringComparison.Ordinal) - 1; // the one pair of surrogates is one code point
        Assert.Contains($"/articles/{article.Id}#c{at}-{at + quote.Length}\"", html, StringComparison.Ordinal);
        Assert.Contains($"id=\"c{at}-{at + quote.Length}\"", await site.Client.GetStringAsync($"/articles/{article.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_is_the_same_as_JSON_with_quotes_and_captures()
    {
        await using var site = await MadeSite.StartAsync();
        using var found = JsonDocument.Parse(await site.Client.GetStringAsync("/search.json?q=talks&kind=statement&source=the+prime+minister"));
        Assert.Equal(1, found.RootElement.GetProperty("total").GetInt32());
        var hit = found.RootElement.GetProperty("hits")[0];
        Assert.Equal("we held talks", hit.GetProperty("quote").GetString());
        Assert.Equal(MadeStory.Articles[2].Article.Capture.Value, hit.GetProperty("capture").GetString());
        Assert.Equal("story-7", hit.GetProperty("story").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=%22")]
    [InlineData("?q=%00%22x")]
    [InlineData("?q=a+OR+NEAR(&page=99999999&kind=x&from=never")]
    [InlineData("?q=script")]
    [InlineData("?outlet=The+Dorvik+Courier&page=9")]
    public async Task Whatever_is_looked_for_gives_a_page_on_which_nothing_runs(string query)
    {
        await using var site = await MadeSite.StartAsync();
        using var answer = await site.Client.GetAsync(new Uri("/search" + query, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_a_search_keep_its_conditions()
    {
        await using var site = await MadeSite.StartAsync();
        Assert.DoesNotContain("class=\"pager\"", await site.Client.GetStringAsync("/search?q=the"), StringComparison.Ordinal);
        Assert.Contains("There is one page only.", await site.Client.GetStringAsync("/search?q=the&page=3"), StringComparison.Ordinal);
        var filter = Search.SearchFilter.Of(new Microsoft.AspNetCore.Http.QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["q"] = "a & b", ["from"] = "2026-03-01", ["story"] = "story-7", ["kind"] = "statement", ["page"] = "3" }));
        Assert.Equal("/search?q=a%20%26%20b&kind=statement&story=story-7&from=2026-03-01&page=4", filter.At(4).Address());
    }
}
