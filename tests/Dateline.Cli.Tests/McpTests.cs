using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Dateline.Cli.Tests;

/// <summary>Speaks to `dateline mcp` as an agent does: one JSON message a line.</summary>
public sealed class McpTests : IDisposable
{
    private readonly DatelineProcess dateline = new();

    public void Dispose() => dateline.Dispose();

    [Fact]
    public async Task Agent_finds_words_and_their_evidence_and_can_change_nothing()
    {
        dateline.Write("page.txt", "Ferries halted 😀\n\nThe harbour master, Ada Brook, said on Tuesday that no ferry would sail from Port Elvin.");
        dateline.Run("add", "page.txt").Expect(0);
        using var process = dateline.Start(input: true, "mcp");
        var agent = new Agent(process);
        var hello = await agent.AskAsync("initialize", new JsonObject { ["protocolVersion"] = "2025-06-18", ["capabilities"] = new JsonObject(), ["clientInfo"] = new JsonObject { ["name"] = "test", ["version"] = "1" } });
        Assert.Equal("dateline", (string?)hello["result"]!["serverInfo"]!["name"]);
        await agent.TellAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "notifications/initialized" });

        var tools = (await agent.AskAsync("tools/list", []))["result"]!["tools"]!.AsArray();
        Assert.Equal(["get_evidence", "get_story", "get_track", "list_changes", "search_statements"], tools.Select(t => (string)t!["name"]!).Order(StringComparer.Ordinal));
        Assert.All(tools, t => Assert.True((bool)t!["annotations"]!["readOnlyHint"]!));

        var hit = (await agent.CallAsync("search_statements", new JsonObject { ["words"] = "ferry sail\" (" })).Answer["hits"]![0]!;
        Assert.Contains("no ferry would sail", (string)hit["quote"]!, StringComparison.Ordinal);
        var evidence = (await agent.CallAsync("get_evidence", new JsonObject { ["article"] = (string)hit["article"]!, ["start"] = (int)hit["start"]!, ["end"] = (int)hit["end"]! })).Answer;
        Assert.Equal((string)hit["quote"]!, (string)evidence["quote"]!);
        Assert.Equal((string)hit["capture"]!, (string)evidence["capture"]!);
        Assert.Equal(64, ((string)evidence["capture"]!).Length);

        Assert.Equal("story-1", (string)(await agent.CallAsync("get_story", new JsonObject { ["id"] = "story-1" })).Answer["id"]!);
        Assert.Equal(0, (int)(await agent.CallAsync("list_changes", [])).Answer["total"]!);
        Assert.True((await agent.CallAsync("get_story", new JsonObject { ["id"] = "story-99" })).Failed);
        Assert.True((await agent.CallAsync("get_track", new JsonObject { ["id"] = "x" })).Failed);

        process.StandardInput.Close();
        DatelineProcess.Wait(process).Expect(0);
    }

    private sealed class Agent(Process process)
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
        private int last;

        public async Task TellAsync(JsonObject message)
        {
            await process.StandardInput.WriteLineAsync(message.ToJsonString());
            await process.StandardInput.FlushAsync();
        }

        public async Task<JsonNode> AskAsync(string method, JsonObject parameters)
        {
            var id = ++last;
            await TellAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
            while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
                if (JsonNode.Parse(line) is { } answer && (int?)answer["id"] == id) return answer;
            throw new InvalidOperationException("The server ended without an answer.");
        }

        public async Task<(bool Failed, JsonNode Answer)> CallAsync(string tool, JsonObject arguments)
        {
            var result = (await AskAsync("tools/call", new JsonObject { ["name"] = tool, ["arguments"] = arguments }))["result"]!;
            var text = (string)result["content"]![0]!["text"]!;
            return (bool?)result["isError"] == true ? (true, JsonValue.Create(text)) : (false, JsonNode.Parse(text)!);
        }
    }
}
