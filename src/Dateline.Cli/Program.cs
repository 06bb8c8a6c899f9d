using System.CommandLine;
using Dateline.Cli;
using Dateline.Cli.Commands;

using var interrupt = new Interrupt();
var root = new RootCommand("Dateline keeps the record of a news story: who said what, when, through whom, on whose word it rests, and what changed.")
{
    AddCommand.Create(),
    ServeCommand.Create(),
    StoriesCommand.Create(),
    StoryCommand.Create(),
    ReportCommand.Create(),
    LedgerCommand.Create(),
    ReadCommand.Create(),
    AnnotateCommand.Create(),
    PlaceCommand.Create(),
    CopiesCommand.Create(),
    QuarantineCommand.Create(),
    VerifyCommand.Create(),
    RebuildCommand.Create(),
};
root.Example("dateline serve samples");
return await Edge.Run(root, args, interrupt.Token);
