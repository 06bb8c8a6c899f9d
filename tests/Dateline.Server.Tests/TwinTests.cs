using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Server.Tests;

/// <summary>What a page shows, a program gets at the page's own path below /api/v1.</summary>
public sealed class TwinTests
{
    /// <summary>Addresses that are no pages: files, addresses of before that lead to pages, and what is for programs alone.</summary>
    private static readonly string[] Others = ["/style.css", "/script.js", "/icon.svg", "/story/{id}", "/article/{id}", "/articles/{id}/capture", "/stories/{id}/report.{format}", "/mcp"];

    [Fact]
    public async Task Every_page_has_its_twin_and_the_twin_is_not_sent_twice()
    {
        await using var site = await MadeSite.StartAsync();
        site.Ledger.Decide(new Ruling.AddNote([MadeStory.Articles[0].Article.Id], [], "ask again"), "ada", DateTimeOffset.UnixEpoch);
        await using var app = Host.Build(site.Ledger, 0);
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true).Select(e => e.RoutePattern.RawText!).ToHashSet();
        var pages = routes.Where(r => !r.StartsWith("/api/", StringComparison.Ordinal) && !r.StartsWith("/feeds/", StringComparison.Ordinal) && !r.EndsWith(".json", StringComparison.Ordinal) && !Others.Contains(r)).ToList();
        Assert.Equal(13, pages.Count);
        foreach (var page in pages)
        {
            using (var shown = await site.Client.GetAsync(new Uri(Filled(page), UriKind.Relative)))
            {
                Assert.Equal("text/html", shown.Content.Headers.ContentType?.MediaType);
                Assert.Contains($"<link rel=\"alternate\" type=\"application/json\" href=\"{Filled(Twin(page))}\" />", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            Assert.Contains(Twin(page), routes);
            await CheckAsync(site, Filled(Twin(page)));
        }
    }

    [Fact]
    public async Task Exports_and_addresses_of_before_are_not_sent_twice_either()
    {
        await using var site = await MadeSite.StartAsync();
        foreach (var path in (string[])["/stories.json", "/stories/story-7.json", "/api/story/story-7", $"/articles/{MadeStory.Articles[0].Article.Id}.json", $"/articles/{MadeStory.Articles[0].Article.Id}.ninjs.json", "/search.json?q=the", "/stories/story-7/report.html", "/stories/story-7/report.csv", "/feeds/changes.atom"])
            await CheckAsync(site, path);
    }

    [Theory]
    [InlineData("decisions", "decisions")]
    [InlineData("stories/story-7/decisions", "decisions")]
    [InlineData("quarantine", "quarantine")]
    [InlineData("quarantine/codes", "codes")]
    public async Task Logs_are_given_whole_by_their_cursors(string path, string name)
    {
        await using var site = await MadeSite.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            site.Ledger.Decide(new Ruling.AddNote([MadeStory.Articles[0].Article.Id], [], $"note {i}"), "ada", DateTimeOffset.UnixEpoch.AddDays(i));
            site.Ledger.Refuse(Storage.Quarantined.Of(new Rejection(Codes.Empty, "The page holds no words.", $"empty-{i}.txt")));
        }

        var found = new List<string>();
        var total = 0;
        for (string? cursor = ""; cursor is not null;)
        {
            using var page = JsonDocument.Parse(await site.Client.GetStringAsync($"/api/v1/{path}?limit=2&cursor={cursor}"));
            found.AddRange(page.RootElement.GetProperty(name).EnumerateArray().Select(e => e.GetRawText()));
            (cursor, total) = (page.RootElement.GetProperty("next").GetString(), page.RootElement.GetProperty("total").GetInt32());
        }

        Assert.True(total >= 5);
        Assert.Equal(total, found.Distinct().Count());
        Assert.Equal(total, found.Count);
    }

    [Fact]
    public async Task Tag_changes_when_something_is_refused()
    {
        await using var site = await MadeSite.StartAsync();
        var before = site.Ledger.Version();
        Assert.True(site.Ledger.Refuse(Storage.Quarantined.Of(new Rejection(Codes.Empty, "The page holds no words.", "new.txt"))));
        Assert.NotEqual(before, site.Ledger.Version());
    }

    private static async Task CheckAsync(MadeSite site, string path)
    {
        using var first = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(first.StatusCode == HttpStatusCode.OK, $"{path}: {first.StatusCode}");
        Assert.True(first.Headers.ETag is not null, path + " has no tag");
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { new EntityTagHeaderValue(first.Headers.ETag!.Tag) } } };
        using var second = await site.Client.SendAsync(again);
        Assert.True(second.StatusCode == HttpStatusCode.NotModified, path + " is sent again");
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    private static string Twin(string page) => page == "/" ? "/api/v1/stories" : "/api/v1" + page;

    private static string Filled(string route) => route
        .Replace("{id}", route.Contains("/articles/", StringComparison.Ordinal) ? MadeStory.Articles[0].Article.Id.Value : route.Contains("/tracks/", StringComparison.Ordinal) ? MadeStory.Ledger.Tracks[0].Id.Value : route.Contains("/sources/", StringComparison.Ordinal) ? "story-7~ilan-kesh" : "story-7", StringComparison.Ordinal)
        .Replace("{name}", "The%20Dorvik%20Courier", StringComparison.Ordinal);
}
