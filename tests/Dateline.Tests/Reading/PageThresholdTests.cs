using Dateline.Reading;

namespace Dateline.Tests.Reading;

public sealed class PageThresholdTests
{
    private static float[] Apply(params float[] scores)
    {
        var lines = scores.Select(s => new Line("A line of seven words, more or less.", 0) { Score = s }).ToList();
        PageThreshold.Apply(lines);
        return [.. lines.Select(l => l.Score)];
    }

    [Fact]
    public void Where_all_is_sure_nothing_moves() => Assert.Equal([1, 1, 0, 0], Apply(1, 1, 0, 0));

    [Fact]
    public void Where_little_is_sure_the_likeliest_lines_are_kept()
    {
        var scores = Apply(0.42f, 0.4f, 0.05f, 0.02f);
        Assert.True(scores[0] >= Roles.Kept && scores[1] >= Roles.Kept && scores[2] < Roles.Kept);
    }

    [Fact]
    public void Unlikely_lines_stay_out_whatever_else_there_is() => Assert.All(Apply(0.2f, 0.15f, 0.1f), s => Assert.True(s < Roles.Kept));

    [Fact]
    public void The_order_of_the_lines_stays()
    {
        float[] before = [0.9f, 0.45f, 0.6f, 0.31f, 0.1f, 0.7f];
        var after = Apply(before);
        for (var i = 0; i < before.Length; i++)
        {
            for (var j = 0; j < before.Length; j++) Assert.Equal(before[i] < before[j], after[i] < after[j]);
        }
    }
}
