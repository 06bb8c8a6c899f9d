using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>The coarse kinds that open corpora agree on.</summary>
internal enum NameType
{
    Person,
    Organisation,
    Place,
}

/// <summary>A name as the model sees it: [First, End) token indices.</summary>
internal readonly record struct TaggedName(int First, int End, NameType Type);

/// <summary>Finds persons, organisations and places word by word, from left to right: the begin, inside, last and unit of each kind (Ratinov and Roth, 2009), by a linear model that also sees what the rules found.</summary>
internal sealed class NameTagger
{
    public const int Classes = 13;

    private static readonly Lazy<NameTagger> Embedded = new(() => Read(ModelFile.Load("models/names.bin")));

    private readonly SparseWeights weights;

    private NameTagger(SparseWeights weights) => this.weights = weights;

    /// <summary>The tagger of the embedded model, loaded at first use.</summary>
    public static NameTagger Default => Embedded.Value;

    public static NameTagger Read(byte[] bytes)
    {
        ReadOnlySpan<byte> source = bytes;
        return new NameTagger(SparseWeights.Read(ref source));
    }

    /// <summary>The class of a token at a place of a name: 0 outside.</summary>
    public static int ClassOf(NameType type, bool first, bool last) => 1 + ((int)type * 4) + (first && last ? 3 : first ? 0 : last ? 2 : 1);

    /// <summary>Whether one class may follow another: a name that has begun goes on or ends.</summary>
    public static bool May(int before, int next)
    {
        if (!IsOpen(before)) return next == 0 || (next - 1) % 4 is 0 or 3;
        return next > 0 && (next - 1) / 4 == (before - 1) / 4 && (next - 1) % 4 is 1 or 2;
    }

    private static bool IsOpen(int before) => before > 0 && (before - 1) % 4 < 2;

    private static int Best(ReadOnlySpan<int> scores, int before)
    {
        var best = -1;
        for (var c = 0; c < Classes; c++)
        {
            if (May(before, c) && (best < 0 || scores[c] > scores[best])) best = c;
        }

        return best;
    }

    public List<TaggedName> Tag(NameFeatures features)
    {
        var names = new List<TaggedName>();
        Span<uint> into = stackalloc uint[NameFeatures.Most];
        Span<int> scores = stackalloc int[Classes];
        foreach (var sentence in features.Words.Sentences)
        {
            int before = 0, beforeThat = 0, start = -1;
            var end = sentence.FirstToken + sentence.TokenCount;
            for (var i = sentence.FirstToken; i < end; i++)
            {
                var best = 0;
                if (IsOpen(before) || features.MayBegin(i))
                {
                    scores.Clear();
                    weights.Score(into[..features.Extract(i, before, beforeThat, into)], scores);
                    best = Best(scores, before);
                }

                if (best > 0 && (best - 1) % 4 is 0 or 3) start = i;
                if (best > 0 && (best - 1) % 4 is 2 or 3) names.Add(new TaggedName(start, i + 1, (NameType)((best - 1) / 4)));
                (beforeThat, before) = (before, best);
            }
        }

        return names;
    }
}
