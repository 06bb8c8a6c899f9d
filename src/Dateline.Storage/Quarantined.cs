using System.Security.Cryptography;
using System.Text;

namespace Dateline.Storage;

/// <summary>Something that could not be read, with the reason.</summary>
/// <param name="Id">12 hexadecimal digits, the same for the same input at the same place.</param>
/// <param name="Bytes">The refused bytes, where they fit the bounds; those of a capture stand with the capture.</param>
/// <param name="Capture">The capture that could not be read; null for input that did not become one.</param>
/// <param name="Stamp">The pipeline that rejected it.</param>
public sealed record Quarantined(string Id, Rejection Rejection, ReadOnlyMemory<byte>? Bytes, CaptureId? Capture, string Stamp)
{
    public static Quarantined Of(Rejection rejection, ReadOnlyMemory<byte>? bytes = null)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        return new Quarantined(IdOf(rejection, bytes is { } b ? CaptureId.Of(b.Span).Value : ""), rejection, bytes, null, Pipeline.Stamp);
    }

    public static Quarantined Of(Rejection rejection, CaptureId capture)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        return new Quarantined(IdOf(rejection, capture.Value), rejection, null, capture, Pipeline.Stamp);
    }

    private static string IdOf(Rejection rejection, string hash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{rejection.Code}\n{rejection.Where}\n{hash}")))[..12];
}
