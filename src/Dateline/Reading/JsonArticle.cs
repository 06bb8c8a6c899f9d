using System.Text;
using System.Text.Json;

namespace Dateline.Reading;

/// <summary>What a JSON-LD script says of one article, each value as written; null where it says nothing.</summary>
internal sealed record JsonArticle(string Type, string? Headline, string? Published, string? Modified, List<JsonName> Authors, string? Publisher, string? Body, string? Description, string? Language, string? Url)
{
    private const int MostDepth = 64;
    private const int MostNames = 512;
    private const int MostArticles = 64;
    private const int MostUpdates = 1000;

    /// <summary>The type says article, not page, video or recipe.</summary>
    public bool IsArticle => Type.EndsWith("Article", StringComparison.Ordinal) || Type.EndsWith("Posting", StringComparison.Ordinal) || Type == "Report";

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MostDepth };

    /// <returns>False where the text is not JSON.</returns>
    /// <param name="updates">The entries of a live page among them, more of them than of articles.</param>
    public static bool Read(string json, List<JsonArticle> found, List<JsonArticle>? updates = null)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var named = new Dictionary<string, JsonName>(StringComparer.Ordinal);
            Identify(document.RootElement, named, 0);
            Visit(document.RootElement, found, named, 0);
            if (updates is not null) Update(document.RootElement, updates, named, 0);
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

    /// <summary>Who is meant by an "@id" that an article's author points to.</summary>
    private static void Identify(JsonElement element, Dictionary<string, JsonName> named, int depth)
    {
        if (depth > 8 || named.Count >= MostNames) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Identify(item, named, depth + 1);
        }

        if (element.ValueKind != JsonValueKind.Object) return;
        if (Text(element, "@id") is { } id && Text(element, "name") is { } name && IsOf(element, "Person", "Organization") && !named.ContainsKey(id)) named[id] = new JsonName(name, !IsOf(element, "Person"));
        foreach (var part in (ReadOnlySpan<string>)["@graph", "author", "creator", "publisher", "mainEntity"])
        {
            if (element.TryGetProperty(part, out var inner)) Identify(inner, named, depth + 1);
        }
    }

    private static void Visit(JsonElement element, List<JsonArticle> found, Dictionary<string, JsonName> named, int depth)
    {
        if (depth > 12 || found.Count >= MostArticles) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Visit(item, found, named, depth + 1);
            return;
        }

        if (element.ValueKind != JsonValueKind.Object) return;
        var type = TypeOf(element);
        if (IsWork(type)) found.Add(Make(type, element, named));
        foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart", "subjectOf", "liveBlogUpdate"])
        {
            if (element.TryGetProperty(name, out var inner)) Visit(inner, found, named, depth + 1);
        }
    }

    private static void Update(JsonElement element, List<JsonArticle> updates, Dictionary<string, JsonName> named, int depth)
    {
        if (depth > 6) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Update(item, updates, named, depth + 1);
        }

        if (element.ValueKind != JsonValueKind.Object) return;
        if (element.TryGetProperty("liveBlogUpdate", out var entries))
        {
            foreach (var entry in entries.ValueKind == JsonValueKind.Array ? entries.EnumerateArray().AsEnumerable() : [entries])
            {
                if (entry.ValueKind == JsonValueKind.Object && updates.Count < MostUpdates) updates.Add(Make(TypeOf(entry), entry, named));
            }
        }

        foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity"])
        {
            if (element.TryGetProperty(name, out var inner)) Update(inner, updates, named, depth + 1);
        }
    }

    private static bool IsWork(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type is "Report" or "Review" or "Recipe" or "HowTo" or "WebPage" or "CreativeWork" or "VideoObject" or "Blog";

    private static JsonArticle Make(string type, JsonElement element, Dictionary<string, JsonName> named)
    {
        var authors = new List<JsonName>();
        if (element.TryGetProperty("author", out var author)) Names(author, authors, named, 0);
        if (element.TryGetProperty("creator", out var creator))
        {
            var creators = new List<JsonName>();
            Names(creator, creators, named, 0);
            if (authors.TrueForAll(a => a.IsOrganisation) || authors.TrueForAll(creators.Contains)) authors = creators;
        }

        var publishers = new List<JsonName>();
        if (element.TryGetProperty("publisher", out var publisher)) Names(publisher, publishers, named, 0);
        return new JsonArticle(
            type,
            Text(element, "headline") ?? (type is "WebPage" or "VideoObject" ? null : Text(element, "name")),
            Text(element, "datePublished") ?? Text(element, "dateCreated") ?? Text(element, "uploadDate"),
            Text(element, "dateModified"),
            authors,
            publishers.Find(p => !authors.Contains(p)).Name, // on a person's own page, the person is both
            Text(element, "articleBody") ?? Text(element, "reviewBody"),
            Text(element, "description"),
            Text(element, "inLanguage"),
            Text(element, "url"));
    }

    private static string TypeOf(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type)) return "";
        if (type.ValueKind == JsonValueKind.Array) type = type.EnumerateArray().FirstOrDefault(t => t.ValueKind == JsonValueKind.String && IsWork(t.GetString()!));
        return type.ValueKind == JsonValueKind.String ? type.GetString()! : "";
    }

    private static bool IsOf(JsonElement element, params ReadOnlySpan<string> kinds)
    {
        if (!element.TryGetProperty("@type", out var type)) return false;
        foreach (var kind in kinds)
        {
            if (type.ValueKind == JsonValueKind.String ? type.GetString()!.EndsWith(kind, StringComparison.Ordinal) : type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && t.GetString() == kind)) return true;
        }

        return false;
    }

    private static void Names(JsonElement element, List<JsonName> names, Dictionary<string, JsonName> named, int depth)
    {
        if (depth > 4 || names.Count > 32) return;
        switch (element.ValueKind)
        {
            case JsonValueKind.String: names.Add(new JsonName(HtmlFacts.Words(HtmlText.Decode(element.GetString())), false)); break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Names(item, names, named, depth + 1);
                break;
            case JsonValueKind.Object when element.TryGetProperty("name", out var name):
                var first = names.Count;
                Names(name, names, named, depth + 1);
                for (var i = first; i < names.Count; i++) names[i] = names[i] with { IsOrganisation = IsOf(element, "Organization") };
                break;
            case JsonValueKind.Object when Text(element, "givenName") is { } given && Text(element, "familyName") is { } family: names.Add(new JsonName($"{given} {family}", false)); break;
            case JsonValueKind.Object when Text(element, "@id") is { } id && named.TryGetValue(id, out var known): names.Add(known); break;
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

/// <summary>Who a script calls author or publisher.</summary>
internal readonly record struct JsonName(string Name, bool IsOrganisation);
