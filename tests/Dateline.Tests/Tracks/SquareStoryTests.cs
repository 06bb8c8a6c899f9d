namespace Dateline.Tests.Tracks;

/// <summary>A president whom a crowd wants gone, made up: what is demanded, planned and done, who shot, and which of two pages of one day knows more.</summary>
public class SquareStoryTests
{
    [Theory]
    [InlineData("killed", "2 -> 3")]
    [InlineData("injured", ">60 -> 64")]
    [InlineData("stay in office", "planned: stays -> planned: leaves", "planned: leaves -> leaves")]
    [InlineData("Are there protests", "protesting -> quiet")]
    [InlineData("Who attacked", "unknown -> police officers")]
    public void Each_question_is_updated_from_page_to_page(string question, params string[] steps)
    {
        var track = Track(question);
        Assert.Equal(steps, track.Changes.Where(c => c.Kind == ChangeKind.Update).Select(c => $"{track.Entries[c.Before].Value} -> {track.Entries[c.After].Value}"));
    }

    [Theory]
    [InlineData("stay in office", "protesters", "demanded: leaves")]
    [InlineData("Are there protests", "Hugo Brill", "demanded: quiet")]
    [InlineData("troops doing", "Lena Brandt", "demanded: step in")]
    public void A_wish_is_held_by_whoever_has_it(string question, string holder, string value) =>
        Assert.Contains(Track(question).Entries, e => e.Holder == holder && e.Value == value);

    private static Track Track(string question) => Assert.Single(MadeStories.All["square"].Value.Tracks, t => t.Question.Contains(question, StringComparison.Ordinal));
}
