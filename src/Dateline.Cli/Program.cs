using System.CommandLine;
using Dateline.Cli.Commands;

var root = new RootCommand("Dateline keeps the record of a news story: who said what, when, through whom, on whose word it rests, and what changed.")
{
    ReadCommand.Create(),
    AnnotateCommand.Create(),
    LedgerCommand.Create(),
    AddCommand.Create(),
    CopiesCommand.Create(),
    PlaceCommand.Create(),
};
return root.Parse(args).Invoke();
