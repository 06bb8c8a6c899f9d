namespace Dateline.Tests.Tracks;

/// <summary>A disaster over six weeks, made up: what grows, what falls, who goes, and what a page takes back.</summary>
public class DamStoryTests
{
    private static readonly Lazy<Ledger> Story = MadeStories.All["dam"];

    [Theory]
    [InlineData("killed", ">=12 -> 27", "27 -> 34", "34 -> 36")]
    [InlineData("injured", "30 -> ~80")]
    [InlineData("fled", "~2000 -> >3500")]
    [InlineData("missing", "41 -> 19")]
    [InlineData("road", "closed -> open")]
    [InlineData("Bert Moss", "planned: stays -> leaves")]
    public void Each_question_is_updated_from_page_to_page(string question, params string[] steps) => Assert.Equal(steps, Changes(question, ChangeKind.Update));

    [Fact]
    public void A_correction_notice_turns_what_the_page_said_to_what_it_says() => Assert.Equal(["46 -> 36"], Changes("killed", ChangeKind.Correction));

    [Fact]
    public void What_he_said_before_does_not_dispute_that_he_went() => Assert.Empty(Track("Bert Moss").Changes.Where(c => c.Kind == ChangeKind.Contradiction));

    [Fact]
    public void Rain_and_the_operator_answer_who_is_to_blame() => Assert.Equal(["heavy rain", "Lostria Power"], Track("to blame").Entries.Select(e => e.Value));

    private static Track Track(string question) => Assert.Single(Story.Value.Tracks, t => t.Question.Contains(question, StringComparison.Ordinal));

    private static IEnumerable<string> Changes(string question, ChangeKind kind)
    {
        var track = Track(question);
        return track.Changes.Where(c => c.Kind == kind).Select(c => $"{track.Entries[c.Before].Value} -> {track.Entries[c.After].Value}");
    }
}
