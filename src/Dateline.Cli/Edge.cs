using System.CommandLine;
using Dateline.Storage;

namespace Dateline.Cli;

/// <summary>The outermost call: whatever goes wrong ends in one line on stderr and an exit code, never in a stack trace.</summary>
internal static class Edge
{
    public static async Task<int> Run(RootCommand root, string[] args, CancellationToken cancel)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors) Say(fault.Message);
            Say($"`{Name(parsed)} --help` shows how it is used.");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancel);
        }
        catch (OperationCanceledException)
        {
            Say("Stopped. What was written so far is kept; the same command goes on from there.");
            return ExitCodes.Interrupted;
        }
        catch (UsageException error)
        {
            Say(error.Message);
            return ExitCodes.Usage;
        }
        catch (Exception error) when (Environmental(error) is { } cause)
        {
            Say(cause.Message);
            return ExitCodes.Environment;
        }
#pragma warning disable CA1031 // whatever it is, a person gets one line and not a stack trace
        catch (Exception error)
#pragma warning restore CA1031
        {
            Say($"This is a fault in Dateline: {error.GetType().Name} in {error.TargetSite?.DeclaringType?.FullName}.{error.TargetSite?.Name}: {error.Message} Please report it; what was written before is kept.");
            return ExitCodes.Environment;
        }
    }

    /// <summary>The machine's fault in the exception, or null for a fault of the program.</summary>
    private static Exception? Environmental(Exception error) => error switch
    {
        LedgerException or IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException => error,
        AggregateException { InnerException: { } inner } => Environmental(inner),
        _ => null,
    };

    private static string Name(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
            names.Push(at.Command is RootCommand ? "dateline" : at.Command.Name);
        return string.Join(' ', names);
    }

    private static void Say(string line) => Console.Error.WriteLine(line.ReplaceLineEndings(" "));
}
