namespace Dateline.Tests.Annotation;

/// <summary>Where a source or what is said begins and ends.</summary>
public sealed class StatementBordersTests
{
    [Theory]
    [InlineData("“We are one town, and we will stay,” Lune said at a meeting announcing the plan.", "Lune|said|We are one town, and we will stay,")]
    [InlineData("“Is it over?” Lune asked of the flood.", "Lune|asked|Is it over?")]
    [InlineData("“We live in a hard town,” my father often said.", "my father|often said|We live in a hard town,")]
    [InlineData("Lune “is the only one who can keep the peace,” retired general Bert Moss said.", "retired general Bert Moss|said|Lune “is the only one who can keep the peace,”")]
    [InlineData("The plans send a message that the top task “is raising the tax,” Mr. Holt said.", "Mr. Holt|said|The plans send a message that the top task “is raising the tax,”")]
    [InlineData("''I hate the word 'poor,' '' she said, but added that it stuck.", "she|said|I hate the word 'poor,'")]
    [InlineData("Loyalty, he said, comes first in this town.", "he|said|Loyalty … comes first in this town")]
    [InlineData("Still, he said, the council has to decide who goes.", "he|said|the council has to decide who goes")]
    public void A_quotation_before_its_speaker_is_what_is_said_whatever_follows(string text, string expected) => Assert.Contains(expected, Sayings(text));

    [Theory]
    [InlineData("Although Lune said the report was wrong, Holt said it was right.", "Lune|said|the report was wrong")]
    [InlineData("Holt said the film did not give “clear evidence,” but he said that it helped.", "Holt|said|the film did not give “clear evidence,”")]
    [InlineData("Holt said the talks would be harder — and he noted that the vote was near.", "Holt|said|the talks would be harder")]
    [InlineData("The firm said: “The mine was a success,” adding that its worth had doubled.", "firm|said|The mine was a success,")]
    [InlineData("Moss has urged the towns to spend more but has said the pact will hold.", "Moss|has said|the pact will hold")]
    [InlineData("Lune praised the work of the council and cut its funds.", "Lune|praised|the work of the council")]
    [InlineData("Lune said the dam was safe and that the town could sleep.", "Lune|said|the dam was safe and that the town could sleep")]
    public void What_is_said_ends_where_something_else_is_told(string text, string expected) => Assert.Contains(expected, Sayings(text));

    [Theory]
    [InlineData("The court this month rejected the plea of the miners.", "court|rejected|the plea of the miners")]
    [InlineData("A poll released on Friday shows that Lune leads by five points.", "A poll|shows|Lune leads by five points")]
    [InlineData("The vote was clear - Ada Lune has vowed to leave.", "Ada Lune|has vowed|to leave")]
    [InlineData("Lune's deputy, Bert Moss, called the plan madness.", "Lune's deputy, Bert Moss|called|the plan madness")]
    [InlineData("Ada Lune, political scientist at Ostmark University, described the plan as a trap.", "Ada Lune, political scientist at Ostmark University|described|the plan as a trap")]
    [InlineData("But the families, teachers and council officials said the wait was too long.", "the families, teachers and council officials|said|the wait was too long")]
    [InlineData("A recent survey by the Ostmark Institute found that few had paid.", "A recent survey by the Ostmark Institute|found|few had paid")]
    public void A_source_is_named_whole_and_without_the_time(string text, string expected) => Assert.Contains(expected, Sayings(text).Select(s => s.Replace("A poll released on Friday", "A poll", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Lune signed the Deaths Reporting Act on Monday.")]
    [InlineData("The program, called Green Roof, pays for tiles.")]
    [InlineData("A third of Lostria Daily News readers live abroad.")]
    public void A_word_of_a_name_says_nothing(string text) => Assert.Empty(Sayings(text));

    [Fact]
    public void The_one_who_said_something_is_no_film() =>
        Assert.Equal("Bert Holt", Assert.Single(Find("Bert Holt said the tape was clear. The film showed that a man fell. He said the man was armed."), s => s.ContentCover.Start > 60 && s.IsSaying && !s.OutletVoice).Source.Entity);

    [Theory]
    [InlineData("The rebels are believed to hold the north.", "are believed", "The rebels … to hold the north")]
    [InlineData("Lune was accused of hiding the letters.", "was accused of", "Lune … hiding the letters")]
    [InlineData("The plan is widely seen as a threat.", "is widely seen", "The plan … as a threat")]
    [InlineData("It is feared that many have died.", "is feared", "many have died")]
    [InlineData("Asked whether the dam would hold, Lune shook her head.", "Asked", "whether the dam would hold")]
    [InlineData("When asked about the letters, Lune shook her head.", "asked about", "the letters")]
    [InlineData("Lune seems to have left the town.", "seems", "Lune … to have left the town")]
    public void What_is_held_by_nobody_in_particular_has_no_source_and_is_not_said(string text, string cue, string content)
    {
        var held = Assert.Single(Find(text), s => s.Rule == "stance.passive");
        Assert.False(held.IsSaying);
        Assert.Empty(held.Source.Spans);
        Assert.Equal((cue, content), (string.Join(" … ", held.Cue.Select(c => c.Slice(text))), string.Join(" … ", held.Content.Select(c => c.Slice(text)))));
    }

    [Fact]
    public void A_transcript_gives_each_turn_to_the_one_whose_name_stands_before_it() =>
        Assert.Equal(
            ["WALLACE|:|Will you be there?", "MOSS|:|We go on."],
            Sayings("Governor Bert Moss spoke to Carl Wallace on Sunday.\n\nWALLACE: Will you be there?\n\nMOSS: We go on.\n\nNOTE: This text was edited for length."));

    [Theory]
    [InlineData("OSTMARK ― The dam is an insult to all farmers, village leaders said on Friday.", "village leaders|said|The dam is an insult to all farmers")]
    [InlineData("OSTMARK, April 12 (Reuters) - The dam is safe, the mayor said.", "the mayor|said|The dam is safe")]
    [InlineData("OSTMARK - The dam is safe, according to the mayor.", "the mayor|according to|The dam is safe")]
    [InlineData("According to talk radio host Bert Moss, the dam is safe.", "talk radio host Bert Moss|According to|the dam is safe")]
    public void Place_and_agency_before_the_first_word_are_not_said(string text, string expected) => Assert.Equal([expected], Sayings(text));

    [Fact]
    public void Those_behind_by_are_the_source() => Assert.Equal(["two doctors|has been called|The healer … a fraud"], Sayings("The healer has been called a fraud by two doctors."));

    private static IReadOnlyList<Statement> Find(string text) => Pipeline.Annotate(ArticleText.Of("a", text)).Annotations.Statements;

    private static IEnumerable<string> Sayings(string text) =>
        Find(text).Where(s => !s.OutletVoice && s.IsSaying).Select(s => $"{(s.Source.Text.StartsWith("The ", StringComparison.Ordinal) ? s.Source.Text[4..] : s.Source.Text)}|{string.Join(" … ", s.Cue.Select(c => c.Slice(text)))}|{string.Join(" … ", s.Content.Select(c => c.Slice(text)))}");
}
