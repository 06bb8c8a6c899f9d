using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Dateline.Cli;

/// <summary>A command's help with an example under it.</summary>
internal sealed class ExampleHelp(HelpAction help, string example) : SynchronousCommandLineAction
{
    /// <summary>A person who asks for help has not yet typed the rest.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        var result = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(text.ToString().Replace(RootCommand.ExecutableName, "dateline", StringComparison.Ordinal)); // the program's file has its project's name, people call the script
        output.WriteLine($"Example:\n  {example}");
        return result;
    }
}
