using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Dateline.Reading;

/// <summary>Languages in Latin letters told by character n-grams: how much likelier each run of one to four letters is in a language than in the others, added up (naive Bayes).</summary>
/// <remarks>File, Brotli: "DLC1", byte languages, two ASCII letters each, byte bits, then for each of 2^bits buckets one row of <see cref="Columns"/> signed weights, in <see cref="Unit"/>s.</remarks>
internal sealed class LanguageModel
{
    public const int Columns = 16;

    /// <summary>Weights are kept in sixteenths of a natural logarithm.</summary>
    public const double Unit = 1 / 16.0;

    private const int LongestGram = 4;
    private const int LongestWord = 40; // letters; the sums of a word fit sixteen bits

    private const uint Basis = 2166136261; // FNV-1a
    private const uint Prime = 16777619;

    private static readonly Lazy<LanguageModel> Shipped = new(() =>
    {
        using var stream = Resources.Open("models/languages.bin");
        return Load(stream);
    });

    private readonly sbyte[] weights;
    private readonly uint mask;

    private LanguageModel(string[] languages, sbyte[] weights)
    {
        Languages = languages;
        this.weights = weights;
        mask = (uint)(weights.Length / Columns - 1);
    }

    public static LanguageModel Embedded => Shipped.Value;

    public string[] Languages { get; }

    public static LanguageModel Load(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress), Encoding.ASCII);
        if (reader.ReadUInt32() != 0x31434C44) throw new InvalidDataException("Not a model of languages: the file does not begin with DLC1.");
        var languages = new string[reader.ReadByte()];
        for (var i = 0; i < languages.Length; i++) languages[i] = new string(reader.ReadChars(2));
        return new LanguageModel(languages, MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(Columns << reader.ReadByte())).ToArray());
    }

    /// <summary>Adds the weights of all n-grams of a text, word by word.</summary>
    /// <param name="sums">One for each of <see cref="Columns"/>.</param>
    /// <returns>The n-grams.</returns>
    public int Add(ReadOnlySpan<char> text, Span<int> sums)
    {
        Span<char> word = stackalloc char[LongestWord + 2];
        var grams = 0;
        var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (var at = 0; NextWord(text, ref at, word, out var length);)
        {
            var ofWord = Vector256<short>.Zero;
            for (var i = 0; i < length; i++)
            {
                var hash = Basis;
                for (var end = i; end < Math.Min(length, i + LongestGram); end++)
                {
                    hash = (hash ^ word[end]) * Prime;
                    if (end == i && word[i] == ' ') continue;
                    var row = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(weights), BucketOf(hash, mask) * Columns);
                    ofWord += Vector256.WidenLower(row.ToVector256Unsafe());
                    grams++;
                }
            }

            low += Vector256.WidenLower(ofWord);
            high += Vector256.WidenUpper(ofWord);
        }

        for (var i = 0; i < Columns; i++) sums[i] += i < Columns / 2 ? low[i] : high[i - Columns / 2];
        return grams;
    }

    /// <summary>Counts the n-grams of a text as <see cref="Add"/> sees them: for the training.</summary>
    public static void Count(ReadOnlySpan<char> text, double[] buckets, double weight = 1)
    {
        Span<char> word = stackalloc char[LongestWord + 2];
        for (var at = 0; NextWord(text, ref at, word, out var length);)
        {
            for (var i = 0; i < length; i++)
            {
                var hash = Basis;
                for (var end = i; end < Math.Min(length, i + LongestGram); end++)
                {
                    hash = (hash ^ word[end]) * Prime;
                    if (end > i || word[i] != ' ') buckets[BucketOf(hash, (uint)(buckets.Length - 1))] += weight;
                }
            }
        }
    }

    private static uint BucketOf(uint hash, uint mask) => (hash ^ (hash >> 15)) & mask;

    /// <summary>The next word in small letters between two blanks; of a longer one its beginning.</summary>
    private static bool NextWord(ReadOnlySpan<char> text, ref int at, Span<char> word, out int length)
    {
        while (at < text.Length && !char.IsLetter(text[at])) at++;
        length = 0;
        if (at == text.Length) return false;
        word[length++] = ' ';
        for (; at < text.Length && char.IsLetter(text[at]); at++)
        {
            if (length <= LongestWord) word[length++] = char.ToLowerInvariant(text[at]);
        }

        word[length++] = ' ';
        return true;
    }
}
