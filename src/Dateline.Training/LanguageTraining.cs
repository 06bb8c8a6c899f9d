using System.Diagnostics;
using System.Text;
using Dateline.Language;

namespace Dateline.Training;

/// <summary>Trains all models of the language layer and writes them where the core embeds them.</summary>
internal static class LanguageTraining
{
    private const string Origin = "# Learned by Dateline.Training from the English Web Treebank (CC BY-SA 4.0) and GUM (see NOTICE). Not edited by hand.\n";

    public static void Run(string data)
    {
        var clock = Stopwatch.StartNew();
        var train = Treebank.ReadConllu(Path.Combine(data, "ud-ewt", "ewt-train.conllu.gz"));
        train.AddRange(Treebank.ReadGum(Path.Combine(data, "gum", "docs.jsonl"), "train"));
        var (rules, exceptions) = LemmaTrainer.Learn(train, Irregular());
        WriteRows("lemma-rules.tsv", "# ending: the longest one that a word ends in holds; cut: letters taken off; add: letters put there.\ntag\tending\tcut\tadd\n", rules);
        WriteRows("lemma-exceptions.tsv", "tag\tword\tlemma\n", exceptions);
        Console.WriteLine($"lemmas: {rules.Count} rules, {exceptions.Count} exceptions, {clock.Elapsed.TotalSeconds:0} s");
        var packed = TaggerTrainer.Train(Headlines.Mix(train), rounds: 8);
        File.WriteAllBytes(Core("models", "tagger.bin"), packed);
        Console.WriteLine($"tagger: {packed.Length} bytes, {clock.Elapsed.TotalSeconds:0} s");
        LanguageReport.Print(data, Tagger.Read(ModelFile.Unpack(packed)), new Lemmatizer.Tables(rules, exceptions));
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
