namespace Dateline.Tests.Annotation;

public sealed class StatementRelaysTests
{
    [Theory]
    [InlineData("AFP reported on Thursday, citing two officials, that the troops had left.", "two officials|the troops had left|AFP")]
    [InlineData("Reuters, quoting two officials, said the bank would close.", "two officials|the bank would close|Reuters")]
    [InlineData("The miner died, Reuters reported, citing a doctor.", "a doctor|The miner died|Reuters")]
    [InlineData("Interfax cited the ministry as saying the drone was shot down.", "the ministry|the drone was shot down|Interfax")]
    public void Those_whom_a_medium_cites_are_the_source_and_the_medium_is_the_relay(string text, string expected) => Assert.Equal([expected], Relayed(text));

    [Fact]
    public void What_somebody_says_according_to_an_article_came_through_its_medium_and_so_does_what_he_says_next() =>
        Assert.Equal(
            ["Colonel Omar Hasan|he had fled|Lostria Herald", "He|30 men were with him|Lostria Herald"],
            Relayed("A reporter for the Lostria Herald found the colonel. According to the article, Colonel Omar Hasan said he had fled. He claimed that 30 men were with him."));

    [Fact]
    public void Those_to_whom_a_medium_spoke_are_heard_through_it() =>
        Assert.Equal(["fishermen|the nets were empty|The Ostmark Gazette"], Relayed("The Ostmark Gazette spoke to fishermen who noted that the nets were empty."));

    [Fact]
    public void Those_whom_a_medium_reached_are_heard_through_it() =>
        Assert.Equal(["he|the boat had sunk at noon|the Ostmark Gazette"], Relayed("When the Ostmark Gazette finally reached the captain on the phone, he said the boat had sunk at noon."));

    [Fact]
    public void Speaking_to_reporters_opens_the_sentence_and_is_the_channel()
    {
        var text = "Speaking to reporters in Ostmark, Ada Lune said the vote was fair.";
        Assert.Equal("reporters", Assert.Single(Find(text), s => s is { OutletVoice: false, IsSaying: true }).Channel);
    }

    [Theory]
    [InlineData("The ministry said two ships had left. The agency, which had sent a team, said it found nothing.", "agency")]
    [InlineData("The party plans to close the mine. The report shows that costs doubled.", "report")]
    public void A_description_is_nobody_who_was_described_otherwise(string text, string entity) =>
        Assert.Equal(entity, Find(text).Last(s => !s.OutletVoice).Source.Entity);

    [Fact]
    public void Who_was_he_once_is_not_she_later() =>
        Assert.NotEqual("general", Find("The general said the town had fallen. He denied that the port had fallen. She said the dam was safe.").Last(s => !s.OutletVoice).Source.Entity);

    [Fact]
    public void A_first_name_that_could_be_the_verb_is_no_verb_of_saying()
    {
        var statement = Assert.Single(Find("Said El Masri, 40, said he had walked for two days."), s => !s.OutletVoice);
        Assert.Equal(("Said El Masri", "he had walked for two days"), (statement.Source.Entity, statement.Content[0].Slice("Said El Masri, 40, said he had walked for two days.")));
    }

    private static IEnumerable<string> Relayed(string text) =>
        Find(text).Where(s => s is { OutletVoice: false, IsSaying: true, Relay.Length: > 0 }).Select(s => $"{s.Source.Text}|{string.Join("…", s.Content.Select(c => c.Slice(text)))}|{string.Join(',', s.Relay)}");

    private static IEnumerable<Statement> Find(string text) => Pipeline.Annotate(ArticleText.Of("t", text, "2025-03-07")).Annotations.Statements;
}
