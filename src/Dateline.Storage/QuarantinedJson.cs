using System.Text.Json;

namespace Dateline.Storage;

/// <summary>What was refused, as JSON.</summary>
public static class QuarantinedJson
{
    /// <summary>{"id", "code", "detail", "where", "capture", "length", "pipeline"}; the length only where the bytes are at hand.</summary>
    public static void Write(Utf8JsonWriter json, Quarantined q)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(q);
        json.WriteStartObject();
        json.WriteString("id", q.Id);
        json.WriteString("code", q.Rejection.Code);
        json.WriteString("detail", q.Rejection.Detail);
        json.WriteString("where", q.Rejection.Where);
        json.WriteString("capture", q.Capture?.Value);
        if (q.Bytes is { } bytes) json.WriteNumber("length", bytes.Length);
        json.WriteString("pipeline", q.Stamp);
        json.WriteEndObject();
    }
}
