namespace Dateline.Language;

/// <summary>Finds the part of speech of each word from left to right: the universal tag, with the finer tag of the Penn Treebank behind it ("VERB|VBD").</summary>
internal sealed class Tagger
{
    private static readonly Lazy<Tagger> Embedded = new(() => Read(ModelFile.Load("models/tagger.bin")));

    private readonly SparseWeights weights;
    private readonly TagDictionary dictionary;

    private Tagger(string[] tags, TagDictionary dictionary, SparseWeights weights)
    {
        Tags = tags;
        Universal = [.. tags.Select(t => t[..t.IndexOf('|', StringComparison.Ordinal)])];
        Fine = [.. tags.Select(t => t[(t.IndexOf('|', StringComparison.Ordinal) + 1)..])];
        this.dictionary = dictionary;
        this.weights = weights;
    }

    /// <summary>The tagger of the embedded model, loaded at first use.</summary>
    public static Tagger Default => Embedded.Value;

    /// <summary>The joint tags, by class.</summary>
    public string[] Tags { get; }

    /// <summary>Universal tags, by class.</summary>
    public string[] Universal { get; }

    /// <summary>Penn Treebank tags, by class.</summary>
    public string[] Fine { get; }

    public void Tag(ReadOnlySpan<WordTraits> words, Span<byte> tags) => Tag(words, new string?[words.Length], tags);

    /// <summary>Sets the class of each word of one sentence.</summary>
    /// <param name="only">The one universal tag that a word can have, where a lexicon knows it; it counts for words that the treebank hardly has.</param>
    public void Tag(ReadOnlySpan<WordTraits> words, ReadOnlySpan<string?> only, Span<byte> tags)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Most];
        Span<int> scores = stackalloc int[Tags.Length];
        var ambiguity = new byte[words.Length];
        for (var i = 0; i < words.Length; i++) ambiguity[i] = dictionary.AmbiguityOf(words[i].Lower);
        var context = new TaggerFeatures(words, ambiguity);
        for (var i = 0; i < words.Length; i++)
        {
            var count = context.Extract(i, i > 0 ? tags[i - 1] + 1u : 0, i > 1 ? tags[i - 2] + 1u : 0, features);
            scores.Clear();
            weights.Score(features[..count], scores);
            if (ambiguity[i] == 0 && only[i] is { } tag) Exclude(scores, tag);
            tags[i] = (byte)Scores.Best<int>(scores);
        }
    }

    private void Exclude(Span<int> scores, string but)
    {
        for (var i = 0; i < scores.Length; i++)
            if (Universal[i] != but) scores[i] = int.MinValue;
    }

    public static Tagger Read(byte[] bytes)
    {
        ReadOnlySpan<byte> source = bytes;
        var tags = ModelFile.ReadNames(ref source);
        var dictionary = TagDictionary.Read(ref source);
        return new Tagger(tags, dictionary, SparseWeights.Read(ref source));
    }
}
