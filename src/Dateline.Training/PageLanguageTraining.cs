using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Dateline.Reading;

namespace Dateline.Training;

/// <summary>Trains the model that tells languages by character n-grams, on the stories of pages that say their language.</summary>
internal static class PageLanguageTraining
{
    private const int Bits = 14;
    private const int Folds = 5;
    private const int MostLetters = 100_000;   // of one language, so that none is known much better than the others
    private const int LeastLetters = 1_000;    // a language with less is left out
    private const int LeastOfStory = 2_000;
    private const double Smoothing = 3_000;     // n-grams as in all languages that are added to those of each
    private const double WordWeight = 3;       // times that each function word of the lexicon counts
    private const int SentenceLetters = 40;    // the shortest sentence that is tried

    private sealed record Story(string Language, string Site, string[] Lines);

    public static void Run(string data, string models)
    {
        var stories = Stories(data);
        var languages = stories.GroupBy(s => s.Language).Where(g => g.Sum(s => s.Lines.Sum(l => l.Length)) >= LeastLetters).Select(g => g.Key).Order(StringComparer.Ordinal).ToArray();
        stories.RemoveAll(s => !languages.Contains(s.Language));
        if (languages.Length > LanguageModel.Columns) throw new InvalidDataException($"{languages.Length} languages, {LanguageModel.Columns} columns.");
        foreach (var language in languages) Console.WriteLine(FormattableString.Invariant($"{language}: {stories.Where(s => s.Language == language).Sum(s => s.Lines.Sum(l => l.Length))} letters of {stories.Where(s => s.Language == language).Select(s => s.Site).Distinct().Count()} sites"));
        Validate(stories, languages);
        using var file = File.Create(Path.Combine(models, "languages.bin"));
        Write(file, languages, stories);
    }

    /// <summary>Five folds by site: each story, and each of its sentences, judged by a model that has seen none of its site.</summary>
    private static void Validate(List<Story> stories, string[] languages)
    {
        var folds = stories.ToLookup(s => (int)((uint)Measure.KeyOf(s.Site) % Folds));
        var (ours, words) = (new SortedDictionary<string, Tally>(StringComparer.Ordinal), new SortedDictionary<string, Tally>(StringComparer.Ordinal));
        for (var fold = 0; fold < Folds; fold++)
        {
            using var memory = new MemoryStream();
            Write(memory, languages, [.. Enumerable.Range(0, Folds).Where(f => f != fold).SelectMany(f => folds[f])]);
            memory.Position = 0;
            var model = LanguageModel.Load(memory);
            foreach (var story in folds[fold])
            {
                // a language that no other site has cannot be known
                if (!stories.Any(s => s.Language == story.Language && (uint)Measure.KeyOf(s.Site) % Folds != fold)) continue;
                Judge(ours, story, lines => LanguageFinder.Of(lines, null, model));
                Judge(words, story, lines => LanguageFinder.ByFunctionWords(lines));
            }
        }

        Console.WriteLine("language  stories right (function words)   sentences right (function words)");
        foreach (var (language, tally) in ours) Console.WriteLine(FormattableString.Invariant($"{language,-8} {tally.Stories,6} {tally.StoriesRight / (double)tally.Stories,8:0.000} ({words[language].StoriesRight / (double)tally.Stories:0.000}) {tally.Sentences,10} {tally.SentencesRight / (double)tally.Sentences,8:0.000} ({words[language].SentencesRight / (double)tally.Sentences:0.000})"));
        Console.WriteLine(FormattableString.Invariant($"mean of languages: stories {Mean(ours, t => t.StoriesRight / (double)t.Stories):0.000} ({Mean(words, t => t.StoriesRight / (double)t.Stories):0.000}), sentences {Mean(ours, t => t.SentencesRight / (double)t.Sentences):0.000} ({Mean(words, t => t.SentencesRight / (double)t.Sentences):0.000})"));
    }

    private static double Mean(SortedDictionary<string, Tally> tallies, Func<Tally, double> share) => tallies.Values.Average(share);

