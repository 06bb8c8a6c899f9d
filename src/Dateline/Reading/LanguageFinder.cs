namespace Dateline.Reading;

/// <summary>The language of the kept words: by their script, else by character n-grams, else by function words (lexicon/function-words.tsv), else as the page says.</summary>
internal static class LanguageFinder
{
    private const int MostLetters = 3000;   // of a page that are looked at
    private const double Sure = 0.06;       // share of words that are function words of one language alone
    private const double Ahead = 1.3;       // how far the function words of another language must be ahead of those that the page declares
    private const double Familiar = 0.15;   // mean weight of an n-gram, in natural logarithms, in a language that the model knows well
    private const double Foreign = 0;       // the same, below which a text is in none of its languages
    private const int Few = 400;            // n-grams of a text too short to say that
    private const double Clearer = 0.1;     // the same, ahead of the language that the page declares

    private static readonly Lazy<(WordSet Words, int[][] Languages, string[] Names)> Function = new(Load);

    /// <param name="told">What the page declares: "en-GB".</param>
    /// <returns>ISO 639-1, or null where the text is in no language that is known and the page says none.</returns>
    public static string? Find(List<Line> lines, string? told) =>
        Of(lines.Where(l => l.Role is BlockRole.Body or BlockRole.Standfirst or BlockRole.Headline).Select(l => l.Text), told, LanguageModel.Embedded);

    public static string? Of(IEnumerable<string> lines, string? told, LanguageModel model)
    {
        var declared = Declared(told);
        var texts = new List<string>();
        var letters = 0;
        foreach (var line in lines)
        {
            texts.Add(line);
            letters += line.Length;
            if (letters >= MostLetters) break;
        }

        if (letters == 0) return declared;
        if (Scripts.LanguageOf(texts, declared) is { } written) return written;
        Span<int> sums = stackalloc int[LanguageModel.Columns];
        var grams = 0;
        foreach (var text in texts) grams += model.Add(text, sums);
        if (grams == 0) return declared;
        var languages = model.Languages;
        var best = 0;
        for (var i = 1; i < languages.Length; i++)
        {
            if (sums[i] > sums[best]) best = i;
        }

        var known = declared is null ? -1 : Array.IndexOf(languages, declared);
        if (known >= 0 && (sums[best] - sums[known]) * LanguageModel.Unit < Clearer * grams) return declared;
        var familiar = sums[best] * LanguageModel.Unit / grams;
        if (familiar >= Familiar || grams < Few) return languages[best];
        return Unmodelled(texts, languages, best) ?? (familiar >= Foreign ? languages[best] : declared);
    }

    /// <summary>The language outside the model whose function words the text has, well ahead of those of the model's best.</summary>
    private static string? Unmodelled(List<string> texts, string[] languages, int best)
    {
        var (scores, words) = Scores(texts);
        var names = Function.Value.Names;
        var own = Array.IndexOf(names, languages[best]) is var at and >= 0 ? scores[at] : 0;
        var top = Best(scores);
        return scores[top] >= Sure * words && scores[top] > Ahead * own && Array.IndexOf(languages, names[top]) < 0 ? names[top] : null;
    }

    public static bool HasFunctionWords(string language) => Function.Value.Names.Contains(language);

    public static IEnumerable<string> FunctionWords(string language) => Resources.Rows("lexicon/function-words.tsv").Where(row => row[1].Split(',').Contains(language)).Select(row => row[0]);

    public static bool IsLatin(IEnumerable<string> texts) => Scripts.LanguageOf([.. texts], null) is null;

    /// <summary>What the function words alone say.</summary>
    public static string? ByFunctionWords(List<string> texts)
    {
        var (scores, words) = Scores(texts);
        var best = Best(scores);
        return scores[best] > 0 && scores[best] >= Sure / 2 * words ? Function.Value.Names[best] : null;
    }

    private static (double[] Scores, int Words) Scores(List<string> texts)
    {
        var (set, languages, names) = Function.Value;
        var scores = new double[names.Length];
        var words = 0;
        foreach (var text in texts)
        {
            foreach (var key in Measure.KeysOf(text))
            {
                words++;
                var found = set.Find(key);
                if (found < 0) continue;
                foreach (var language in languages[found]) scores[language] += 1.0 / languages[found].Length;
            }
        }

        return (scores, words);
    }

    private static int Best(double[] scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }

    private static string? Declared(string? told) =>
        told is not { Length: >= 2 } || (told.Length > 2 && told[2] is not ('-' or '_')) ? null : told[..2].ToLowerInvariant() is var code && code == "nb" ? "no" : code;

    private static (WordSet, int[][], string[]) Load()
    {
        var rows = Resources.Rows("lexicon/function-words.tsv").GroupBy(row => Measure.KeyOf(row[0])).Select(g => (g.Key, Languages: g.SelectMany(row => row[1].Split(',')).Distinct().ToArray())).ToArray();
        var names = rows.SelectMany(r => r.Languages).Distinct().Order(StringComparer.Ordinal).ToArray();
        return (new WordSet([.. rows.Select((r, i) => (r.Key, i))]), [.. rows.Select(r => r.Languages.Select(l => Array.IndexOf(names, l)).ToArray())], names);
    }
}
