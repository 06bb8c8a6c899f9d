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

    /// <exception cref="LedgerException">the bytes or the other columns are not those that came</exception>
    public Capture ToCapture()
    {
        if (ComputeSeal() != Seal) throw new LedgerException($"What is kept of {Page} (capture {Id}) is not what came: its page, format, metadata or time was changed.");
        var bytes = Unpack();
        var hash = CaptureId.Of(bytes);
        if (hash.Value != Id) throw new LedgerException($"The bytes of {Page} (capture {Id}) are not those that came: they hash to {hash}.");
        return new Capture(
            hash,
            bytes,
            Enum.Parse<PageFormat>(Format),
            Page,
            new PageMetadata(Outlet, Published, Url, Charset, Basis),
            CapturedAt is null ? null : DateTimeOffset.ParseExact(CapturedAt, "O", CultureInfo.InvariantCulture));
    }

    private byte[] Unpack()
    {
        try
        {
            return Payload.Decompress(Bytes, Length);
        }
        catch (InvalidDataException error)
        {
            throw new LedgerException($"The bytes of {Page} (capture {Id}) are not those that came: they cannot be unpacked.", error);
        }
    }
}
