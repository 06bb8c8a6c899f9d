using System.IO.Compression;
using System.Text.Json;

namespace Dateline.Quality;

/// <summary>JSON Lines, plain or packed. Empty where the file is not there.</summary>
internal static class JsonLines
{
    public static List<JsonElement> Read(string file)
    {
        if (!File.Exists(file)) return [];
        using var bytes = File.OpenRead(file);
        using var text = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        var rows = new List<JsonElement>();
        while (text.ReadLine() is { } line)
            if (!string.IsNullOrWhiteSpace(line)) rows.Add(JsonDocument.Parse(line).RootElement);
        return rows;
    }

    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>The strings of an array.</summary>
    public static List<string> Texts(this JsonElement element, string name) => [.. element.Items(name).Select(i => i.GetString()!)];
}
