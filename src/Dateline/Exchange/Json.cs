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
        Fields(json, date, basis);
        json.WriteEndObject();
    }

    /// <summary>The date of publication, and for an undated page the steps of its derivation: {"from","to","basis","reason","derivation":[{"kind","from","to","words","reason","article","holds"}]}.</summary>
    internal static void Published(Utf8JsonWriter json, Article article)
    {
        if (article.Derivation.Length == 0)
        {
            Date(json, "published", article.Published, article.PublishedBasis);
            return;
        }

        json.WriteStartObject("published");
        Fields(json, article.Published, article.PublishedBasis);
        json.WriteStartArray("derivation");
        foreach (var step in article.Derivation)
        {
            json.WriteStartObject();
            json.WriteString("kind", Name(step.Kind));
            json.WriteString("from", Day(step.From));
            json.WriteString("to", Day(step.To));
            json.WriteString("words", step.Words);
            json.WriteString("reason", step.Reason);
            json.WriteString("article", step.Other?.Value);
            json.WriteBoolean("holds", step.Holds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        static string? Day(DateOnly? day) => day?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Fields(Utf8JsonWriter json, UncertainDate date, string? basis)
    {
        json.WriteString("from", date.FromIso);
        json.WriteString("to", date.ToIso);
        if (basis is null) return;
        json.WriteString("basis", basis);
        json.WriteString("reason", date.Reason);
    }
}
