using System.Text.Json;
using System.Text.Unicode;

namespace Dateline.Intake;

/// <summary>Checks that a line is a page: {"id","html" or "text","url","outlet","title","published"}.</summary>
internal static class JsonPage
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = IntakeBounds.JsonDepth };

    /// <returns>The page's id (null where the line has none), or what is wrong with the line.</returns>
    public static (string? Id, DateTimeOffset? CapturedAt, string? Fault) Look(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span)) return (null, null, "it is not valid UTF-8");
        try
        {
            using var json = JsonDocument.Parse(line, Options);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return (null, null, "it is no JSON object");
            if (Text(root, "html") is null && Text(root, "text") is null) return (null, null, "it has neither \"html\" nor \"text\"");
            return (Id(root), ManifestLine.Moment(Text(root, "captured")), null);
        }
        catch (JsonException error)
        {
            return (null, null, $"it is not JSON ({Brief(error)})");
        }
        catch (InvalidOperationException)
        {
            return (null, null, "it holds half of a surrogate pair"); // \ud800 alone is JSON, and no text
        }
    }

    internal static string Brief(JsonException error) => $"at byte {error.BytePositionInLine ?? 0}";

    internal static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Id(JsonElement root) => root.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number && id.ToString() is { Length: > 0 } text ? text : null;
}
