using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Dateline.Intake;

/// <summary>Files and folders to captures, in ordinal order of their paths.</summary>
public static class CaptureReader
{
    public static IEnumerable<Outcome<Capture>> Read(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
        {
            var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path];
            foreach (var file in files)
            {
                var manifest = Manifest(Path.GetDirectoryName(Path.GetFullPath(file))!);
                foreach (var capture in ReadFile(file, manifest)) yield return capture;
            }
        }
    }

    private static IEnumerable<Outcome<Capture>> ReadFile(string file, Dictionary<string, PageMetadata> manifest)
    {
        var page = Path.GetFileName(file);
        if (page == "manifest.jsonl") yield break;
        var bytes = File.ReadAllBytes(file);
        if (page.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var unzipped = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)) gzip.CopyTo(unzipped);
            bytes = unzipped.ToArray();
            page = page[..^3];
        }

        var metadata = manifest.GetValueOrDefault(page);
        switch (Path.GetExtension(page))
        {
            case ".txt": yield return Capture.Of(bytes, PageFormat.Text, page, metadata); break;
            case ".html" or ".htm": yield return Capture.Of(bytes, PageFormat.Html, page, metadata); break;
            case ".jsonl":
                foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    using var json = JsonDocument.Parse(line);
                    var id = json.RootElement.TryGetProperty("id", out var value) ? value.ToString() : page;
                    yield return Capture.Of(Encoding.UTF8.GetBytes(line), PageFormat.JsonLine, id);
                }

                break;
        }
    }

    private static Dictionary<string, PageMetadata> Manifest(string folder)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var file = Path.Combine(at, "manifest.jsonl");
            if (!File.Exists(file)) continue;
            return File.ReadLines(file).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement).ToDictionary(
                e => e.GetProperty("page").GetString()!,
                e => new PageMetadata(Text(e, "outlet"), Text(e, "published"), Text(e, "url"), Basis: "manifest"));
        }

        return [];
    }

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
