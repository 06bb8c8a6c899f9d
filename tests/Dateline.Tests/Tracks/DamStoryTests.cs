using System.Text;

namespace Dateline.Tests.Tracks;

/// <summary>A disaster over six weeks, made up: what grows, what falls, who goes, and what a page takes back.</summary>
public class DamStoryTests
{
    private static readonly string[] Pages =
    [
        """
        Harbour Gazette

        At least 12 dead as dam bursts above Ostmark

        By Ann Vale
        4 March 2024

        A dam burst above the town of Ostmark early on Monday, killing at least 12 people and leaving 30 injured, the interior ministry said.

        About 2,000 people were evacuated, the governor, Hugo Lune, told reporters. "We are doing everything we can," he said.

        The operator, Lostria Power, denied that the dam had been badly maintained. It said heavy rain had caused the collapse.

        The main road to the north was closed. Schools will stay closed until Thursday.
        """,
        """
        Lostria Post

        Dam toll rises to 27, dozens missing

        5 March 2024

        OSTMARK, March 5 - The death toll from a dam collapse in Lostria rose to 27 on Tuesday, with 41 people still missing, rescuers said.

        More than 3,500 people have been evacuated from the valley, and nearly 80 injured, the health ministry said.

        The company's chief executive, Bert Moss, said he would not resign.
        """,
        """
        Harbour Gazette

        Dam firm's chief resigns as toll reaches 34

        By Ann Vale
        8 March 2024

        The head of Lostria Power, Bert Moss, resigned on Friday, four days after a dam collapsed above Ostmark and killed 34 people.

        Moss had previously said he would not step down. Two engineers were arrested on Thursday, police said.

        Some 3,500 people remain in shelters. Nineteen people are still missing, the interior ministry said.
        """,
        """
        Lostria Post

        Report blames operator for dam collapse

        12 April 2024

        OSTMARK, April 12 - An independent report on Friday blamed Lostria Power for the collapse of a dam that killed 36 people last month.

        The road to the north has reopened.

        Correction: An earlier version of this article said 46 people were killed.
        """,
    ];

    private static readonly Lazy<Ledger> Story = new(() => Pipeline.Follow([.. Pages.Select((page, i) =>
    {
        Assert.True(Pipeline.Read(Capture.Of(Encoding.UTF8.GetBytes(page), PageFormat.Text, $"dam-{i}.txt")).TryGet(out var read, out _));
        return Pipeline.Annotate(read.Whole);
    })]));

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
