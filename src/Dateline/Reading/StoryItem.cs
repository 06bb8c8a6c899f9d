using System.Collections.Frozen;

namespace Dateline.Reading;

/// <summary>One of the stretches that a page may be cut into, with its words and names.</summary>
internal sealed class StoryItem
{
    private const int ShortestName = 4;       // characters
    private const int FewestShared = 2;       // names that two stretches of one story have in common
    private const double SameWords = 0.35;    // of the shorter one's stems: two stretches of one story
    private const double FewTogether = 0.25;  // of the pairs may look like one story where the page says that it is a round-up

    // names of days and months stand in any two stories
    private static readonly Lazy<FrozenSet<string>> Days = new(() =>
        Resources.Rows("lexicon/months.tsv").Select(row => row[0])
            .Concat(Resources.Rows("lexicon/time-words.tsv").Where(row => row[1] == "weekday-name").Select(row => row[0]))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<int> stems = [];

    public StoryItem(List<Line> lines, int start, int end)
    {
        Start = start;
        for (var i = start; i < end; i++)
        {
            Lines.Add(i);
            if (lines[i].Role is not (BlockRole.Body or BlockRole.Subhead or BlockRole.Standfirst)) continue;
            Words += lines[i].Measure.Words;
            Vocabulary.Add(lines[i].Measure);
            stems.UnionWith(lines[i].Measure.DifferentStems);
            if (lines[i].Is(LineMarks.Prose)) Names(lines[i].Text);
        }
    }

    public int Start { get; }

    public List<int> Lines { get; } = [];

    public int Words { get; }

    public Vocabulary Vocabulary { get; } = new();

    /// <summary>No name runs through them, and no two, or, where the page says that it is a round-up, only few of them, share names or most words.</summary>
    public static bool AreApart(List<StoryItem> items, bool says)
    {
        var most = says ? FewTogether * items.Count * (items.Count - 1) / 2 : 0;
        var together = 0;
        for (var a = 0; a < items.Count; a++)
        {
            for (var b = a + 1; b < items.Count; b++)
            {
                if (items[a].IsOneWith(items[b]) && ++together > most) return false;
            }
        }

        var named = items.SelectMany(item => item.names).GroupBy(name => name).Select(group => group.Count()).DefaultIfEmpty().Max();
        return items.Count < 3 ? named < 2 : named * 2 <= items.Count + (says ? 1 : 0);
    }

    private bool IsOneWith(StoryItem other)
    {
        if (names.Count(other.names.Contains) >= FewestShared) return true;
        var (few, many) = stems.Count < other.stems.Count ? (stems, other.stems) : (other.stems, stems);
        return few.Count > 0 && few.Count(many.Contains) >= SameWords * few.Count;
    }

    /// <summary>Words with a capital within a sentence.</summary>
    private void Names(string text)
    {
        var begins = true;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                begins |= text[i] is '.' or '!' or '?' or ':' or '“' or '"' or '—' or '–' or '(' or '‘';
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            var word = text[start..i];
            if (!begins && word.Length >= ShortestName && char.IsUpper(word[0]) && !Days.Value.Contains(word) && Agencies.NameOf(word) is null && Outlets.Named(word) is null) names.Add(word);
            begins = false;
        }
    }
}
