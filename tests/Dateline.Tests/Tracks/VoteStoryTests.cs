namespace Dateline.Tests.Tracks;

/// <summary>A disputed election, made up: who won, who shot, how the counts grew.</summary>
public class VoteStoryTests
{
    [Theory]
    [InlineData("won the vote", "Otto Moller -> Lena Brandt")]
    [InlineData("killed", "2 -> 5", "5 -> 6")]
    [InlineData("injured", "8 -> >=31")]
    [InlineData("internet", "closed -> open")]
    [InlineData("airport", "closed -> open")]
    public void Each_question_is_updated_from_page_to_page(string question, params string[] steps) => Assert.Equal(steps, Changes(question, ChangeKind.Update));

    [Fact]
    public void Who_shot_is_told_by_witnesses_and_by_the_ministry() => Assert.Contains("police -> armed men", Changes("attacked", ChangeKind.Contradiction));

    [Fact]
    public void Whoever_puts_the_toll_lower_contradicts() => Assert.Equal(["6 -> 5"], Changes("killed", ChangeKind.Contradiction));

    [Fact]
    public void Each_answer_has_its_own_count_of_origins()
    {
        var track = Track("killed");
        var answers = OriginCount.OfAnswers(track);
        Assert.Equal(track.Entries.Length, answers.Sum(a => a.Entries));
        Assert.All(answers, a => Assert.InRange(a.AtLeast, 1, a.AtMost));
        Assert.True(answers.Max(a => a.AtMost) <= track.AtMost);
    }

    private static Track Track(string question) => Assert.Single(MadeStories.All["vote"].Value.Tracks, t => t.Question.Contains(question, StringComparison.Ordinal));

    private static IEnumerable<string> Changes(string question, ChangeKind kind)
    {
        var track = Track(question);
        return track.Changes.Where(c => c.Kind == kind).Select(c => $"{track.Entries[c.Before].Value} -> {track.Entries[c.After].Value}");
    }
}
