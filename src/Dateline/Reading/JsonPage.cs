using System.Text.Json;

namespace Dateline.Reading;

/// <summary>One line of a JSON Lines file: a page with what is known of it.</summary>
internal sealed record JsonPage(string? Html, string? Text, string? Url, string? Outlet, string? Title, string? Published)
{
    /// <returns>Null where the line is no JSON object or holds neither html nor text.</returns>
    public static JsonPage? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return null;
            string? Value(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
            var page = new JsonPage(Value("html"), Value("text"), Value("url"), Value("outlet"), Value("title"), Value("published"));
            return page.Html is null && page.Text is null ? null : page;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the second: a string with half a surrogate pair
        {
            return null;
        }
    }
}
