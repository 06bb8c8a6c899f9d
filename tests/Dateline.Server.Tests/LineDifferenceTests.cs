namespace Dateline.Server.Tests;

public sealed class LineDifferenceTests
{
    [Theory]
    [InlineData("a b c", "a b c", "=a =b =c")]
    [InlineData("a b c", "a x c", "=a -b +x =c")]
    [InlineData("a b c", "b c d", "-a =b =c +d")]
    [InlineData("", "", "=")]
    [InlineData("a b a b", "b a", "-a =b =a -b")]
    [InlineData("a", "b", "-a +b")]
    public void Lines_that_went_and_came_are_told(string before, string after, string told) =>
        Assert.Equal(told, string.Join(' ', LineDifference.Of(before.Split(' '), after.Split(' ')).Select(l => (l.IsCommon ? "=" : l.InBefore ? "-" : "+") + l.Text)));

    [Fact]
    public void Both_texts_can_be_had_back_from_the_lines()
    {
        var chance = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var before = Enumerable.Range(0, chance.Next(40)).Select(_ => $"{chance.Next(6)}").ToList();
            var after = Enumerable.Range(0, chance.Next(40)).Select(_ => $"{chance.Next(6)}").ToList();
            var lines = LineDifference.Of(before, after);
            Assert.Equal(before, lines.Where(l => l.InBefore).Select(l => l.Text));
            Assert.Equal(after, lines.Where(l => l.InAfter).Select(l => l.Text));
        }
    }

    [Fact]
    public void Texts_without_a_common_line_and_without_bound_are_laid_out_soon() =>
        Assert.Equal(60_000, LineDifference.Of([.. Enumerable.Range(0, 30_000).Select(i => $"a{i}")], [.. Enumerable.Range(0, 30_000).Select(i => $"b{i}")]).Length);
}
