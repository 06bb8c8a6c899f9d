using System.CommandLine;
using Dateline.Cli.Commands;

namespace Dateline.Cli;

/// <summary>All commands.</summary>
internal static class Root
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Dateline keeps the record of a news story: who said what, when, through whom, on whose word it rests, and what changed.")
        {
            AddCommand.Create(),
            ServeCommand.Create(),
            McpCommand.Create(),
            UserCommand.Create(),
            TokenCommand.Create(),
            StoriesCommand.Create(),
            StoryCommand.Create(),
            SearchCommand.Create(),
            DecisionsCommand.Create(),
            ReportCommand.Create(),
            LedgerCommand.Create(),
            ReadCommand.Create(),
            AnnotateCommand.Create(),
            PlaceCommand.Create(),
            CopiesCommand.Create(),
            TimelineCommand.Create(),
            QuarantineCommand.Create(),
            VerifyCommand.Create(),
            RebuildCommand.Create(),
        };
        root.Example("dateline serve samples");
        return root;
    }
}
