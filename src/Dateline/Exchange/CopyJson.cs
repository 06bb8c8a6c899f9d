using System.Text.Json;

namespace Dateline.Exchange;

/// <summary>Writes copies as <c>dateline copies</c> prints them. Offsets are code points.</summary>
public static class CopyJson
{
    public static void WritePair(Utf8JsonWriter json, Copy copy)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(copy);
        json.WriteStartObject();
        json.WriteString("a", copy.A.Value);
        json.WriteString("b", copy.B.Value);
        json.WriteString("kind", Json.Name(copy.Kind));
        json.WriteNumber("share", Math.Round(copy.Share, 4));
        json.WriteString("reason", copy.Why);
        json.WriteEndObject();
    }

    /// <param name="points">Of the article's text.</param>
    public static void WriteReuse(Utf8JsonWriter json, Reuse reuse, CodePoints points)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(reuse);
        ArgumentNullException.ThrowIfNull(points);
        json.WriteStartObject();
        json.WriteString("id", reuse.Article.Id.Value);
        json.WriteString("label", reuse.Kind switch { CopyKind.NearCopy => "whole", CopyKind.Partial => "partial", _ => "none" });
        json.WriteString("source", reuse.Source?.Value);
        json.WriteStartArray("spans");
        foreach (var span in reuse.Spans)
        {
            json.WriteStartObject();
            json.WriteNumber("start", points.Of(span.Start));
            json.WriteNumber("end", points.Of(span.End));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("origin", reuse.Origin.Value);
        json.WriteEndObject();
    }
}
