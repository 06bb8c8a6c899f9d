using System.Globalization;
using System.Text.Json;
using Dateline.Decisions;

namespace Dateline.Exchange;

/// <summary>Writes what a person decided: one shape for the ledger file and the API.</summary>
public static class DecisionJson
{
    /// <param name="stands">False where it was taken back.</param>
    public static void Write(Utf8JsonWriter json, Decision decision, bool stands)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(decision);
        json.WriteStartObject();
        json.WriteNumber("number", decision.Number);
        json.WriteString("at", decision.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteString("by", decision.By);
        json.WriteBoolean("stands", stands);
        json.WriteString("words", Rulings.Words(decision.Ruling));
        Json.Strings(json, "articles", decision.Ruling.Articles().Distinct().Select(a => a.Value));
        json.WriteEndObject();
    }
}
