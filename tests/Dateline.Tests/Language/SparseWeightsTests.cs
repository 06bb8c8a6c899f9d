using Dateline.Language;

namespace Dateline.Tests.Language;

public sealed class SparseWeightsTests
{
    private const int Classes = 70;
    private const int Named = 64; // classes that rows have weights for

    [Fact]
    public void Scores_are_the_sums_of_the_rows_however_long_these_are()
    {
        var rows = Enumerable.Range(0, 500).Select(i => (Key: Key(i), Entries: Entries(i))).OrderBy(r => r.Key).ToArray();
        var weights = Read(rows);
        var features = Enumerable.Range(0, 300).Select(i => Key(i * 2)).ToArray(); // some of them unknown
        var scores = new int[Classes];
        scores[3] = 1000;
        var expected = new int[Classes];
        expected[3] = 1000;
        var known = rows.ToDictionary(r => r.Key, r => r.Entries);
        foreach (var feature in features)
            foreach (var (@class, weight) in known.GetValueOrDefault(feature) ?? []) expected[@class] += weight;
        weights.Score(features, scores);
        Assert.Equal(expected, scores);
    }

    [Fact]
    public void Keys_that_fall_on_one_place_are_told_apart()
    {
        var weights = Read([(7, [(0, 1)]), (8, [(0, 10)]), (9, [(1, 100)])]);
        var scores = new int[2];
        weights.Score([7, 9, 10], scores);
        Assert.Equal([1, 100], scores);
    }

    private static uint Key(int i) => FeatureHash.Mix(1, (uint)i);

    /// <summary>From one entry to one for each class, of all weights that eight bits hold.</summary>
    private static (byte Class, sbyte Weight)[] Entries(int i) =>
        [.. Enumerable.Range(0, 1 + (i % Named)).Select(c => ((byte)c, (sbyte)((((i * 31) + (c * 7)) % 256) - 128)))];

    private static SparseWeights Read(IReadOnlyList<(uint Key, (byte Class, sbyte Weight)[] Entries)> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) SparseWeights.Write(writer, rows);
        ReadOnlySpan<byte> source = stream.ToArray();
        return SparseWeights.Read(ref source);
    }
}
