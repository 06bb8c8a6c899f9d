using System.CommandLine;
using Dateline.Exchange;
using Dateline.Intake;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline read PATH...: pages to articles, JSON Lines.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var paths = CommandLine.Paths(ArgumentArity.OneOrMore);
        return new Command("read", "Reads pages to articles, one JSON line each: title, outlet, date, and every block with its role and the reason for it.") { paths }
            .Example("dateline read samples > articles.jsonl")
            .Does((parsed, talk, cancel) => Run(parsed.GetValue(paths)!, talk, cancel));
    }

    private static void Run(string[] paths, Talk talk, CancellationToken cancel)
    {
        using var stdout = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        var captures = CaptureReader.Read(paths).Where(talk.Hear).OfType<Arrival.Got>().Select(a => a.Capture);
        var done = 0;
        foreach (var (lines, rejection) in InOrder.Select(captures, Lines))
        {
            cancel.ThrowIfCancellationRequested();
            talk.Progress("Reading pages:", ++done);
            if (rejection is not null) talk.Reject(rejection);
            else lines.WriteTo(stdout);
        }
    }

    /// <summary>The page's articles as they are printed, written by the core that read them.</summary>
    private static (MemoryStream Lines, Rejection? Rejection) Lines(Capture capture)
    {
        var lines = new MemoryStream();
        if (!Derived.Read(capture).TryGet(out var page, out var rejection)) return (lines, rejection);
        foreach (var article in page.Articles) JsonOutput.Line(lines, json => ArticleJson.Write(json, article, Name(capture)));
        return (lines, null);
    }

    /// <summary>The file's name without its ending, or a JSON line's own id.</summary>
    private static string Name(Capture capture) => capture.Format == PageFormat.JsonLine ? capture.Page : Path.GetFileNameWithoutExtension(capture.Page);
}
