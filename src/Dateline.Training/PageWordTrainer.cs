using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Reading;

namespace Dateline.Training;

/// <summary>Counts on how many sites a word, a pair of words or a word of a class attribute stands in lines of the story, and on how many elsewhere.</summary>
internal sealed partial class PageWordTrainer
{
    private const int FewestSites = 6;
    private const float Least = 0.6f; // a weight nearer to zero says nothing

    private readonly Dictionary<int, Dictionary<string, (int Story, int All)>> words = [];
    private readonly Dictionary<int, Dictionary<string, (int Story, int All)>> classes = [];
    private readonly Dictionary<int, string> spellings = [];
    private readonly Dictionary<int, string> wordNames = [];
    private readonly Dictionary<int, string> classNames = []; // apart: a word and a class word may have one key

    public PageWordTrainer(IEnumerable<LabelledPage> pages)
    {
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Labels.Length; i++)
            {
                if (page.Labels[i] < 0) continue;
                var line = page.Page.Lines[i];
                foreach (var key in KeysOf(line)) Count(words, key, page.Site, page.Labels[i] > 0);
                if (page.Page.Tree is not { } tree) continue;
                foreach (var key in ClassesOf(tree, line.Place!.Block)) Count(classes, key, page.Site, page.Labels[i] > 0);
            }
        }
    }

    public PageWords ToWords() => new(WeightsOf(words), WeightsOf(classes));

    /// <summary>Tables that can be read, in the order of their words.</summary>
    public void Write(string folder, bool html)
    {
        Write(Path.Combine(folder, $"page-words-{(html ? "html" : "text")}.tsv"), "word\tweight", words, wordNames);
        if (html) Write(Path.Combine(folder, "page-classes.tsv"), "reach\tword\tweight", classes, classNames);
    }

    private static void Write(string path, string header, Dictionary<int, Dictionary<string, (int Story, int All)>> counts, Dictionary<int, string> names)
    {
        var rows = WeightsOf(counts).Select(p => (Name: names.GetValueOrDefault(p.Key), p.Weight)).Where(p => p.Name is not null).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}\t{p.Weight:0.0#}")).Order(StringComparer.Ordinal);
        File.WriteAllText(path, $"# Learned by Dateline.Training, verb reading: the log-odds of a line's being story, each site counted once.\n{header}\n{string.Join('\n', rows)}\n", new UTF8Encoding(false));
    }

    private HashSet<int> KeysOf(Line line)
    {
        var keys = line.Measure.Keys;
        Spell(line.Text);
        var found = new HashSet<int>();
        for (var i = 0; i < keys.Length; i++)
        {
            found.Add(Named(keys.AsSpan(i, 1)));
            if (i + 1 < keys.Length) found.Add(Named(keys.AsSpan(i, 2)));
        }

        return found;
    }

    private int Named(ReadOnlySpan<int> keys)
    {
        var key = PageWords.KeyOf(keys);
        if (wordNames.ContainsKey(key) || !spellings.TryGetValue(keys[0], out var first)) return key;
        if (keys.Length == 1) wordNames[key] = first;
        else if (spellings.TryGetValue(keys[1], out var second)) wordNames[key] = $"{first} {second}";
        return key;
    }

    /// <summary>Notes the words as they are written; those that cannot be read back from a table have no name and are left out of it.</summary>
    private void Spell(string text)
    {
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            if (Measure.KeysOf(word) is [var key]) spellings.TryAdd(key, word);
        }
    }

    private HashSet<int> ClassesOf(HtmlPage tree, int block)
    {
        var found = new HashSet<int>();
        var up = 0;
        for (var node = block; node > 0; node = tree.Nodes[node].Parent, up++)
        {
            if (tree.Nodes[node].Tag is HtmlTag.Body or HtmlTag.Html) continue;
            var reach = PageWords.ReachOf(up);
            foreach (var name in (ReadOnlySpan<HtmlName>)[HtmlName.Class, HtmlName.Id])
            {
                var value = tree.Value(node, name);
                foreach (var word in ClassWords.Split(value)) found.Add(Named(reach, value[word]));
            }
        }

        return found;
    }

    private int Named(ClassReach reach, ReadOnlySpan<char> word)
    {
        var key = PageWords.KeyOf(reach, word);
        if (!classNames.ContainsKey(key)) classNames[key] = $"{reach.ToString().ToLowerInvariant()}\t{word.ToString().ToLowerInvariant()}";
        return key;
    }

    private static void Count(Dictionary<int, Dictionary<string, (int Story, int All)>> counts, int key, string site, bool story)
    {
        if (!counts.TryGetValue(key, out var sites)) counts[key] = sites = [];
        var (before, all) = sites.GetValueOrDefault(site);
        sites[site] = (before + (story ? 1 : 0), all + 1);
    }

    private static IEnumerable<(int Key, float Weight)> WeightsOf(Dictionary<int, Dictionary<string, (int Story, int All)>> counts)
    {
        foreach (var (key, sites) in counts)
        {
            if (sites.Count < FewestSites) continue;
            var share = (sites.Values.Sum(s => s.Story / (double)s.All) + 1) / (sites.Count + 2);
            var weight = MathF.Round((float)Math.Log(share / (1 - share)), 2);
            if (Math.Abs(weight) >= Least) yield return (key, weight);
        }
    }

    // a word as Measure has it, or one character of a script without spaces
    [GeneratedRegex(@"[\u0E00-\u0EFF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]|[\p{L}\p{Nd}\p{Nl}\p{No}]+(?:['’]\p{L}[\p{L}\p{Nd}]*)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
