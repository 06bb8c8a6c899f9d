namespace Dateline.Storage.Tests;

public class InOrderTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_sequence() =>
        Assert.Equal(Enumerable.Range(0, 500).Select(i => i * 2), InOrder.Select(Enumerable.Range(0, 500), i =>
        {
            if (i % 50 == 0) Thread.Sleep(5);
            return i * 2;
        }));

    [Fact]
    public void Only_a_few_items_are_taken_ahead()
    {
        var taken = 0;
        using var results = InOrder.Select(Enumerable.Range(0, 10_000).Select(i => taken = i), i => i).GetEnumerator();
        results.MoveNext();
        Assert.InRange(taken, 0, Environment.ProcessorCount * 8);
    }

    [Fact]
    public void Error_of_one_item_is_thrown_in_its_place()
    {
        using var results = InOrder.Select(Enumerable.Range(0, 10), i => i == 3 ? throw new InvalidDataException("three") : i).GetEnumerator();
        for (var i = 0; i < 3; i++) Assert.True(results.MoveNext());
        Assert.Throws<InvalidDataException>(() => results.MoveNext());
    }
}
