using System.Buffers;

namespace Dateline.Language;

/// <summary>The dependency tree of a sentence, and its tags corrected. Every sentence gets one root and no cycle.</summary>
internal sealed class Parser
{
    private const int Candidates = 4;   // heads of a word among which the tree is sought
    private const int Certain = 10_000; // weight of the best head
    private const float Fineness = 100; // steps of weight in one of score

    private static readonly Lazy<Parser> Embedded = new(() => Read(ModelFile.Load("models/parser.bin")));

    private readonly Network network;

    private Parser(string[] relations, Network network)
    {
        Relations = relations;
        this.network = network;
    }

    /// <summary>The parser of the embedded model, loaded at first use.</summary>
    public static Parser Default => Embedded.Value;

    /// <summary>By class; the first is "root".</summary>
    public string[] Relations { get; }

    /// <param name="tags">Joint tags by class, of each word, as the tagger found them; those that do not fit the sentence are corrected.</param>
    /// <returns>For each word its head, the number of words standing for the root, and the class of its relation.</returns>
    public (int[] Heads, byte[] Labels) Parse(ReadOnlySpan<WordTraits> words, Span<byte> tags)
    {
        var count = words.Length;
        if (count == 0) return ([], []);
        var shape = network.Shape;
        var across = Matrices.Padded(count + 1);
        var (vectorSize, scoreSize) = (count * shape.Width, count * Math.Max(across, Math.Max(shape.TagColumns, shape.RelationColumns)));
        var all = ArrayPool<float>.Shared.Rent(vectorSize + scoreSize + network.RoomFor(count));
        try
        {
            var vectors = all.AsSpan(0, vectorSize);
            var scores = all.AsSpan(vectorSize, scoreSize);
            var room = all.AsSpan(vectorSize + scoreSize);
            network.Read(words, tags, vectors, room);
            network.ScoreArcs(vectors, count, scores[..(count * across)], room);
            var heads = Tree(scores, count, across);
            network.ScoreRelations(vectors, heads, scores[..(count * shape.RelationColumns)], room);
            var labels = new byte[count];
            for (var i = 0; i < count; i++)
            {
                if (heads[i] < count) labels[i] = (byte)(1 + Scores.Best<float>(scores.Slice((i * shape.RelationColumns) + 1, shape.Relations - 1)));
            }

            network.ScoreTags(vectors, tags, scores[..(count * shape.TagColumns)]);
            for (var i = 0; i < count; i++) tags[i] = (byte)Scores.Best<float>(scores.Slice(i * shape.TagColumns, shape.Tags));
            return (heads, labels);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(all);
        }
    }

    private static int[] Tree(Span<float> scores, int words, int across)
    {
        var candidates = new HeadCandidates(words, Candidates);
        for (var word = 0; word < words; word++)
        {
            var row = scores.Slice(word * across, words + 1);
            row[word] = float.NegativeInfinity;
            var best = Scores.Best<float>(row);
            var top = row[best];
            for (var i = 0; i < Candidates && !float.IsNegativeInfinity(row[best]); i++)
            {
                candidates.Add(word, best, Certain - (int)Math.Min(Certain - 1, (top - row[best]) * Fineness));
                row[best] = float.NegativeInfinity;
                best = Scores.Best<float>(row);
            }
        }

        return candidates.Tree();
    }

    public static Parser Read(byte[] bytes)
    {
        ReadOnlySpan<byte> source = bytes;
        var relations = ModelFile.ReadNames(ref source);
        int tags = source[0];
        source = source[1..];
        return new Parser(relations, Network.Read(ref source, tags, relations.Length));
    }
}
