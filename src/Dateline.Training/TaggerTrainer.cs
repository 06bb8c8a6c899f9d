using Dateline.Language;

namespace Dateline.Training;

/// <summary>Trains the tagger: an averaged perceptron that reads its own tags as history.</summary>
internal static class TaggerTrainer
{
    public const float Scale = 4;           // weights of the trained tagger lie within +-30
    private const int LeastSeen = 3;        // words seen less often than this count as unknown
    private const float Margin = 4;         // the right tag must lead by more than this
    private const int LeastUpdates = 2;     // half the size of the model, and a little better on other genres
    private const int LeastTag = 5;         // joint tags seen less often than this are not learned

    public static string JointTag(TreeWord word) => $"{word.Tag}|{word.FineTag}";

    /// <summary>The joint tags that are learned, most frequent first.</summary>
    public static string[] TagNames(IReadOnlyList<TreeSentence> sentences) =>
        [.. sentences.SelectMany(s => s.Words).GroupBy(JointTag).Where(g => g.Count() >= LeastTag).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(250)];

    /// <returns>The packed model.</returns>
    public static byte[] Train(IReadOnlyList<TreeSentence> sentences, string[] tags, int rounds)
    {
        var classes = tags.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i, StringComparer.Ordinal);
        var dictionary = Dictionary(sentences);
        var weights = new WeightTrainer(LeastUpdates);
        var examples = sentences.Select(s => (Words: Traits(s), Gold: s.Words.Select(w => classes.GetValueOrDefault(JointTag(w), -1)).ToArray())).ToArray();
        var order = Enumerable.Range(0, examples.Length).ToArray();
        var random = new Random(1);
        Span<uint> features = stackalloc uint[TaggerFeatures.Most];
        Span<float> scores = stackalloc float[tags.Length];
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var e in order)
            {
                var (words, gold) = examples[e];
                var ambiguity = words.Select(w => dictionary.AmbiguityOf(w.Lower)).ToArray();
                var context = new TaggerFeatures(words, ambiguity);
                uint before = 0, beforeThat = 0;
                for (var i = 0; i < words.Length; i++)
                {
                    var count = context.Extract(i, before, beforeThat, features);
                    scores.Clear();
                    weights.Score(features[..count], scores);
                    weights.Step++;
                    var best = Best(scores, without: -1);
                    if (gold[i] >= 0)
                    {
                        var rival = Best(scores, without: gold[i]);
                        if (scores[gold[i]] - scores[rival] <= Margin) weights.Update(features[..count], gold[i], rival);
                    }

                    beforeThat = before;
                    before = (uint)best + 1;
                }
            }
        }

        return ModelFile.Pack(writer =>
        {
            ModelFile.WriteNames(writer, tags);
            dictionary.Write(writer);
            SparseWeights.Write(writer, weights.Averaged(Scale));
        });
    }

    public static WordTraits[] Traits(TreeSentence sentence) => [.. sentence.Words.Select(w => WordTraits.Of(w.Form))];

    private static int Best(ReadOnlySpan<float> scores, int without)
    {
        var best = without == 0 ? 1 : 0;
        for (var i = best + 1; i < scores.Length; i++)
        {
            if (i != without && scores[i] > scores[best]) best = i;
        }

        return best;
    }

    private static TagDictionary Dictionary(IReadOnlyList<TreeSentence> sentences)
    {
        var seen = new SortedDictionary<uint, SortedDictionary<string, int>>();
        foreach (var word in sentences.SelectMany(s => s.Words))
        {
            var key = WordTraits.Of(word.Form).Lower;
            if (!seen.TryGetValue(key, out var tags)) seen.Add(key, tags = new SortedDictionary<string, int>(StringComparer.Ordinal));
            tags[JointTag(word)] = tags.GetValueOrDefault(JointTag(word)) + 1;
        }

        // a tag counts from a fiftieth of the word's places on, so that slips of the annotators make no sets of their own
        var sets = seen.Where(w => w.Value.Values.Sum() >= LeastSeen).Select(w => (w.Key, Set: string.Join(' ', w.Value.Where(t => t.Value * 50 >= w.Value.Values.Sum()).Select(t => t.Key)))).ToList();
        var numbers = sets.GroupBy(s => s.Set, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(250).Select((g, i) => (g.Key, i)).ToDictionary(p => p.Key, p => (byte)(p.i + 1), StringComparer.Ordinal);
        var kept = sets.Where(s => numbers.ContainsKey(s.Set)).OrderBy(s => s.Key).ToList();
        return new TagDictionary([.. kept.Select(s => s.Key)], [.. kept.Select(s => numbers[s.Set])]);
    }
}
