using System.Text.Json;

namespace Dateline.Storage;

/// <summary>A decision as one line of JSON: how a log is carried from one ledger to another. Its offsets count UTF-16 units, as the log keeps them; the words stand beside.</summary>
public static class DecisionLine
{
    public static string Write(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return JsonSerializer.Serialize(decision, PayloadContext.Default.Decision);
    }

    /// <returns>Null where the line is no decision.</returns>
    public static Decision? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, PayloadContext.Default.Decision);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
