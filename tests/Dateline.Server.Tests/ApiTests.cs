using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Dateline.Server.Tests;

public sealed class ApiTests
{
    [Fact]
    public async Task Description_names_every_address_and_no_other()
    {
        await using var site = await MadeSite.StartAsync();
        using var description = await Get(site, "/api/v1/openapi.json");
        var described = description.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
        await using var app = Host.Build(site.Ledger, 0);
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!).Where(r => r.StartsWith("/api/v1/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(routes, described);
    }

    /// <summary>By the reader that ASP.NET Core's own descriptions are made with.</summary>
    [Fact]
    public async Task Description_is_valid_OpenAPI_3_1()
    {
        await using var site = await MadeSite.StartAsync();
        var read = OpenApiDocument.Parse(await site.Client.GetStringAsync("/api/v1/openapi.json"), "json");
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic!.SpecificationVersion);
        Assert.Empty(read.Diagnostic.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        var operations = read.Document!.Paths.SelectMany(p => p.Value.Operations!.Values).ToList();
        Assert.Equal(operations.Count, operations.Select(o => o.OperationId).Distinct().Count());
        Assert.All(operations, o => Assert.True(o.Summary is { Length: > 0 } && o.Responses!["200"].Content!.ContainsKey("application/json"), o.OperationId));
        Assert.All(operations.SelectMany(o => o.Responses!).Where(r => r.Key[0] == '4'), r => Assert.True(r.Value.Content!.ContainsKey("application/problem+json")));
    }

    [Fact]
    public async Task Answers_have_the_members_that_the_description_demands()
    {
        await using var site = await MadeSite.StartAsync();
        using var description = await Get(site, "/api/v1/openapi.json");
        foreach (var path in description.RootElement.GetProperty("paths").EnumerateObject())
        {
            var id = path.Name.Split('/')[3] switch { "tracks" => MadeStory.Ledger.Tracks[0].Id.Value, "articles" => MadeStory.Articles[0].Article.Id.Value, "sources" => "story-7~ilan-kesh", "outlets" => "The%20Dorvik%20Courier", _ => "story-7" };
            using var answer = await Get(site, path.Name.Replace("{id}", id, StringComparison.Ordinal).Replace("{name}", id, StringComparison.Ordinal));
            Check(description.RootElement, path.Value.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema"), answer.RootElement, path.Name);
        }
    }

    [Theory]
    [InlineData("/api/v1/stories", HttpStatusCode.OK)]
    [InlineData("/api/v1/stories/story-7", HttpStatusCode.OK)]
    [InlineData("/api/v1/changes", HttpStatusCode.OK)]
    [InlineData("/api/v1/stories/story-8", HttpStatusCode.NotFound)]
    public async Task What_is_held_already_is_not_sent_again(string path, HttpStatusCode status)
    {
        await using var site = await MadeSite.StartAsync();
        using var first = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, first.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, first.Headers.ETag is not null);
        if (first.Headers.ETag is not { } tag) return;
        Assert.Equal(HttpStatusCode.NotModified, await StatusOf(tag.Tag));
        Assert.Equal(HttpStatusCode.NotModified, await StatusOf("\"x\", W/" + tag.Tag));
        Assert.Equal(HttpStatusCode.OK, await StatusOf("\"x\""));
        site.Ledger.Replace(MadeStory.Ledger with { Tracks = [] });
        Assert.Equal(HttpStatusCode.OK, await StatusOf(tag.Tag));

        async Task<HttpStatusCode> StatusOf(string held)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("If-None-Match", held);
            using var answer = await site.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("changes", "changes")]
    [InlineData("search?q=the", "hits")]
    [InlineData("statements", "statements")]
    public async Task Lists_are_given_whole_by_their_cursors(string path, string name)
    {
        await using var site = await MadeSite.StartAsync();
        using var whole = await Get(site, "/api/v1/" + path);
        var all = whole.RootElement.GetProperty(name).EnumerateArray().Select(e => e.GetRawText()).ToList();
        Assert.Equal(all.Count, whole.RootElement.GetProperty("total").GetInt32());
        Assert.True(all.Count > 2);
        var paged = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            using var page = await Get(site, $"/api/v1/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=2&cursor={cursor}");
            paged.AddRange(page.RootElement.GetProperty(name).EnumerateArray().Select(e => e.GetRawText()));
            cursor = page.RootElement.GetProperty("next").GetString();
        }

        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task Cursor_of_an_earlier_state_is_refused_with_a_code()
    {
        await using var site = await MadeSite.StartAsync();
        using var page = await Get(site, "/api/v1/changes?limit=1");
        site.Ledger.Replace(MadeStory.Ledger with { Copies = [] });
        foreach (var query in new[] { "cursor=" + page.RootElement.GetProperty("next").GetString(), "cursor=!!", "cursor=eA", "limit=0", "limit=101", "limit=x" })
        {
            using var answer = await site.Client.GetAsync(new Uri("/api/v1/changes?" + query, UriKind.Relative));
            Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Null(answer.Headers.ETag);
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal("request.wrong", problem.RootElement.GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Change_carries_quotes_that_stand_at_their_places()
    {
        await using var site = await MadeSite.StartAsync();
        using var changes = await Get(site, "/api/v1/changes?story=story-7");
        foreach (var side in changes.RootElement.GetProperty("changes").EnumerateArray().SelectMany(c => new[] { c.GetProperty("before"), c.GetProperty("after") }))
        {
            var article = MadeStory.Articles.Single(a => a.Article.Id.Value == side.GetProperty("article").GetString()).Article;
            var points = article.Text.EnumerateRunes().Skip(side.GetProperty("start").GetInt32()).Take(side.GetProperty("end").GetInt32() - side.GetProperty("start").GetInt32());
            Assert.Equal(side.GetProperty("quote").GetString(), string.Concat(points));
            Assert.Equal(article.Capture.Value, side.GetProperty("capture").GetString());
        }
    }

    private static void Check(JsonElement description, JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("$ref", out var name)) schema = description.GetProperty("components").GetProperty("schemas").GetProperty(Regex.Match(name.GetString()!, "[A-Za-z]+$").Value);
        if (schema.TryGetProperty("required", out var required))
            Assert.All(required.EnumerateArray(), r => Assert.True(value.TryGetProperty(r.GetString()!, out _), $"{place} has no {r}"));
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject().Where(p => value.TryGetProperty(p.Name, out _))) Check(description, property.Value, value.GetProperty(property.Name), $"{place} {property.Name}");
        if (schema.TryGetProperty("items", out var items))
            foreach (var item in value.EnumerateArray()) Check(description, items, item, place);
        if (schema.TryGetProperty("enum", out var allowed)) Assert.Contains(value.GetString(), allowed.EnumerateArray().Select(a => a.GetString()));
    }

    private static async Task<JsonDocument> Get(MadeSite site, string path) => JsonDocument.Parse(await site.Client.GetStringAsync(path));
}
