using System.Text;
using System.Text.Json;

namespace Dateline.Reading;

/// <summary>One line of a JSON Lines file: a page with what is known of it.</summary>
internal sealed record JsonPage(string? Html, string? Text, string? Url, string? Outlet, string? Title, string? Published)
{
    private const int Escape = 6; // characters of "\ud83d"

    /// <returns>Null where the line is no JSON object or holds neither html nor text.</returns>
    public static JsonPage? Parse(string line)
    {
        try
        {
            return ParseWhole(line);
        }
        catch (InvalidOperationException) // a string with half a surrogate pair, as scrapers cut them
        {
            return ParseWhole(WithoutHalves(line));
        }
    }

    private static JsonPage? ParseWhole(string line)
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
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Escapes of half a surrogate pair as those of U+FFFD.</summary>
    private static string WithoutHalves(string line)
    {
        var whole = new StringBuilder(line);
        for (var i = 0; i + 1 < line.Length; i++)
        {
            if (line[i] != '\\') continue;
            if (HighOrLow(line, i) is not { } isHigh)
            {
                i++; // the escaped character may be another backslash
                continue;
            }

            if (isHigh && HighOrLow(line, i + Escape) is false) i += 2 * Escape - 1;
            else
            {
                whole.Remove(i, Escape).Insert(i, "\\ufffd");
                i += Escape - 1;
            }
        }

        return whole.ToString();
    }

    /// <returns>True where the escape of a first half stands there, false of a second, else null.</returns>
    private static bool? HighOrLow(string line, int at) =>
        at + Escape <= line.Length && line[at] == '\\' && line[at + 1] == 'u' && line[at + 2] is 'd' or 'D' ? char.ToLowerInvariant(line[at + 3]) switch
        {
            '8' or '9' or 'a' or 'b' => true,
            >= 'c' and <= 'f' => false,
            _ => null,
        }
        : null;
}
