using Dateline.Language;

namespace Dateline.Training;

/// <summary>The figures of the language layer on data that it was not trained on.</summary>
internal static class LanguageReport
{
    private const double TokensOfArticle = 690; // 600 words and their marks

    /// <param name="tagger">null for the embedded model.</param>
    /// <param name="parser">null for the embedded model.</param>
    /// <param name="lemmas">null for the embedded tables.</param>
    public static void Print(string data, Tagger? tagger = null, Lemmatizer.Tables? lemmas = null, Parser? parser = null, bool errors = false)
    {
        var withRaw = tagger is null; // raw text goes through the embedded models
        if (withRaw) Speed(Treebank.ReadGum(Path.Combine(data, "gum", "docs.jsonl"), "train"));
        tagger ??= Tagger.Default;
        parser ??= Parser.Default;
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
            Console.WriteLine($"{name,-15} {TagScore.Of(sentences, tagger, parser, lemmas, differs)}  {ParseScore.Of(sentences, tagger, parser, differs)}");
            if (withRaw) Console.WriteLine($"{name,-15} raw text: {RawTextScore.Of(sentences, differs)}");
        }
    }

    /// <summary>The embedded models' loading time, and how much text a second of one core takes in.</summary>
    private static void Speed(List<TreeSentence> sentences)
    {
        var before = Seconds();
        Analyzer.Analyze(ArticleText.Of("first", "One."));
        Console.WriteLine(FormattableString.Invariant($"first sentence, models loaded: {1000 * (Seconds() - before):0} ms of processor time"));
        var articles = sentences.Chunk(30).Select(c => ArticleText.Of("a", string.Join('\n', c.Select(s => s.Text.Replace('\n', ' '))))).ToList();
        foreach (var article in articles) Analyzer.Analyze(article);
        before = Seconds();
        var tokens = articles.Sum(a => Analyzer.Analyze(a).Tokens.Length);
        var perSecond = tokens / (Seconds() - before);
        Console.WriteLine(FormattableString.Invariant($"{perSecond:0} tokens a second of processor time: {perSecond / TokensOfArticle:0} articles of 600 words"));
    }

    private static double Seconds() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
