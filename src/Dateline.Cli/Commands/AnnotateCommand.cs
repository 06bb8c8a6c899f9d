using System.CommandLine;
using System.Text.Json;
using Dateline.Exchange;
using Dateline.Intake;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline annotate FILE.jsonl: {"id","text","published"} lines to their annotations.</summary>
internal static class AnnotateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "JSON Lines: {\"id\",\"text\",\"published\"}.", Arity = ArgumentArity.OneOrMore };
        var syntax = new Option<bool>("--syntax") { Description = "Adds the tokens with lemma, tag, head and relation." };
        return new Command("annotate", "Finds sentences, dates, names, quantities and attributions; offsets in code points.") { files, syntax }
            .Example("dateline annotate articles.jsonl > annotations.jsonl")
            .Does((parsed, talk, cancel) => Run(parsed.GetValue(files)!, parsed.GetValue(syntax), talk, cancel));
    }

    private static void Run(string[] files, bool syntax, Talk talk, CancellationToken cancel)
    {
        using var stdout = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        var lines = CaptureReader.Read(files).Where(talk.Hear).OfType<Arrival.Got>().Select(a => a.Capture);
        var done = 0;
        foreach (var (id, outcome) in InOrder.Select(lines, Annotate))
        {
            cancel.ThrowIfCancellationRequested();
            talk.Progress("Annotating:", ++done);
            if (!outcome.TryGet(out var annotated, out var fault)) talk.Reject(fault);
            else JsonOutput.Line(stdout, json => AnnotationsJson.Write(json, annotated, id, syntax));
        }
    }

    private static (string Id, Outcome<AnnotatedArticle> Annotated) Annotate(Capture line)
    {
        if (line.Format != PageFormat.JsonLine) throw new UsageException($"{line.Page} is no JSON Lines file; make one with dateline read, or name a .jsonl file.");
        using var json = JsonDocument.Parse(line.Bytes);
        string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return (line.Page, Derived.Annotate(line, ArticleText.Of(line.Page, Text("text") ?? "", Text("published") ?? Text("dct"))));
    }
}
