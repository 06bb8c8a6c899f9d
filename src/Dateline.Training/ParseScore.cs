using Dateline.Language;

namespace Dateline.Training;

/// <summary>Shares of the words of gold sentences that got the right head, and the right head and relation, from tags that the tagger found. Marks count like words.</summary>
/// <param name="Labelled">Relations without their subtypes, as the CoNLL 2018 shared task counts them.</param>
/// <param name="Full">Relations with their subtypes.</param>
internal sealed record ParseScore(double Unlabelled, double Labelled, double Full)
{
    public static ParseScore Of(IReadOnlyList<TreeSentence> sentences, Tagger tagger, Parser parser, Action<string>? differs = null)
    {
        int heads = 0, labelled = 0, full = 0, all = 0;
        foreach (var sentence in sentences)
        {
            var words = TaggerTrainer.Traits(sentence);
            var tags = new byte[words.Length];
            tagger.Tag(words, tags);
            var (found, labels) = parser.Parse(words, tags);
            for (var i = 0; i < words.Length; i++)
            {
                var gold = sentence.Words[i];
                var relation = parser.Relations[labels[i]];
                var right = found[i] == (gold.Head < 0 ? words.Length : gold.Head);
                all++;
                if (right) heads++;
                if (right && Universal(relation) == Universal(gold.Relation)) labelled++;
                else differs?.Invoke($"arc {(right ? "label" : "head")} {relation} for {gold.Relation}: {gold.Form}");
                if (right && relation == gold.Relation) full++;
            }
        }

        return new ParseScore((double)heads / all, (double)labelled / all, (double)full / all);
    }

    private static string Universal(string relation) => relation.Split(':')[0];

    public override string ToString() => FormattableString.Invariant($"UAS {Unlabelled:0.0000}  LAS {Labelled:0.0000}  with subtypes {Full:0.0000}");
}
