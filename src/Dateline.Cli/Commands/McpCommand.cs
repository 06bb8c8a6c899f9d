using System.CommandLine;
using Dateline.Server.Agents;
using ModelContextProtocol.Server;

namespace Dateline.Cli.Commands;

/// <summary>dateline mcp: the ledger as tools of an agent (Model Context Protocol), on stdin and stdout.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var file = CommandLine.Ledger();
        return new Command("mcp", "Answers an agent about the ledger, reading only (Model Context Protocol on stdin and stdout).") { file }
            .Example("dateline mcp --ledger story.db")
            .Does(async (parsed, talk, cancel) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                Adding.Complete(ledger, talk, cancel);
                await using var transport = new StdioServerTransport("dateline");
                await using var server = McpServer.Create(transport, AgentTools.Options(ledger));
                await server.RunAsync(cancel);
            });
    }
}
