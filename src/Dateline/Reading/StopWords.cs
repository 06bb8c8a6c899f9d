using System.Collections.Frozen;

namespace Dateline.Reading;

/// <summary>The function words of the languages that the lexicon knows.</summary>
internal static class StopWords
{
    private static readonly Lazy<FrozenSet<int>> Keys = new(() => Resources.Rows("lexicon/stopwords.tsv").Select(row => Measure.KeyOf(row[0])).ToFrozenSet());

    public static bool Has(int key) => Keys.Value.Contains(key);
}
