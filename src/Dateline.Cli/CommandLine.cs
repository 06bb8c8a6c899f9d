using System.CommandLine;
using System.CommandLine.Help;
using Dateline.Storage;
using Dateline.Storage.Sqlite;

namespace Dateline.Cli;

/// <summary>What the commands share: their options, their examples, and how they open a ledger.</summary>
internal static class CommandLine
{
    public static Argument<string[]> Paths(ArgumentArity arity)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Pages (.txt, .html, .htm, .jsonl, also .gz) or folders of pages.", Arity = arity };
        paths.Validators.Add(result =>
        {
            // A mistyped option would otherwise pass as the name of a file that is not there.
            foreach (var token in result.Tokens.Where(t => t.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(t.Value)))
                result.AddError($"There is no option {token.Value}.");
        });
        return paths;
    }

    public static Option<string?> Ledger() => new("--ledger") { Description = "The ledger's file. Without it: dateline/dateline.db in the user's data folder.", HelpName = "PATH" };

    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = "How the result is written.", HelpName = string.Join('|', formats), DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<string> By() => new("--by") { Description = "Who decides; without it the user's name on this machine.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };

    public static Argument<string> Story() => new("STORY") { Description = "A story's id: story-1, or 1. `dateline stories` lists them." };

    /// <summary>Adds an example to the command's help.</summary>
    public static Command Example(this Command command, string example)
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null) command.Options.Add(help = new HelpOption());
        help.Action = new ExampleHelp((HelpAction)help.Action!, example);
        return command;
    }

    /// <summary>Runs the command's work with talk on stderr and turns what happened into its exit code.</summary>
    public static Command Does(this Command command, Action<ParseResult, Talk, CancellationToken> work) => command.Does((parsed, talk, cancel) =>
    {
        work(parsed, talk, cancel);
        return Task.CompletedTask;
    });

    /// <inheritdoc cref="Does(Command, Action{ParseResult, Talk, CancellationToken})"/>
    public static Command Does(this Command command, Func<ParseResult, Talk, CancellationToken, Task> work)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            using var talk = new Talk();
            await work(parsed, talk, cancel);
            return talk.ExitCode;
        });
        return command;
    }

    /// <summary>Opens the ledger to add to it; it is made where it is missing.</summary>
    public static ILedger Open(string? path) => SqliteLedger.Open(path ?? LedgerPath.Default());

    /// <summary>Opens a ledger that must be there already.</summary>
    public static ILedger OpenExisting(string? path)
    {
        var file = path ?? LedgerPath.Default();
        return File.Exists(file) || Directory.Exists(file) ? SqliteLedger.Open(file) : throw new UsageException($"There is no ledger at {Path.GetFullPath(file)}; make one with dateline add PATH, or name another with --ledger PATH.");
    }

    public static StoryId ParseStory(string text)
    {
        return StoryId.TryParse(text, out var id) || StoryId.TryParse("story-" + text, out id)
            ? id
            : throw new UsageException($"\"{text}\" is no story's id; dateline stories lists them (story-1, story-2 ...).");
    }

    /// <summary>One story of the ledger; where it was merged into another one, that.</summary>
    public static Ledger LoadStory(ILedger ledger, string story) =>
        ledger.LoadStanding(ParseStory(story)) ?? throw Missing(ledger, story);

    /// <summary>The same, opened to be written out.</summary>
    public static HeldStory OpenStory(ILedger ledger, string story) => ledger.OpenStanding(ParseStory(story)) ?? throw Missing(ledger, story);

    private static UsageException Missing(ILedger ledger, string story) => new($"There is no {ParseStory(story)} in {ledger.Location}; dateline stories lists them.");
}
