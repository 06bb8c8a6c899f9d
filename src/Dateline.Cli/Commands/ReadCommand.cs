using System.CommandLine;
using System.Text.Json;
using Dateline.Exchange;
using Dateline.Intake;

namespace Dateline.Cli.Commands;

/// <summary>dateline read PATH...: pages to articles, JSON Lines.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Pages or folders of pages.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("read", "Reads pages to articles, one JSON line each.") { paths };
        command.SetAction(parsed => Run(parsed.GetValue(paths)!));
        return command;
    }

    private static int Run(string[] paths)
    {
        using var stdout = Console.OpenStandardOutput();
        var quarantined = false;
        var outcomes = CaptureReader.Read(paths).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(c => c.TryGet(out var capture, out var reason) ? Pipeline.Read(capture) : reason);
        foreach (var outcome in outcomes)
        {
            if (!outcome.TryGet(out var page, out var reason))
            {
                Console.Error.WriteLine($"{reason.Code}: {reason.Where}: {reason.Detail}");
                quarantined = true;
                continue;
            }

            foreach (var article in page.Articles)
            {
                using (var json = new Utf8JsonWriter(stdout, Json.Compact)) ArticleJson.Write(json, article, Name(article.Page));
                stdout.WriteByte((byte)'\n');
            }
        }

        return quarantined ? 1 : 0;
    }

    private static string Name(string page) => Path.GetExtension(page) is ".html" or ".htm" or ".txt" ? Path.GetFileNameWithoutExtension(page) : page;
}
