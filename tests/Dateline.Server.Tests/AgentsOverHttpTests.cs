using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Dateline.Server.Tests;

/// <summary>A client of the protocol asks the real server at /mcp.</summary>
public sealed class AgentsOverHttpTests
{
    [Fact]
    public async Task Agent_finds_words_and_their_evidence_over_HTTP()
    {
        await using var site = await MadeSite.StartAsync();
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(site.Client.BaseAddress!, "/mcp") }));
        Assert.Equal("dateline", client.ServerInfo!.Name);
        var tools = await client.ListToolsAsync();
        Assert.Equal(["get_evidence", "get_story", "get_track", "list_changes", "search_statements"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, t => Assert.True(t.ProtocolTool.Annotations!.ReadOnlyHint));
        var hit = (await AskAsync(client, "search_statements", new() { ["words"] = "talks" }))["hits"]![0]!;
        var evidence = await AskAsync(client, "get_evidence", new() { ["article"] = (string)hit["article"]!, ["start"] = (int)hit["start"]!, ["end"] = (int)hit["end"]! });
        Assert.Equal((string)hit["quote"]!, (string)evidence["quote"]!);
        Assert.Equal("story-7", (string)(await AskAsync(client, "get_story", new() { ["id"] = "story-7" }))["id"]!);
        Assert.Equal(4, (await AskAsync(client, "get_track", new() { ["id"] = "story-7-toll" }))["entries"]!.AsArray().Count);
        Assert.True((await client.CallToolAsync("get_track", new Dictionary<string, object?> { ["id"] = "x" })).IsError);
    }

    [Theory]
    [InlineData("Host", "evil.example", HttpStatusCode.MisdirectedRequest, "request.host")]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden, "request.origin")]
    public async Task Page_of_another_site_cannot_ask(string header, string value, HttpStatusCode status, string code)
    {
        await using var site = await MadeSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/mcp", UriKind.Relative)) { Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        request.Headers.Add(header, value);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_that_is_too_long_is_refused_with_a_code()
    {
        await using var site = await MadeSite.StartAsync();
        using var content = new StringContent("{\"a\":\"" + new string('x', 400_000) + "\"}", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/mcp", UriKind.Relative)) { Content = content };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("request.length", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> AskAsync(McpClient client, string tool, Dictionary<string, object?> arguments) =>
        JsonNode.Parse((await client.CallToolAsync(tool, arguments)).Content.OfType<TextContentBlock>().Single().Text)!;
}
