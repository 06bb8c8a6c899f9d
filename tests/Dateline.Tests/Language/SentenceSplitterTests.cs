using Dateline.Language;

namespace Dateline.Tests.Language;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("The bridge fell. Nobody was hurt.", "The bridge fell.|Nobody was hurt.")]
    [InlineData("Lt. Col. Ada Brenn met Gov. Osk on Sept. 5. He left.", "Lt. Col. Ada Brenn met Gov. Osk on Sept. 5.|He left.")]
    [InlineData("Well No. 5 is dry. He said no. She left.", "Well No. 5 is dry.|He said no.|She left.")]
    [InlineData("It grew by 3.5 percent to 1,204.75 crowns. Prices rose.", "It grew by 3.5 percent to 1,204.75 crowns.|Prices rose.")]
    [InlineData("He lives in the U.S. The family stayed.", "He lives in the U.S.|The family stayed.")]
    [InlineData("The U.S. Embassy closed at 5 p.m. Tuesday.", "The U.S. Embassy closed at 5 p.m. Tuesday.")]
    [InlineData("\"We are ready.\" The crowd cheered.", "\"We are ready.\"|The crowd cheered.")]
    [InlineData("“We are ready,” he said. “We wait.” They left.", "“We are ready,” he said.|“We wait.”|They left.")]
    [InlineData("\"Is it true?\" she asked. \"No!\" he said.", "\"Is it true?\" she asked.|\"No!\" he said.")]
    [InlineData("\"Is it true?\" Anna Berg asked. Nobody knew.", "\"Is it true?\" Anna Berg asked.|Nobody knew.")]
    [InlineData("The mayor (who resigned in May.) was there.", "The mayor (who resigned in May.) was there.")]
    [InlineData("It failed. (See the map.) Work went on.", "It failed.|(See the map.)|Work went on.")]
    [InlineData("MARN, Jan. 5 (NOVA) - The strike ended. Trains ran.", "MARN, Jan. 5 (NOVA) - The strike ended.|Trains ran.")]
    [InlineData("He paused... and went on. Then... Silence.", "He paused... and went on.|Then...|Silence.")]
    [InlineData("J. R. Holm and Mary K. Voss won. A. B. Lund lost.", "J. R. Holm and Mary K. Voss won.|A. B. Lund lost.")]
    [InlineData("The dam broke.[3] Water rose. [4] People fled.", "The dam broke.[3]|Water rose. [4]|People fled.")]
    [InlineData("The report ended.Next came the vote.", "The report ended.|Next came the vote.")]
    [InlineData("what do you mean? i never said that.", "what do you mean?|i never said that.")]
    [InlineData("GEN. MARA OLT SPEAKS. CROWD LISTENS.", "GEN. MARA OLT SPEAKS.|CROWD LISTENS.")]
    [InlineData("Oslin Inc. Chief Executive Bo Dahl said so. It rained.", "Oslin Inc. Chief Executive Bo Dahl said so.|It rained.")]
    public void A_line_is_cut_where_its_sentences_end(string line, string expected)
    {
        var analysis = Analyzer.Analyze(ArticleText.Of("a", line));
        Assert.Equal(expected, string.Join('|', analysis.Sentences.Select(s => s.Span.Slice(line))));
    }

    [Fact]
    public void No_sentence_runs_over_the_end_of_a_block()
    {
        var analysis = Analyzer.Analyze(ArticleText.Of("a", "A headline without a stop\nThe first line, and"));
        Assert.Equal([0, 1], analysis.Sentences.Select(s => s.Block));
    }
}
