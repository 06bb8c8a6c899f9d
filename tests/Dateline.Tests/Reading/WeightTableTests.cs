using Dateline.Reading;

namespace Dateline.Tests.Reading;

public sealed class WeightTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Every_key_has_its_weight_and_no_other_key_has_one(int count)
    {
        var rows = Enumerable.Range(0, count).Select(i => (Key: i * 7919 * 64, Weight: i / 8f)).ToArray(); // all fall on few slots
        var table = new WeightTable(rows);
        Assert.All(rows, row => Assert.True(table.TryFind(row.Key, out var weight) && weight == row.Weight));
        Assert.All(rows, row => Assert.False(table.TryFind(row.Key + 64 + row.Key % 3, out _)));
    }

    [Fact]
    public void Of_a_key_that_comes_twice_the_first_weight_holds()
    {
        var table = new WeightTable([(5, 1), (5, 2)]);
        Assert.True(table.TryFind(5, out var weight));
        Assert.Equal(1, weight);
    }
}
