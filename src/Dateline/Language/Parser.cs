namespace Dateline.Language;

/// <summary>The dependency tree of a sentence: some greedy parsers vote on the heads, and the relations are found over the whole tree. Every sentence gets one root and no cycle.</summary>
internal sealed class Parser
{
    private static readonly Lazy<Parser> Embedded = new(() => Read(ModelFile.Load("models/parser.bin")));

    private readonly BaseParser[] parsers;
    private readonly SparseWeights labels;

    private Parser(string[] relations, BaseParser[] parsers, SparseWeights labels)
    {
        Relations = relations;
        this.parsers = parsers;
        this.labels = labels;
    }

    /// <summary>The parser of the embedded model, loaded at first use.</summary>
    public static Parser Default => Embedded.Value;

    /// <summary>By class; the first is "root".</summary>
    public string[] Relations { get; }

    /// <param name="tags">Joint tags by class, of each word.</param>
    /// <param name="coarse">Number of the universal tag, by class of the joint tag.</param>
    /// <returns>For each word its head, the number of words standing for the root, and the class of its relation.</returns>
    public (int[] Heads, byte[] Labels) Parse(ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> coarse)
    {
        var votes = new HeadVotes(words.Length, parsers.Length);
        foreach (var parser in parsers) parser.Vote(words, tags, coarse, Relations.Length, votes);
        var heads = votes.Tree();
        return (heads, Label(heads, new ParserFeatures(words, tags, coarse)));
    }

    /// <summary>From the leaves up, so that a word's dependents have their relations before it gets its own.</summary>
    private byte[] Label(int[] heads, ParserFeatures context)
    {
        var tree = ParserState.OfTree(heads);
        Span<uint> features = stackalloc uint[ParserFeatures.Most];
        Span<int> scores = stackalloc int[256];
        foreach (var word in tree.LeavesFirst())
        {
            if (heads[word] == heads.Length) continue;
            scores[..Relations.Length].Clear();
            labels.Score(features[..context.ForLabel(tree, heads[word], word, features)], scores);
            tree.Relabel(word, (byte)(1 + Tagger.Best(scores[1..Relations.Length])));
        }

        return tree.Labels.ToArray();
    }

    public static Parser Read(byte[] bytes)
    {
        ReadOnlySpan<byte> source = bytes;
        var relations = ModelFile.ReadNames(ref source);
        var parsers = new BaseParser[source[0]];
        source = source[1..];
        for (var i = 0; i < parsers.Length; i++)
        {
            var (system, reversed) = ((MoveSystem)source[0], source[1] == 1);
            source = source[2..];
            var moves = MoveWeights.Read(ref source);
            parsers[i] = new BaseParser(system, reversed, moves, SparseWeights.Read(ref source));
        }

        return new Parser(relations, parsers, SparseWeights.Read(ref source));
    }
}
