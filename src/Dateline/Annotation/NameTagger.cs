using System.Buffers.Binary;
using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>The coarse kinds that open corpora agree on.</summary>
internal enum NameType
{
    Person,
    Organisation,
    Place,

    /// <summary>Another thing: an event, a work, an award. What stands inside of its name names nothing of its own.</summary>
    Thing,
}

/// <summary>A name as the model sees it: [First, End) token indices.</summary>
internal readonly record struct TaggedName(int First, int End, NameType Type);

/// <summary>
/// Finds persons, organisations and places: the likeliest row of begin, inside, last and unit of each kind over a whole sentence (Ratinov and Roth, 2009),
/// by a linear chain (Lafferty et al., 2001) that sees what the rules found, too.
/// </summary>
internal sealed class NameTagger
{
    /// <summary>Outside, and four places of each kind.</summary>
    public const int Classes = 17;

    /// <summary>Stands for the sentence's edges in the table of transitions.</summary>
    public const int Edge = Classes;

    private const int Impossible = int.MinValue / 2;

    private static readonly Lazy<NameTagger> Embedded = new(() => Read(ModelFile.Load("models/names.bin")));
    private static readonly int[][] Before = [.. Enumerable.Range(0, Classes).Select(c => Enumerable.Range(0, Classes).Where(b => May(b, c)).ToArray())];

    private readonly short[] transitions; // from * (Classes + 1) + to
    private readonly SparseWeights weights;

    private NameTagger(short[] transitions, SparseWeights weights)
    {
        this.transitions = transitions;
        this.weights = weights;
    }

    /// <summary>The tagger of the embedded model, loaded at first use.</summary>
    public static NameTagger Default => Embedded.Value;

    public static NameTagger Read(byte[] bytes)
    {
        ReadOnlySpan<byte> source = bytes;
        var transitions = new short[(Classes + 1) * (Classes + 1)];
        for (var i = 0; i < transitions.Length; i++) transitions[i] = BinaryPrimitives.ReadInt16LittleEndian(source[(2 * i)..]);
        source = source[(2 * transitions.Length)..];
        return new NameTagger(transitions, SparseWeights.Read(ref source));
    }

    /// <summary>The class of a token at a place of a name: 0 outside.</summary>
    public static int ClassOf(NameType type, bool first, bool last) => 1 + ((int)type * 4) + (first && last ? 3 : first ? 0 : last ? 2 : 1);

    /// <summary>The kind of a class that is not outside.</summary>
    public static NameType TypeOf(int @class) => (NameType)((@class - 1) / 4);

    /// <summary>Whether one class may follow another: a name that has begun goes on or ends.</summary>
    public static bool May(int before, int next)
    {
        if (!IsOpen(before)) return next is 0 or Edge || (next - 1) % 4 is 0 or 3;
        return next is > 0 and < Edge && (next - 1) / 4 == (before - 1) / 4 && (next - 1) % 4 is 1 or 2;
    }

    /// <summary>The names of the likeliest rows, other things among them, in text order.</summary>
    public List<TaggedName> Tag(NameFeatures features)
    {
        var names = new List<TaggedName>();
        var longest = 0;
        foreach (var sentence in features.Words.Sentences) longest = Math.Max(longest, sentence.TokenCount);
        var scores = new int[longest * Classes];
        var back = new byte[longest * Classes];
        foreach (var sentence in features.Words.Sentences)
        {
            if (!IsAnyOpen(features, sentence)) continue;
            Climb(features, sentence, scores, back);
            Descend(sentence, scores, back, names);
        }

        return names;
    }

    private static bool IsOpen(int before) => before is > 0 and < Edge && (before - 1) % 4 < 2;

    private static bool IsAnyOpen(NameFeatures features, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
            if (features.IsOpen(i)) return true;
        return false;
    }

    private int Transition(int from, int to) => transitions[(from * (Classes + 1)) + to];

    /// <summary>The best score of a row that ends in each class at each token, and the class before it there.</summary>
    private void Climb(NameFeatures features, Sentence sentence, int[] scores, byte[] back)
    {
        Span<uint> into = stackalloc uint[NameFeatures.Most];
        Span<int> here = stackalloc int[Classes];
        for (var i = 0; i < sentence.TokenCount; i++)
        {
            var row = i * Classes;
            here.Clear();
            var open = features.IsOpen(sentence.FirstToken + i);
            if (open) weights.Score(into[..features.Extract(sentence.FirstToken + i, into)], here);
            else Array.Fill(scores, Impossible, row, Classes); // outside
            for (var c = 0; c < (open ? Classes : 1); c++)
            {
                var best = i == 0 && May(Edge, c) ? Transition(Edge, c) : Impossible;
                if (i > 0)
                {
                    foreach (var b in Before[c])
                    {
                        var score = scores[row - Classes + b] + Transition(b, c);
                        if (score <= best) continue;
                        best = score;
                        back[row + c] = (byte)b;
                    }
                }

                scores[row + c] = best <= Impossible / 2 ? Impossible : best + here[c];
            }
        }
    }

    /// <summary>Adds the names of the best row, in text order.</summary>
    private void Descend(Sentence sentence, int[] scores, byte[] back, List<TaggedName> names)
    {
        var last = (sentence.TokenCount - 1) * Classes;
        var at = 0;
        for (var c = 1; c < Classes; c++)
            if (May(c, Edge) && scores[last + c] + Transition(c, Edge) > scores[last + at] + Transition(at, Edge)) at = c;
        var count = names.Count;
        var end = 0;
        for (var i = sentence.TokenCount - 1; i >= 0; at = back[(i * Classes) + at], i--)
        {
            if (at == 0) continue;
            if ((at - 1) % 4 is 2 or 3) end = sentence.FirstToken + i + 1;
            if ((at - 1) % 4 is 0 or 3) names.Add(new TaggedName(sentence.FirstToken + i, end, TypeOf(at)));
        }

        names.Reverse(count, names.Count - count);
    }
}
