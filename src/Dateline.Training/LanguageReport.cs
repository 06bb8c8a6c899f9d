using Dateline.Language;

namespace Dateline.Training;

/// <summary>The figures of the language layer on data that it was not trained on.</summary>
internal static class LanguageReport
{
    /// <param name="tagger">null for the embedded model.</param>
    /// <param name="lemmas">null for the embedded tables.</param>
    public static void Print(string data, Tagger? tagger = null, Lemmatizer.Tables? lemmas = null, bool errors = false)
    {
        var withRaw = tagger is null; // raw text goes through the embedded models
        tagger ??= Tagger.Default;
        lemmas ??= new Lemmatizer.Tables(Resources.Rows("lexicon/lemma-rules.tsv"), Resources.Rows("lexicon/lemma-exceptions.tsv"));
        var ewt = Treebank.ReadConllu(Path.Combine(data, "ud-ewt", "ewt-dev.conllu"));
        var gum = Path.Combine(data, "gum", "docs.jsonl");
        (string Name, List<TreeSentence> Sentences)[] sets =
        [
            ("ewt-dev", ewt),
            ("ewt-dev titles", Headlines.TitleCase(ewt)),
            ("gum-dev", Treebank.ReadGum(gum, "dev")),
            ("gum-dev news", Treebank.ReadGum(gum, "dev", "news")),
        ];
        foreach (var (name, sentences) in sets)
        {
            Action<string>? differs = errors ? line => Console.WriteLine($"{name} {line}") : null;
            Console.WriteLine($"{name,-15} {TagScore.Of(sentences, tagger, lemmas, differs)}");
            if (withRaw) Console.WriteLine($"{name,-15} raw text: {RawTextScore.Of(sentences, differs)}");
        }
    }
}
