using Dateline.Language;

namespace Dateline.Tests.Language;

public class OneClassWordsTests
{
    [Theory]
    [InlineData("intervene", "VERB")]
    [InlineData("intervenes", "VERB")]
    [InlineData("resign", "VERB")]
    [InlineData("loyalists", "NOUN")]
    [InlineData("clerics", "NOUN")]
    public void A_word_of_one_class_is_known_by_its_forms(string word, string tag) => Assert.Equal(tag, OneClassWords.Of(word));

    [Theory]
    [InlineData("attack")]
    [InlineData("intervening")]
    [InlineData("Resign")]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("protest's")]
    public void What_may_be_another_is_left_to_the_tagger(string word) => Assert.Null(OneClassWords.Of(word));

    [Theory]
    [InlineData("They asked the garrison to intervene.", "intervene", "VERB")]
    [InlineData("Lune loyalists unleashed hired men.", "loyalists", "NOUN")]
    public void A_seldom_word_gets_the_only_tag_that_it_can_have(string sentence, string word, string tag)
    {
        var tokens = Pipeline.Annotate(ArticleText.Of("a", sentence)).Annotations.Tokens;
        Assert.Equal(tag, Assert.Single(tokens, t => t.Span.Slice(sentence) == word).Tag);
    }
}
