using System.Globalization;
using System.Text.Json;

namespace Dateline.Intake;

/// <summary>What a manifest says of one page.</summary>
internal sealed record ManifestLine(string Page, PageMetadata Metadata, DateTimeOffset? CapturedAt)
{
    public const string Basis = "manifest";

    /// <returns>The line, or what is wrong with it.</returns>
    public static (ManifestLine? Line, string? Fault) Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = IntakeBounds.JsonDepth });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return (null, "it is no JSON object");
            if (JsonPage.Text(root, "page") is not { Length: > 0 } page) return (null, "it names no \"page\"");
            var metadata = new PageMetadata(JsonPage.Text(root, "outlet"), JsonPage.Text(root, "published"), JsonPage.Text(root, "url"), JsonPage.Text(root, "charset"), Basis);
            return (new ManifestLine(page, metadata, Moment(JsonPage.Text(root, "captured"))), null);
        }
        catch (JsonException error)
        {
            return (null, $"it is not JSON ({JsonPage.Brief(error)})");
        }
        catch (InvalidOperationException)
        {
            return (null, "it is not valid UTF-8");
        }
    }

    /// <summary>A date-time with its zone, or null: a capture's time is never made up.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        text is not null && text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
