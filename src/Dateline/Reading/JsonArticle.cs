using System.Text;
using System.Text.Json;

namespace Dateline.Reading;

/// <summary>What a JSON-LD script says of one article, each value as written; null where it says nothing.</summary>
internal sealed record JsonArticle(string Type, string? Headline, string? Published, string? Modified, List<string> Authors, string? Publisher, string? Body, string? Description, string? Language, string? Url)
{
    private const int MostDepth = 64;
    private const int MostArticles = 64;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MostDepth };

    /// <returns>False where the text is not JSON.</returns>
    public static bool Read(string json, List<JsonArticle> found)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            Visit(document.RootElement, found, 0);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the second: a string with half a surrogate pair
        {
            return false;
        }
    }

    /// <summary>Raw line ends within strings, HTML comments around the script and stray semicolons: what pages get wrong most.</summary>
    public static string Mend(string json)
    {
        var mended = new StringBuilder(json.Length);
        foreach (var c in json) mended.Append(c < ' ' ? ' ' : c);
        var text = mended.ToString().Trim();
        foreach (var wrapper in (ReadOnlySpan<string>)["<!--", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>"])
        {
            if (text.StartsWith(wrapper, StringComparison.Ordinal)) text = text[wrapper.Length..].TrimStart();
            if (text.EndsWith(wrapper, StringComparison.Ordinal)) text = text[..^wrapper.Length].TrimEnd();
        }

        return text.TrimEnd(';');
    }

    private static void Visit(JsonElement element, List<JsonArticle> found, int depth)
    {
        if (depth > 12 || found.Count >= MostArticles) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Visit(item, found, depth + 1);
            return;
        }

        if (element.ValueKind != JsonValueKind.Object) return;
        var type = TypeOf(element);
        if (IsArticle(type)) found.Add(Make(type, element));
        foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart", "subjectOf", "liveBlogUpdate"])
        {
            if (element.TryGetProperty(name, out var inner)) Visit(inner, found, depth + 1);
        }
    }

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type is "Report" or "Review" or "Recipe" or "WebPage" or "CreativeWork" or "VideoObject" or "Blog";

    private static JsonArticle Make(string type, JsonElement element)
    {
        var authors = new List<string>();
        if (element.TryGetProperty("author", out var author)) Names(author, authors, 0);
        if (authors.Count == 0 && element.TryGetProperty("creator", out var creator)) Names(creator, authors, 0);
        var publishers = new List<string>();
        if (element.TryGetProperty("publisher", out var publisher)) Names(publisher, publishers, 0);
        return new JsonArticle(
            type,
            Text(element, "headline") ?? (type is "WebPage" or "VideoObject" ? null : Text(element, "name")),
            Text(element, "datePublished") ?? Text(element, "dateCreated") ?? Text(element, "uploadDate"),
            Text(element, "dateModified"),
            authors,
            publishers.Count > 0 ? publishers[0] : null,
            Text(element, "articleBody") ?? Text(element, "reviewBody"),
            Text(element, "description"),
            Text(element, "inLanguage"),
            Text(element, "url"));
    }

    private static string TypeOf(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type)) return "";
        if (type.ValueKind == JsonValueKind.Array) type = type.EnumerateArray().FirstOrDefault(t => t.ValueKind == JsonValueKind.String && IsArticle(t.GetString()!));
        return type.ValueKind == JsonValueKind.String ? type.GetString()! : "";
    }

    private static void Names(JsonElement element, List<string> names, int depth)
    {
        if (depth > 4 || names.Count > 32) return;
        switch (element.ValueKind)
        {
            case JsonValueKind.String: names.Add(HtmlFacts.Words(HtmlText.Decode(element.GetString()))); break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Names(item, names, depth + 1);
                break;
            case JsonValueKind.Object when element.TryGetProperty("name", out var name): Names(name, names, depth + 1); break;
            case JsonValueKind.Object when Text(element, "givenName") is { } given && Text(element, "familyName") is { } family: names.Add($"{given} {family}"); break;
        }
    }

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
        if (value.ValueKind != JsonValueKind.String) return null;
        var text = value.GetString();
        return string.IsNullOrWhiteSpace(text) ? null : name == "articleBody" ? text : HtmlFacts.Words(HtmlText.Decode(text));
    }
}
