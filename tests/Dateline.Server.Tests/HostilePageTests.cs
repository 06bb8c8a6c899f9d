using System.Net;
using System.Text.Json;

namespace Dateline.Server.Tests;

public sealed class HostilePageTests
{
    [Fact]
    public async Task Words_of_a_page_never_become_markup()
    {
        await using var site = await MadeSite.StartAsync();
        var article = MadeStory.Articles[1].Article.Id;
        foreach (var path in new[] { "/", $"/stories/{MadeStory.Id}", $"/articles/{article}", "/quarantine" })
        {
            var html = await site.Client.GetStringAsync(path);
            Assert.DoesNotContain("<script", html.Replace("<script src=\"/script.js\" defer></script>", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(MadeStory.Attack, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_style_or_script_stands_in_a_page()
    {
        await using var site = await MadeSite.StartAsync();
        foreach (var path in new[] { "/", $"/stories/{MadeStory.Id}", $"/articles/{MadeStory.Articles[0].Article.Id}", "/quarantine", "/nowhere" })
        {
            var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
            var html = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("style=\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
            Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", string.Join(' ', answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Theory]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/story/story-7", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/stories/story-99", HttpStatusCode.NotFound)]
    [InlineData("GET", "/stories/x", HttpStatusCode.NotFound)]
    [InlineData("GET", "/articles/ffffffffffff", HttpStatusCode.NotFound)]
    [InlineData("GET", "/stories/story-7/../../etc/passwd", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_answered_gets_its_status(string method, string path, HttpStatusCode status)
    {
        await using var site = await MadeSite.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        Assert.Equal(status, (await site.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("GET", "/api/story/story-99", 404)]
    [InlineData("GET", "/api/article/none", 404)]
    [InlineData("GET", "/stories/story-99.json", 404)]
    [InlineData("POST", "/api/stories", 405)]
    public async Task Errors_of_the_api_have_one_shape(string method, string path, int status)
    {
        await using var site = await MadeSite.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(status, json.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(path, json.RootElement.GetProperty("instance").GetString());
        Assert.NotEmpty(json.RootElement.GetProperty("title").GetString()!);
        Assert.NotEmpty(json.RootElement.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        await using var site = await MadeSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await site.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_damaged_ledger_is_told_as_such()
    {
        await using var site = await MadeSite.StartAsync();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(site.LedgerFile)!)) await File.WriteAllBytesAsync(file, Enumerable.Repeat((byte)'x', 4096).ToArray());
        foreach (var path in new[] { "/", "/api/stories" })
        {
            using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }
    }
}
