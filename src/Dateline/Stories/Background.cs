using System.Collections.Frozen;
using System.Globalization;

namespace Dateline.Stories;

/// <summary>How common words are in news, before any article of a stream is known (models/story-words.tsv).</summary>
internal static class Background
{
    private const float Unit = 10_000; // articles that the table's counts are out of
    private const float Unseen = 2;

    private static readonly Lazy<FrozenDictionary<uint, float>> Shares = new(() =>
        Resources.Rows("models/story-words.tsv").ToFrozenDictionary(r => Tracing.Words.Hash(r[0]), r => float.Parse(r[1], CultureInfo.InvariantCulture) / Unit));

    /// <summary>In which share of articles the term stands; 0 where it is rare or no single word.</summary>
    public static float Share(uint term) => Shares.Value.GetValueOrDefault(term);

    public static float Weight(uint term) => MathF.Log((Unit + Unseen) / ((Share(term) * Unit) + Unseen));
}
