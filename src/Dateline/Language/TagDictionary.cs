using System.Buffers.Binary;

namespace Dateline.Language;

/// <summary>For frequent words, the number of the set of tags in which they were seen.</summary>
internal sealed class TagDictionary
{
    private readonly uint[] words;     // hashes of lower-case forms, sorted
    private readonly byte[] classes;

    /// <param name="words">Sorted.</param>
    public TagDictionary(uint[] words, byte[] classes)
    {
        this.words = words;
        this.classes = classes;
    }

    /// <summary>0 for an unknown word.</summary>
    public byte AmbiguityOf(uint lower)
    {
        var at = Array.BinarySearch(words, lower);
        return at < 0 ? (byte)0 : classes[at];
    }

    public static TagDictionary Read(ref ReadOnlySpan<byte> source)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(source);
        var words = new uint[count];
        for (var i = 0; i < count; i++) words[i] = BinaryPrimitives.ReadUInt32LittleEndian(source[(4 + (4 * i))..]);
        var classes = source.Slice(4 + (4 * count), count).ToArray();
        source = source[(4 + (5 * count))..];
        return new TagDictionary(words, classes);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(words.Length);
        foreach (var word in words) writer.Write(word);
        writer.Write(classes);
    }
}
