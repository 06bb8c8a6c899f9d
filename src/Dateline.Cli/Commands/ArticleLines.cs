using System.IO.Compression;
using System.Text.Json;

namespace Dateline.Cli.Commands;

/// <summary>Reads {"id","published","outlet","title","text"} lines, plain or .gz, as articles in the order in which they stand. A broken line is named on stderr and left out.</summary>
internal sealed class ArticleLines(string file)
{
    /// <summary>True once a line could not be read.</summary>
    public bool Broken { get; private set; }

    public IEnumerable<(Article Article, string? Story)> Read()
    {
        using var bytes = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Parse(line) is { } parsed)
            {
                yield return parsed;
                continue;
            }

            Console.Error.WriteLine($"{Codes.BrokenLine}: {file}:{number}: not a JSON object with an \"id\"");
            Broken = true;
        }
    }

    private static (Article, string?)? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("id", out var id)) return null;
            string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            return (ArticleText.Of(id.ToString(), Text("text") ?? "", Text("published"), Text("outlet"), Text("title")), Text("story"));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
