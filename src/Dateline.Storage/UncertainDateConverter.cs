using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Storage;

/// <summary>An uncertain date as {"from","to","moment","grain","anchor","reason"}, read back through its own factories.</summary>
internal sealed class UncertainDateConverter : JsonConverter<UncertainDate>
{
    public override UncertainDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        var root = json.RootElement;
        var reason = root.GetProperty("reason").GetString()!;
        var grain = Enum.Parse<DateGrain>(root.GetProperty("grain").GetString()!);
        var anchor = Enum.Parse<DateAnchor>(root.GetProperty("anchor").GetString()!);
        if (Text(root, "moment") is { } moment) return UncertainDate.At(DateTimeOffset.ParseExact(moment, "O", CultureInfo.InvariantCulture), reason, anchor);
        if (grain == DateGrain.Unknown && anchor == DateAnchor.None) return UncertainDate.Unknown(reason);
        return UncertainDate.Between(Day(root, "from"), Day(root, "to"), grain, reason, anchor);
    }

    public override void Write(Utf8JsonWriter writer, UncertainDate value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.From is { } from) writer.WriteString("from", from.ToString("O", CultureInfo.InvariantCulture));
        if (value.To is { } to) writer.WriteString("to", to.ToString("O", CultureInfo.InvariantCulture));
        if (value.Moment is { } moment) writer.WriteString("moment", moment.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("grain", value.Grain.ToString());
        writer.WriteString("anchor", value.Anchor.ToString());
        writer.WriteString("reason", value.Reason);
        writer.WriteEndObject();
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateOnly? Day(JsonElement element, string name) =>
        Text(element, name) is { } text ? DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture) : null;
}
