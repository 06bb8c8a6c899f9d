using System.Security.Cryptography;

namespace Dateline;

/// <summary>The SHA-256 of a capture's bytes, as 64 lower-case hexadecimal digits.</summary>
public readonly record struct CaptureId(string Value)
{
    public static CaptureId Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>The first 12 digits: enough for people and for the ids of articles.</summary>
    public string Prefix => Value[..12];

    public override string ToString() => Value;
}

/// <summary>What the bytes of a capture hold.</summary>
public enum PageFormat
{
    /// <summary>Lines of plain text, as people copy or scrape a page.</summary>
    Text,
    Html,

    /// <summary>One JSON object: {"id","html" or "text", "url","outlet","title","published"}.</summary>
    JsonLine,
}

/// <summary>What is known of a page from outside its bytes: a manifest, a JSON line, HTTP headers. Null where unknown.</summary>
/// <param name="Published">An ISO date or date-time as written.</param>
/// <param name="Charset">The charset that the transport declared.</param>
/// <param name="Basis">Where the values come from, e.g. "manifest".</param>
public sealed record PageMetadata(string? Outlet = null, string? Published = null, string? Url = null, string? Charset = null, string? Basis = null)
{
    public static PageMetadata None { get; } = new();
}

/// <summary>The bytes of a page as they were got, with where and when. Kept for ever; all else is derived from it.</summary>
/// <param name="Page">The file's name, or a JSON line's own id.</param>
/// <param name="CapturedAt">When the bytes were got, if the edge knows; never made up.</param>
public sealed record Capture(CaptureId Id, ReadOnlyMemory<byte> Bytes, PageFormat Format, string Page, PageMetadata Metadata, DateTimeOffset? CapturedAt = null)
{
    public static Capture Of(ReadOnlyMemory<byte> bytes, PageFormat format, string page, PageMetadata? metadata = null, DateTimeOffset? capturedAt = null) =>
        new(CaptureId.Of(bytes.Span), bytes, format, page, metadata ?? PageMetadata.None, capturedAt);
}
