using System.CommandLine;
using System.Text.Json;
using Dateline.Exchange;

namespace Dateline.Cli.Commands;

/// <summary>dateline annotate FILE.jsonl: {"id","text","published"} lines to their annotations.</summary>
internal static class AnnotateCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "JSON Lines: {\"id\",\"text\",\"published\"}." };
        var syntax = new Option<bool>("--syntax") { Description = "Adds the tokens with lemma, tag, head and relation." };
        var command = new Command("annotate", "Finds sentences, dates, names, quantities and attributions.") { file, syntax };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(syntax)));
        return command;
    }

    private static int Run(string file, bool syntax)
    {
        using var stdout = Console.OpenStandardOutput();
        var lines = File.ReadLines(file).Where(l => !string.IsNullOrWhiteSpace(l)).AsParallel().AsOrdered().Select(line =>
        {
            using var parsed = JsonDocument.Parse(line);
            var root = parsed.RootElement;
            string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            var id = root.GetProperty("id").ToString();
            return (id, annotated: Pipeline.Annotate(ArticleText.Of(id, Text("text") ?? "", Text("published") ?? Text("dct"))));
        });
        foreach (var (id, annotated) in lines)
        {
            using (var json = new Utf8JsonWriter(stdout, Json.Compact)) AnnotationsJson.Write(json, annotated, id, syntax);
            stdout.WriteByte((byte)'\n');
        }

        return 0;
    }
}
