using Dateline.Language;

namespace Dateline.Training;

/// <summary>Shares of the words of gold sentences that got the right universal tag, fine tag, and lemma (by the tags found).</summary>
internal sealed record TagScore(double Universal, double Fine, double Lemma)
{
    public static TagScore Of(IReadOnlyList<TreeSentence> sentences, Tagger tagger, Parser parser, Lemmatizer.Tables lemmas, Action<string>? differs = null)
    {
        int right = 0, fine = 0, lemma = 0, all = 0;
        foreach (var sentence in sentences)
        {
            var tags = new byte[sentence.Words.Length];
            var words = TaggerTrainer.Traits(sentence);
            tagger.Tag(words, tags);
            parser.Parse(words, tags);
            for (var i = 0; i < tags.Length; i++)
            {
                var word = sentence.Words[i];
                var (universal, penn) = (tagger.Universal[tags[i]], tagger.Fine[tags[i]]);
                var found = lemmas.Lemma(word.Form, universal, penn);
                all++;
                if (universal == word.Tag) right++;
                else differs?.Invoke($"tag {universal} for {word.Tag}: {word.Form}");
                if (penn == word.FineTag) fine++;
                if (found == word.Lemma) lemma++;
                else differs?.Invoke($"lemma {found} for {word.Lemma}: {word.Form} {penn} for {word.FineTag}");
            }
        }

        return new TagScore((double)right / all, (double)fine / all, (double)lemma / all);
    }

    public override string ToString() => FormattableString.Invariant($"UPOS {Universal:0.0000}  XPOS {Fine:0.0000}  lemma {Lemma:0.0000}");
}
