namespace Dateline.Training;

/// <summary>The figures of the language layer on data that it was not trained on.</summary>
internal static class LanguageReport
{
    public static void Print(string data, bool errors)
    {
        Raw("ewt-dev", Treebank.ReadConllu(Path.Combine(data, "ud-ewt", "ewt-dev.conllu")), errors);
        Raw("gum-dev", Treebank.ReadGum(Path.Combine(data, "gum", "docs.jsonl"), "dev"), errors);
        Raw("gum-news-dev", Treebank.ReadGum(Path.Combine(data, "gum", "docs.jsonl"), "dev", "news"), errors: false);
    }

    private static void Raw(string name, List<TreeSentence> sentences, bool errors)
    {
        var score = RawTextScore.Of(sentences, errors ? line => Console.WriteLine($"{name} {line}") : null);
        Console.WriteLine(FormattableString.Invariant($"{name,-14} raw text: token F1 {score.Tokens:0.0000}  sentence F1 {score.Sentences:0.0000}"));
    }
}
