using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Storage.Sqlite;

/// <summary>A capture as its table holds it.</summary>
internal sealed record CaptureRow(
    string Id, string Page, string Format, string? Outlet, string? Published, string? Url, string? Charset, string? Basis, string? CapturedAt, long Length, byte[] Bytes, string Seal)
{
    public const string Columns = "id, page, format, outlet, published, url, charset, basis, captured_at AS capturedAt, length, bytes, seal";

    public static CaptureRow Of(Capture capture)
    {
        var (id, bytes, format, page, metadata, capturedAt) = capture;
        var at = capturedAt?.ToString("O", CultureInfo.InvariantCulture);
        var row = new CaptureRow(
            id.Value, page, format.ToString(), metadata.Outlet, metadata.Published, metadata.Url, metadata.Charset, metadata.Basis, at, bytes.Length, Payload.Compress(bytes.Span), "");
        return row with { Seal = row.ComputeSeal() };
    }

    /// <summary>The hash over every kept column but the bytes, for which the id stands.</summary>
    public string ComputeSeal() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Id, Page, Format, Outlet, Published, Url, Charset, Basis, CapturedAt, Length.ToString(CultureInfo.InvariantCulture)))));

    /// <exception cref="InvalidDataException">the bytes cannot be decompressed</exception>
    public Capture ToCapture() => new(
        new CaptureId(Id),
        Payload.Decompress(Bytes, checked((int)Length)),
        Enum.Parse<PageFormat>(Format),
        Page,
        new PageMetadata(Outlet, Published, Url, Charset, Basis),
        CapturedAt is null ? null : DateTimeOffset.ParseExact(CapturedAt, "O", CultureInfo.InvariantCulture));
}
