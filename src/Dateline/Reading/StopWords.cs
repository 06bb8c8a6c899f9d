namespace Dateline.Reading;

/// <summary>The function words of the languages that the lexicon knows.</summary>
internal static class StopWords
{
    private static readonly Lazy<WordSet> Keys = new(() => new WordSet([.. Resources.Rows("lexicon/function-words.tsv").Select(row => (Measure.KeyOf(row[0]), 0))]));

    public static WordSet All => Keys.Value;
}
