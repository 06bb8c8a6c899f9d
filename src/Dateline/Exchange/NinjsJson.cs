using System.Text.Json;

namespace Dateline.Exchange;

/// <summary>Writes an article as IPTC ninjs 3.1, the news industry's JSON: https://iptc.org/standards/ninjs/.</summary>
public static class NinjsJson
{
    public static void Write(Utf8JsonWriter json, AnnotatedArticle annotated)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(annotated);
        var (article, notes) = annotated;
        json.WriteStartObject();
        json.WriteString("uri", $"urn:dateline:article:{article.Id}");
        json.WriteStartObject("standard");
        json.WriteString("name", "ninjs");
        json.WriteString("version", "3.1");
        json.WriteString("schema", "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");
        json.WriteEndObject();
        json.WriteString("type", "text");
        json.WriteString("representationType", "complete");
        json.WriteString("pubStatus", "usable");
        if (article.Published.Moment is not null) json.WriteString("firstCreated", article.Published.FromIso);
        if (article.Modified?.Moment is not null) json.WriteString("versionCreated", article.Modified.FromIso);
        if (article.Language is { } language) json.WriteString("language", language);
        if (article.Dateline is { } dateline) json.WriteString("located", dateline);
        if (article.Authors.Length > 0) json.WriteString("by", string.Join(", ", article.Authors));
        Values(json, "headlines", article.Title is { } title ? [("main", title.Value)] : []);
        Values(json, "descriptions", article.Blocks.Where(b => b.Role == BlockRole.Standfirst).Select(b => ("summary", b.Span.Slice(article.Text))));
        var body = string.Join('\n', article.Story.Where(b => b.Role != BlockRole.Headline).Select(b => b.Span.Slice(article.Text)));
        json.WriteStartArray("bodies");
        json.WriteStartObject();
        json.WriteString("role", "main");
        json.WriteString("contentType", "text/plain");
        json.WriteNumber("charCount", new CodePoints(body).Of(body.Length));
        json.WriteNumber("wordCount", body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        json.WriteString("value", body);
        json.WriteEndObject();
        json.WriteEndArray();
        Names(json, "people", notes, EntityKind.Person);
        Names(json, "organisations", notes, EntityKind.Organisation, EntityKind.Agency, EntityKind.Outlet, EntityKind.ArmedForce, EntityKind.GovernmentBody);
        Names(json, "places", notes, EntityKind.Place, EntityKind.Facility);
        Names(json, "events", notes, EntityKind.Event);
        json.WriteStartArray("infoSources");
        if (article.Outlet is { } outlet) Name(json, outlet.Value);
        foreach (var agency in article.Agencies) Name(json, agency);
        json.WriteEndArray();
        json.WriteStartArray("altIds");
        json.WriteStartObject();
        json.WriteString("role", "sha256-of-capture");
        json.WriteString("value", article.Capture.Value);
        json.WriteEndObject();
        if (article.Url is { } url)
        {
            json.WriteStartObject();
            json.WriteString("role", "page");
            json.WriteString("value", url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Values(Utf8JsonWriter json, string property, IEnumerable<(string Role, string Value)> values)
    {
        json.WriteStartArray(property);
        foreach (var (role, value) in values)
        {
            json.WriteStartObject();
            json.WriteString("role", role);
            json.WriteString("contentType", "text/plain");
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string property, Annotations notes, params EntityKind[] kinds)
    {
        json.WriteStartArray(property);
        foreach (var name in notes.Mentions.Where(m => kinds.Contains(m.Kind)).Select(m => m.Entity).Distinct(StringComparer.Ordinal)) Name(json, name);
        json.WriteEndArray();
    }

    private static void Name(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
