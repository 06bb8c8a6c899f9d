using System.Globalization;

namespace Dateline.Training;

/// <summary>The nouns of WordNet, from data.noun and index.noun: what kinds of things they mean, and the names of single persons, places and other things.</summary>
internal sealed record WordNetNouns(List<(string Kind, string Name)> Instances, List<(string Noun, string[] Meanings)> Meanings)
{
    private const int MostMeanings = 3; // of a noun, the most frequent first
    private const int LongestName = 60;

    // by the numbers of lexicographers' files, from 3
    private static readonly string[] Files = ["tops", "act", "animal", "artifact", "attr", "body", "cogn", "comm", "event", "feel", "food", "group", "location", "motive", "object", "person", "phenom", "plant", "poss", "process", "quant", "rel", "shape", "state", "subst", "time"];

    private sealed record Sense(string File, string[] Words, string[] Above, bool IsInstance);

    public static WordNetNouns Read(string sources)
    {
        var senses = File.ReadLines(Path.Combine(sources, "data.noun")).Where(IsEntry).Select(Parse).ToDictionary(s => s.Offset, s => s.Sense, StringComparer.Ordinal);
        var instances = senses.OrderBy(s => s.Key, StringComparer.Ordinal).Where(s => s.Value.IsInstance).SelectMany(s => s.Value.Words.Where(IsName).Select(w => (KindOf(s.Value.File), w))).ToList();
        var organisation = senses.First(s => s.Value is { File: "group", Words: ["organization", ..] }).Key;
        var structure = senses.First(s => s.Value is { File: "artifact", Words: ["structure", ..] }).Key;
        var meanings = new List<(string, string[])>();
        foreach (var line in File.ReadLines(Path.Combine(sources, "index.noun")).Where(IsEntry))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!fields[0].All(char.IsLetter)) continue;
            var pointers = int.Parse(fields[3], CultureInfo.InvariantCulture);
            var found = fields[(6 + pointers)..].Take(MostMeanings).Where(offset => !senses[offset].IsInstance).Select(Meaning).Distinct(StringComparer.Ordinal).ToArray();
            if (found.Length > 0) meanings.Add((fields[0], found));
        }

        return new WordNetNouns(instances, meanings);

        string Meaning(string offset) => senses[offset].File switch
        {
            "group" when IsUnder(senses, offset, organisation) => "org",
            "artifact" when IsUnder(senses, offset, structure) => "structure",
            var file => file,
        };
    }

    private static bool IsEntry(string line) => !line.StartsWith("  ", StringComparison.Ordinal); // the licence stands before the entries

    private static bool IsName(string word) => word.Length is > 1 and <= LongestName && (char.IsUpper(word[0]) || char.IsDigit(word[0]));

    private static string KindOf(string file) => file switch
    {
        "person" => "person",
        "location" => "place",
        "object" => "land",
        "group" => "body",
        "artifact" => "building",
        "comm" => "work",
        _ => "event",
    };

    private static (string Offset, Sense Sense) Parse(string line)
    {
        var fields = line.Split(' ');
        var count = int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var words = Enumerable.Range(0, count).Select(k => fields[4 + (2 * k)].Replace('_', ' ')).ToArray();
        var at = 4 + (2 * count);
        var pointers = Enumerable.Range(0, int.Parse(fields[at], CultureInfo.InvariantCulture)).Select(k => (Kind: fields[at + 1 + (4 * k)], To: fields[at + 2 + (4 * k)])).ToArray();
        var above = pointers.Where(p => p.Kind is "@" or "@i").Select(p => p.To).ToArray();
        return (fields[0], new Sense(Files[int.Parse(fields[1], CultureInfo.InvariantCulture) - 3], words, above, pointers.Any(p => p.Kind == "@i")));
    }

    private static bool IsUnder(Dictionary<string, Sense> senses, string offset, string top) => offset == top || senses[offset].Above.Any(above => IsUnder(senses, above, top));
}
