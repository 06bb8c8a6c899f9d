using System.CommandLine;
using Dateline.Exchange;
using Dateline.Intake;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline read PATH...: pages to articles, JSON Lines; a line for each page, or with --each for each article.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var paths = CommandLine.Paths(ArgumentArity.OneOrMore);
        var each = new Option<bool>("--each") { Description = "One line for each article: a live page gives its frame and its entries, a round-up its stories." };
        return new Command("read", "Reads pages to articles, one JSON line a page: title, outlet, date, every block with its role and the reason for it, and the articles of a page that holds several.") { paths, each }
            .Example("dateline read samples > articles.jsonl")
            .Does((parsed, talk, cancel) => Run(parsed.GetValue(paths)!, parsed.GetValue(each), talk, cancel));
    }

    private static void Run(string[] paths, bool each, Talk talk, CancellationToken cancel)
    {
        using var stdout = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        var captures = CaptureReader.Read(paths).Where(talk.Hear).OfType<Arrival.Got>().Select(a => a.Capture);
        var done = 0;
        foreach (var (lines, rejection) in InOrder.Select(captures, capture => Lines(capture, each)))
        {
            cancel.ThrowIfCancellationRequested();
            talk.Progress("Reading pages:", ++done);
            if (rejection is not null) talk.Reject(rejection);
            else lines.WriteTo(stdout);
        }
    }

    /// <summary>The page's articles as they are printed, written by the core that read them.</summary>
    private static (MemoryStream Lines, Rejection? Rejection) Lines(Capture capture, bool each)
    {
        var lines = new MemoryStream();
        if (!Derived.Read(capture).TryGet(out var page, out var rejection)) return (lines, rejection);
        if (!each) JsonOutput.Line(lines, json => ArticleJson.Write(json, page, Name(capture)));
        for (var i = 0; each && i < page.Articles.Length; i++) JsonOutput.Line(lines, json => ArticleJson.Write(json, page.Articles[i], ArticleJson.IdOf(Name(capture), i)));
        return (lines, null);
    }

    /// <summary>The file's name without its ending, or a JSON line's own id.</summary>
    private static string Name(Capture capture) => capture.Format == PageFormat.JsonLine ? capture.Page : Path.GetFileNameWithoutExtension(capture.Page);
}
