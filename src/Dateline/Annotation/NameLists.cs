namespace Dateline.Annotation;

/// <summary>What lists of our own know of names: places, companies, clubs, bands, persons' names. They are features of the name tagger; what stands in lists of one kind alone is that (<see cref="ListedNames"/>).</summary>
internal static class NameLists
{
    /// <summary>More tokens than that are in no listed name.</summary>
    private const int LongestName = 6;

    private const int LongestText = 48;

    private static readonly string[] Kinds = ["city", "region", "water", "land", "company", "body", "party", "force", "school", "media", "club", "league", "band", "label", "thing"];

    private static readonly uint Bodies = Bits("company", "body", "party", "force", "school", "media", "club", "league", "band", "label");
    private static readonly uint Media = Bits("media");
    private static readonly uint Land = Bits("city", "region", "water", "land");

    private static readonly Lazy<(Dictionary<string, uint> Names, Dictionary<string, uint> Persons)> Lists = new(Load);

    /// <summary>The number of kinds of lists of whole names.</summary>
    public static int KindCount => Kinds.Length;

    /// <summary>For each token the lists that hold the longest listed name that it stands in, a bit a kind; and whether it begins (1) or ends (2) that name.</summary>
    public static (uint Kinds, uint Edge)[] Mark(Words words)
    {
        var marks = new (uint Kinds, uint Edge)[words.Count];
        var byText = Lists.Value.Names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < words.Count;)
        {
            var next = i + 1;
            var first = words.Span(i);
            if (words.IsCapital(i) || words.IsNumber(i))
            {
                var sentence = words.Sentences[words.SentenceOf(i)];
                for (var stop = Math.Min(sentence.FirstToken + sentence.TokenCount, i + LongestName); stop > i; stop--)
                {
                    var length = words.Span(stop - 1).End - first.Start;
                    if (length > LongestText || !byText.TryGetValue(words.Text.AsSpan(first.Start, length), out var kinds)) continue;
                    for (var k = i; k < stop; k++) marks[k] = (kinds, (k == i ? 1u : 0) | (k + 1 == stop ? 2u : 0));
                    next = stop;
                    break;
                }
            }

            i = next;
        }

        return marks;
    }

    /// <summary>1 for a first name of a person, 2 for a last one, 3 for both.</summary>
    /// <param name="lower">The word in lower case.</param>
    public static uint PersonOf(string lower) => Lists.Value.Persons.GetValueOrDefault(lower);

    /// <summary>The listed names in text order that are of one kind alone, and not what a person may be called: "Ralph Lauren".</summary>
    /// <param name="marks">Those of <see cref="Mark"/>.</param>
    public static IEnumerable<(NamePart Part, EntityKind Kind)> Find(Words words, (uint Kinds, uint Edge)[] marks)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            var (kinds, edge) = marks[i];
            if ((edge & 1) == 0) continue;
            var end = i + 1;
            while ((marks[end - 1].Edge & 2) == 0) end++;
            var first = words.Lower(i);
            var person = PersonOf(first);
            if (end == i + 1 ? person != 0 : (person & 1) != 0 || WordClasses.IsFirstName(first) || (end == i + 2 && first == "the")) continue;
            if ((kinds & ~Bodies) == 0) yield return (new NamePart(i, end, null, null), kinds == Media ? EntityKind.Outlet : EntityKind.Organisation);
            else if ((kinds & ~Land) == 0) yield return (new NamePart(i, end, null, null), EntityKind.Place);
        }
    }

    /// <summary>Whether a list of media has the name.</summary>
    public static bool IsMedium(ReadOnlySpan<char> name) => Lists.Value.Names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var kinds) && (kinds & Media) != 0;

    private static uint Bits(params string[] kinds) => kinds.Aggregate(0u, (bits, kind) => bits | (1u << Array.IndexOf(Kinds, kind)));

    private static (Dictionary<string, uint>, Dictionary<string, uint>) Load()
    {
        var names = new Dictionary<string, uint>(8192, StringComparer.Ordinal);
        var persons = new Dictionary<string, uint>(8192, StringComparer.Ordinal);
        foreach (var row in Resources.Rows("lexicon/name-lists.tsv"))
        {
            if (row[0] is "first" or "last")
            {
                var bit = row[0] == "first" ? 1u : 2u;
                foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    if (char.IsUpper(word[0])) persons[word.ToLowerInvariant()] = persons.GetValueOrDefault(word.ToLowerInvariant()) | bit;
                continue;
            }

            var kind = Array.IndexOf(Kinds, row[0]);
            if (kind < 0) throw new InvalidOperationException($"No kind of list '{row[0]}'.");
            foreach (var name in row[1].Split('|')) names[name] = names.GetValueOrDefault(name) | (1u << kind);
        }

        return (names, persons);
    }
}
