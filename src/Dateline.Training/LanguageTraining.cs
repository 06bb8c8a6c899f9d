using System.Diagnostics;
using System.Text;
using Dateline.Language;

namespace Dateline.Training;

/// <summary>Trains all models of the language layer and writes them where the core embeds them.</summary>
internal static class LanguageTraining
{
    private const string Origin = "# Learned by Dateline.Training from the English Web Treebank (CC BY-SA 4.0) and GUM (see NOTICE). Not edited by hand.\n";

    private const int TaggerRounds = 8, Folds = 5, FoldRounds = 5, ParserRounds = 24, ReportRounds = 4;

    public static void Run(string data)
    {
        var clock = Stopwatch.StartNew();
        var train = Treebank.ReadConllu(Path.Combine(data, "ud-ewt", "ewt-train.conllu.gz"));
        train.AddRange(Treebank.ReadGum(Path.Combine(data, "gum", "docs.jsonl"), "train"));
        var (rules, exceptions) = LemmaTrainer.Learn(train, Irregular());
        WriteRows("lemma-rules.tsv", "# ending: the longest one that a word ends in holds; cut: letters taken off; add: letters put there.\ntag\tending\tcut\tadd\n", rules);
        WriteRows("lemma-exceptions.tsv", "tag\tword\tlemma\n", exceptions);
        Console.WriteLine($"lemmas: {rules.Count} rules, {exceptions.Count} exceptions, {clock.Elapsed.TotalSeconds:0} s");
        var tags = TaggerTrainer.TagNames(train);
        var packed = TaggerTrainer.Train(Headlines.Mix(train), tags, TaggerRounds);
        File.WriteAllBytes(Core("models", "tagger.bin"), packed);
        Console.WriteLine($"tagger: {packed.Length} bytes, {clock.Elapsed.TotalSeconds:0} s");
        var tagger = Tagger.Read(ModelFile.Unpack(packed));
        var lemmas = new Lemmatizer.Tables(rules, exceptions);
        string[] relations = ["root", .. train.SelectMany(s => s.Words).Select(w => w.Relation).Where(r => r != "root").Distinct().Order(StringComparer.Ordinal)];
        var examples = Jackknife(train, tags, relations);
        Console.WriteLine($"tags for the parser: {clock.Elapsed.TotalSeconds:0} s");
        var dev = Treebank.ReadConllu(Path.Combine(data, "ud-ewt", "ewt-dev.conllu"));
        var parser = TrainParser(new NetworkTrainer(examples, tags.Length, relations.Length), relations, tags, (round, loss, model) =>
            Console.WriteLine($"parser, round {round}: {clock.Elapsed.TotalSeconds:0} s  loss {loss:0.000}  {ParseScore.Of(dev, tagger, Parser.Read(ModelFile.Unpack(model)))}"));
        File.WriteAllBytes(Core("models", "parser.bin"), parser);
        Console.WriteLine($"parser: {parser.Length} bytes, {clock.Elapsed.TotalSeconds:0} s");
        LanguageReport.Print(data, tagger, lemmas, Parser.Read(ModelFile.Unpack(parser)));
    }

    private static byte[] TrainParser(NetworkTrainer trainer, string[] relations, string[] tags, Action<int, double, byte[]> report)
    {
        var model = Array.Empty<byte>();
        trainer.Train(ParserRounds, (round, loss) =>
        {
            if (round % ReportRounds != 0 && round != ParserRounds) return;
            model = ModelFile.Pack(writer =>
            {
                ModelFile.WriteNames(writer, relations);
                writer.Write((byte)tags.Length);
                trainer.Write(writer);
            });
            report(round, loss, model);
        });
        return model;
    }

    /// <summary>Each fifth is tagged by a tagger of the other four: the parser must learn from tags as wrong as those that it will get.</summary>
    private static List<ParserExample> Jackknife(List<TreeSentence> train, string[] tags, string[] relations)
    {
        var tagClasses = tags.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i, StringComparer.Ordinal);
        var classes = relations.Select((r, i) => (r, i)).ToDictionary(p => p.r, p => (byte)p.i, StringComparer.Ordinal);
        var examples = new List<ParserExample>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var tagger = Tagger.Read(ModelFile.Unpack(TaggerTrainer.Train(Headlines.Mix([.. train.Where((_, i) => i / 50 % Folds != fold)]), tags, FoldRounds)));
            foreach (var sentence in Headlines.Mix([.. train.Where((_, i) => i / 50 % Folds == fold)]))
            {
                var words = TaggerTrainer.Traits(sentence);
                var found = new byte[words.Length];
                tagger.Tag(words, found);
                examples.Add(new ParserExample(
                    words, found, [.. sentence.Words.Select(w => tagClasses.GetValueOrDefault(TaggerTrainer.JointTag(w), -1))],
                    [.. sentence.Words.Select(w => w.Head < 0 ? words.Length : w.Head)], [.. sentence.Words.Select(w => classes[w.Relation])]));
            }
        }

        return examples;
    }

    private static IEnumerable<string[]> Irregular()
    {
        using var reader = new StreamReader(typeof(LanguageTraining).Assembly.GetManifestResourceStream("irregular.tsv")!, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Skip(1).Select(l => l.Split('\t'))];
    }

    private static void WriteRows(string name, string header, List<string[]> rows) =>
        File.WriteAllText(Core("lexicon", name), Origin + header + string.Concat(rows.Select(r => string.Join('\t', r) + "\n")));

    /// <summary>A file of src/Dateline under the repository's root, which holds global.json.</summary>
    private static string Core(string folder, string name)
    {
        for (var root = new DirectoryInfo(AppContext.BaseDirectory); root is not null; root = root.Parent)
        {
            if (File.Exists(Path.Combine(root.FullName, "global.json"))) return Path.Combine(Directory.CreateDirectory(Path.Combine(root.FullName, "src", "Dateline", folder)).FullName, name);
        }

        throw new DirectoryNotFoundException("Run this from within the repository.");
    }
}