    private static void Judge(SortedDictionary<string, Tally> tallies, Story story, Func<List<string>, string?> find)
    {
        if (!tallies.TryGetValue(story.Language, out var tally)) tallies[story.Language] = tally = new Tally();
        tally.Stories++;
        if (find([.. story.Lines]) == story.Language) tally.StoriesRight++;
        foreach (var sentence in story.Lines.SelectMany(l => l.Split(". ")).Where(s => s.Length >= SentenceLetters))
        {
            tally.Sentences++;
            if (find([sentence]) == story.Language) tally.SentencesRight++;
        }
    }

    private static void Write(Stream output, string[] languages, List<Story> stories)
    {
        var counts = languages.Select(_ => new double[1 << Bits]).ToArray();
        for (var i = 0; i < languages.Length; i++)
        {
            var own = stories.Where(s => s.Language == languages[i]).ToList();
            foreach (var word in LanguageFinder.FunctionWords(languages[i])) LanguageModel.Count(word, counts[i], WordWeight);
            var share = own.Count == 0 ? 0 : MostLetters / own.Count; // of each story alike
            foreach (var story in own)
            {
                var left = Math.Max(share, LeastOfStory);
                foreach (var line in story.Lines.TakeWhile(_ => left > 0))
                {
                    LanguageModel.Count(line, counts[i]);
                    left -= line.Length;
                }
            }
        }

        var sums = counts.Select(c => Math.Max(1, c.Sum())).ToArray();
        using var writer = new BinaryWriter(new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true), Encoding.ASCII);
        writer.Write(0x31434C44);
        writer.Write((byte)languages.Length);
        foreach (var language in languages) writer.Write(language.ToCharArray());
        writer.Write((byte)Bits);
        for (var bucket = 0; bucket < 1 << Bits; bucket++)
        {
            var everywhere = Enumerable.Range(0, languages.Length).Average(l => counts[l][bucket] / sums[l]);
            for (var l = 0; l < LanguageModel.Columns; l++)
            {
                var weight = l >= languages.Length || everywhere == 0 ? 0 : Math.Log((counts[l][bucket] + Smoothing * everywhere) / (sums[l] + Smoothing) / everywhere);
                writer.Write((sbyte)Math.Clamp(Math.Round(weight / LanguageModel.Unit), sbyte.MinValue, sbyte.MaxValue));
            }
        }
    }

    /// <summary>The stories of the gold, or where it has none the story as read, with the language of the gold or else of the page, where the function words say the same or do not know that language.</summary>
    private static List<Story> Stories(string data)
    {
        var stories = new List<Story>();
        foreach (var page in PageCorpus.Load(data, html: true))
        {
            if (page.Page.Facts?.Language is { Length: >= 2 } told) Take(stories, told[..2].ToLowerInvariant(), page.Site, [.. page.Page.Lines.Where((l, i) => page.Labels[i] > 0 && l.Is(LineMarks.Prose)).Select(l => l.Text)]);
        }

        // the pages of one more set, of which only the gold's text is taken
        foreach (var line in File.ReadLines(Path.Combine(data, "extraction", "readability", "gold.jsonl")))
        {
            using var gold = JsonDocument.Parse(line);
            string? Value(string name) => gold.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            if (Value("language") is not { Length: >= 2 } language || Value("text") is not { } text) continue;
            Take(stories, language[..2].ToLowerInvariant(), Value("sitename") ?? Value("id")!, [.. text.Split('\n', StringSplitOptions.TrimEntries).Where(l => l.Length >= SentenceLetters)]);
        }

        return stories;
    }

    private static void Take(List<Story> stories, string declared, string site, string[] lines)
    {
        if (declared == "nb") declared = "no";
        if (lines.Length == 0 || !LanguageFinder.IsLatin(lines)) return;
        var words = LanguageFinder.ByFunctionWords([.. lines]);
        if (words == declared || !LanguageFinder.HasFunctionWords(declared)) stories.Add(new Story(declared, site, lines));
    }

    private sealed class Tally
    {
        public int Stories { get; set; }

        public int StoriesRight { get; set; }

        public int Sentences { get; set; }

        public int SentencesRight { get; set; }
    }
}
