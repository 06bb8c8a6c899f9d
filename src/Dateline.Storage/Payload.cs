using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Storage;

/// <summary>Core values as the bytes that a store keeps: JSON, compressed where it is long.</summary>
internal static class Payload
{
    private const int Quality = 4; // Brotli 4: half of gzip's size for token lists, at about its speed
    private const int Window = 22;

    /// <summary>What stands before the article in the payload of an annotated one.</summary>
    private static readonly int BeforeHead = "{\"Article\":".Length;

    public static byte[] Json(AnnotatedArticle article) => JsonSerializer.SerializeToUtf8Bytes(article, PayloadContext.Default.AnnotatedArticle);

    public static AnnotatedArticle Article(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, PayloadContext.Default.AnnotatedArticle) ?? throw new LedgerException("An article's payload holds nothing; run dateline rebuild.");

    /// <summary>An annotated article without its tokens, of which no page and no export shows anything: they are half of a payload and most of what is made of it.</summary>
    public static AnnotatedArticle Untokened(ReadOnlySpan<byte> compressed, long length)
    {
        CheckLength(compressed, length);
        var bytes = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            var json = bytes.AsSpan(0, (int)length);
            Decompress(compressed, json);
            var (start, end) = TokensIn(json);
            json[end..].CopyTo(json[start..]); // the array closes over them
            return Article(json[..^(end - start)]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>What stands between the brackets of the tokens.</summary>
    private static (int Start, int End) TokensIn(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (reader.CurrentDepth == 1 ? !reader.ValueTextEquals(nameof(AnnotatedArticle.Annotations)) : !reader.ValueTextEquals(nameof(Annotations.Tokens)))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            if (reader.CurrentDepth != 2 || reader.TokenType != JsonTokenType.StartArray) continue;
            var start = (int)reader.BytesConsumed;
            reader.Skip();
            return (start, (int)reader.TokenStartIndex);
        }

        throw new InvalidDataException("An article's payload has no tokens.");
    }

    public static byte[] Json(Article article) => JsonSerializer.SerializeToUtf8Bytes(article, PayloadContext.Default.Article);

    /// <summary>The article alone, out of a payload that goes on with its annotations.</summary>
    /// <param name="length">The bytes of the article.</param>
    public static Article Head(ReadOnlySpan<byte> compressed, long length)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(checked((int)length + BeforeHead));
        try
        {
            using var decoder = new BrotliDecoder();
            var wanted = bytes.AsSpan(0, (int)length + BeforeHead);
            decoder.Decompress(compressed, wanted, out _, out var written);
            if (written != wanted.Length) throw new InvalidDataException("The compressed bytes are damaged.");
            return JsonSerializer.Deserialize(wanted[BeforeHead..], PayloadContext.Default.Article)!;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public static string Json(Statement statement) => JsonSerializer.Serialize(statement, PayloadContext.Default.Statement);

    public static Statement Statement(string json) => JsonSerializer.Deserialize(json, PayloadContext.Default.Statement)!;

    public static string Strings(System.Collections.Immutable.ImmutableArray<string> words) => JsonSerializer.Serialize(words, PayloadContext.Default.ImmutableArrayString);

    public static System.Collections.Immutable.ImmutableArray<string> Strings(string json) => JsonSerializer.Deserialize(json, PayloadContext.Default.ImmutableArrayString);

    public static string Json(Story story) => JsonSerializer.Serialize(story, PayloadContext.Default.Story);

    public static string Json(StoryMove move) => JsonSerializer.Serialize(move, PayloadContext.Default.StoryMove);

    public static string Json(Placement placement) => JsonSerializer.Serialize(placement, PayloadContext.Default.Placement);

    public static string Json(Copy copy) => JsonSerializer.Serialize(copy, PayloadContext.Default.Copy);

    public static string Json(Origin origin) => JsonSerializer.Serialize(origin, PayloadContext.Default.Origin);

    public static string Json(Track track) => JsonSerializer.Serialize(track, PayloadContext.Default.Track);

    public static string Json(Redirect redirect) => $"{redirect.From} > {redirect.To}";

    public static string Json(Ruling ruling) => JsonSerializer.Serialize(ruling, PayloadContext.Default.Ruling);

    /// <exception cref="JsonException">it is no ruling</exception>
    public static Ruling Ruling(string json) => JsonSerializer.Deserialize(json, PayloadContext.Default.Ruling) ?? throw new JsonException("A decision holds no ruling.");

    public static string Json(LatestChange change) => JsonSerializer.Serialize(change, PayloadContext.Default.LatestChange);

    public static LatestChange Latest(string json) => JsonSerializer.Deserialize(json, PayloadContext.Default.LatestChange)!;

    public static string Json(SourceSummary source) => JsonSerializer.Serialize(source, PayloadContext.Default.SourceSummary);

    public static SourceSummary Source(string json) => JsonSerializer.Deserialize(json, PayloadContext.Default.SourceSummary)!;

    public static string Json(OutletSummary outlet) => JsonSerializer.Serialize(outlet, PayloadContext.Default.OutletSummary);

    public static OutletSummary Outlet(string json) => JsonSerializer.Deserialize(json, PayloadContext.Default.OutletSummary)!;

    public static string Json(HowSaid how) => JsonSerializer.Serialize(how, PayloadContext.Default.HowSaid);

    public static HowSaid How(string json) => JsonSerializer.Deserialize(json, PayloadContext.Default.HowSaid)!;

    public static string Json(ImmutableArray<NameCount> names) => JsonSerializer.Serialize(names, PayloadContext.Default.ImmutableArrayNameCount);

    public static ImmutableArray<NameCount> Names(string json) => JsonSerializer.Deserialize(json, PayloadContext.Default.ImmutableArrayNameCount);

    public static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    public static string Date(UncertainDate date) => JsonSerializer.Serialize(date, PayloadContext.Default.UncertainDate);

    public static string? DateOrNull(UncertainDate? date) => date is null ? null : Date(date);

    public static UncertainDate Date(string json) => JsonSerializer.Deserialize(json, PayloadContext.Default.UncertainDate)!;

    public static UncertainDate? DateOrNull(string? json) => json is null ? null : Date(json);

    public static string Passages(Copy copy) => JsonSerializer.Serialize(copy.Passages, PayloadContext.Default.ImmutableArrayPassage);

    public static ImmutableArray<Passage> Passages(string json) => JsonSerializer.Deserialize(json, PayloadContext.Default.ImmutableArrayPassage);

    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            if (!BrotliEncoder.TryCompress(bytes, buffer, out var written, Quality, Window)) throw new InvalidOperationException("The compressor's own bound was too small.");
            return buffer.AsSpan(0, written).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <param name="length">The length before compression.</param>
    /// <exception cref="InvalidDataException">the bytes are damaged</exception>
    public static byte[] Decompress(ReadOnlySpan<byte> compressed, long length)
    {
        CheckLength(compressed, length);
        var bytes = new byte[length];
        Decompress(compressed, bytes);
        return bytes;
    }

    private static void Decompress(ReadOnlySpan<byte> compressed, Span<byte> bytes)
    {
        if (!BrotliDecoder.TryDecompress(compressed, bytes, out var written) || written != bytes.Length) throw new InvalidDataException("The compressed bytes are damaged.");
    }

    private static void CheckLength(ReadOnlySpan<byte> compressed, long length)
    {
        if (length < 0 || length > Array.MaxLength || length > (compressed.Length + 64L) * 100_000) throw new InvalidDataException("The length is not that of the compressed bytes.");
    }
}

/// <summary>Strict on reading: a changed byte in a property's name must not pass as a missing value.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(UncertainDateConverter), typeof(TextSpanConverter)])]
[JsonSerializable(typeof(AnnotatedArticle))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Statement))]
[JsonSerializable(typeof(System.Collections.Immutable.ImmutableArray<string>))]
[JsonSerializable(typeof(Story))]
[JsonSerializable(typeof(StoryMove))]
[JsonSerializable(typeof(Placement))]
[JsonSerializable(typeof(Copy))]
[JsonSerializable(typeof(Origin))]
[JsonSerializable(typeof(Track))]
[JsonSerializable(typeof(Ruling))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(LatestChange))]
[JsonSerializable(typeof(UncertainDate))]
[JsonSerializable(typeof(SourceSummary))]
[JsonSerializable(typeof(OutletSummary))]
[JsonSerializable(typeof(HowSaid))]
[JsonSerializable(typeof(ImmutableArray<NameCount>))]
[JsonSerializable(typeof(ImmutableArray<Passage>))]
internal sealed partial class PayloadContext : JsonSerializerContext;
