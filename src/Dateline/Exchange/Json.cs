using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dateline.Exchange;

/// <summary>How every export is written: UTF-8, unescaped beyond what JSON demands, enum names in kebab case.</summary>
public static class Json
{
    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonWriterOptions Indented { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>"OtherStory" -> "other-story".</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>What is written, as UTF-8.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, options)) write(json);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Hands on what was written, where it is much: a writer over a stream would hold all of it until its end.</summary>
    internal static void Spill(this Utf8JsonWriter json)
    {
        const int Much = 1 << 16;
        if (json.BytesPending >= Much) json.Flush();
    }

    internal static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes {"from","to"}, or null when nothing is known.</summary>
    internal static void Date(Utf8JsonWriter json, string name, UncertainDate? date, string? basis = null)
    {
        if (date is null || (!date.IsKnown && basis is null))
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("from", date.FromIso);
        json.WriteString("to", date.ToIso);
        if (basis is not null) json.WriteString("basis", basis);
        if (basis is not null) json.WriteString("reason", date.Reason);
        json.WriteEndObject();
    }
}
