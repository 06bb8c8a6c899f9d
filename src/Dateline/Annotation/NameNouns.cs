using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>What a page says that its names are: "Sonora Bell are a band", "the brewer Lune &amp; Daughters", "Naftor, the gas company". The noun goes with the name's words wherever they stand.</summary>
internal static class NameNouns
{
    /// <summary>For each token the hash of the noun that its name was called by; 0 where there is none.</summary>
    public static uint[] Of(Words words, NameRunEdges[] runs)
    {
        var nouns = new uint[words.Count];
        var byWord = new Dictionary<string, uint>(StringComparer.Ordinal);
        var tokens = words.Analysis.Tokens;
        for (var i = 0; i < words.Count; i++)
        {
            var head = tokens[i].Head;
            if (head < 0 || head >= words.Count) continue;
            var relation = tokens[i].Relation;
            if (relation is "nsubj" && IsNoun(words, head) && HasCopula(words, head)) Note(i, head);
            else if (relation is "appos" && IsNoun(words, i)) Note(head, i);
            else if (relation is "appos" or "flat" or "compound" or "nmod" && IsNoun(words, head) && i == head + 1) Note(i, head);
        }

        for (var i = 0; i < words.Count; i++)
            if (words.IsCapital(i) && nouns[i] == 0) nouns[i] = byWord.GetValueOrDefault(words.Lower(i));
        return nouns;

        void Note(int name, int noun)
        {
            var run = runs[name];
            if (run.First < 0) return;
            var hash = FeatureHash.Of(tokens[noun].Lemma);
            for (var k = run.First; k <= run.Last; k++)
            {
                if (!words.IsCapital(k)) continue;
                nouns[k] = hash;
                byWord.TryAdd(words.Lower(k), hash);
            }
        }
    }

    private static bool IsNoun(Words words, int i) => words.Tag(i) == "NOUN" && !words.IsCapital(i);

    private static bool HasCopula(Words words, int noun)
    {
        var tokens = words.Analysis.Tokens;
        for (var i = Math.Max(0, noun - 12); i < noun; i++)
            if (tokens[i].Head == noun && tokens[i].Relation == "cop") return true;
        return false;
    }
}
