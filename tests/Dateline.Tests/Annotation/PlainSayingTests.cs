namespace Dateline.Tests.Annotation;

/// <summary>"Said" with something between it and its words: found whatever stands beside.</summary>
public sealed class PlainSayingTests
{
    [Theory]
    [InlineData("Ada Lune said during a rally in Ostmark that the dam was safe.", "Ada Lune", "the dam was safe")]
    [InlineData("Ada Lune said after the vote she would go.", "Ada Lune", "she would go")]
    [InlineData("Ada Lune said, among other things, that the dam was safe.", "Ada Lune", "the dam was safe")]
    [InlineData("Ada Lune said, twice, that the dam was safe.", "Ada Lune", "the dam was safe")]
    [InlineData("Ada Lune said each year of school was worth its price.", "Ada Lune", "each year of school was worth its price")]
    [InlineData("But, Ada Lune said, it is a risky plan.", "Ada Lune", "it is a risky plan")]
    [InlineData("But as a local reporter noted, the hall was half empty.", "a local reporter", "the hall was half empty")]
    [InlineData("Ada Lune thanked the crew and said the dam was safe.", "Ada Lune", "the dam was safe")]
    [InlineData("Ada Lune, asked about the dam, said it was safe.", "Ada Lune", "it was safe")]
    [InlineData("Ada Lune, who calls the plan “mad,” said it would fail.", "Ada Lune, who calls the plan “mad,”", "it would fail")]
    [InlineData("Ada Lune said the words “lump” good farmers with the bad.", "Ada Lune", "the words “lump” good farmers with the bad")]
    [InlineData("The rejection of the plan signals \"the end\" for the union, said Ada Lune, a farmer from Ostmark.", "Ada Lune, a farmer from Ostmark", "The rejection of the plan signals \"the end\" for the union")]
    [InlineData("Wages would go up by a tenth, according to the left-leaning Tax Institute, more than it had hoped.", "the left-leaning Tax Institute", "Wages would go up by a tenth")]
    [InlineData("The farmers in Ostmark who watched the debate said they were not moved.", "The farmers in Ostmark who watched the debate", "they were not moved")]
    [InlineData("It is not only about money, he and Ms. Lune said. It is about trust.", "he and Ms. Lune", "It is not only about money")]
    [InlineData("“It is too early to tell,” said German. “We will see.”", "German", "It is too early to tell,")]
    [InlineData("Noting that the dam was old, the mayor closed the road.", "the mayor", "the dam was old")]
    [InlineData("Arguing that the dam was safe, the company went on with the work.", "the company", "the dam was safe")]
    [InlineData("Citing the damage, the mayor closed the road.", "the mayor", "the damage")]
    public void The_speaker_and_the_words_are_found(string text, string source, string content) =>
        Assert.Contains(Find(text), s => !s.OutletVoice && s.Source.Text == source && s.Content.Any(c => c.Slice(text).StartsWith(content, StringComparison.Ordinal)));

    [Fact]
    public void What_comes_on_top_is_not_said_by_the_subject_behind_it() => Assert.DoesNotContain(Find("Adding to the trouble, the road was closed."), s => !s.OutletVoice);

    [Fact]
    public void What_is_said_twice_in_a_sentence_is_said_by_both_words()
    {
        const string Text = "Lune said that the law was worth a look because “most people do not know it,” she said.";
        var said = Find(Text).Where(s => !s.OutletVoice).ToList();
        Assert.Contains(said, s => s.Source.Text == "Lune" && s.Content[0].Slice(Text).StartsWith("the law was worth a look", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Source.Text == "she" && s.Content[0].Slice(Text) == "most people do not know it,");
    }

    [Fact]
    public void Of_two_verbs_joined_each_has_its_own_words_and_no_date_of_the_other()
    {
        const string Text = "President Otto Lune conceded defeat and said he would leave in July.";
        var conceded = Assert.Single(Find(Text), s => s.Content.Any(c => c.Slice(Text) == "defeat"));
        Assert.Null(conceded.Said);
    }

    [Fact]
    public void What_somebody_disputes_is_not_the_clause_before_it() =>
        Assert.DoesNotContain(Find("The minister said that the dam was safe, a point that engineers dispute."), s => s.Source.Text.Contains("engineers", StringComparison.Ordinal));

    private static IEnumerable<Statement> Find(string text) => Pipeline.Annotate(ArticleText.Of("a", text, "2026-03-10")).Annotations.Statements;
}
