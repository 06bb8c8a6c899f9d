using Dateline.Language;

namespace Dateline.Tests.Language;

public class LemmatizerTests
{
    [Theory]
    [InlineData("withdrew", "VERB", "VBD", "withdraw")]
    [InlineData("redeployed", "VERB", "VBN", "redeploy")]
    [InlineData("announcing", "VERB", "VBG", "announce")]
    [InlineData("denies", "VERB", "VBZ", "deny")]
    [InlineData("Children", "NOUN", "NNS", "child")]
    [InlineData("agencies", "NOUN", "NNS", "agency")]
    [InlineData("n’t", "PART", "RB", "not")]
    [InlineData("Marnby", "PROPN", "NNP", "Marnby")]
    [InlineData("12,500", "NUM", "CD", "12500")]
    [InlineData("bigger", "ADJ", "JJR", "big")]
    public void A_form_with_its_tag_gives_the_dictionary_form(string word, string tag, string fineTag, string lemma) =>
        Assert.Equal(lemma, Lemmatizer.Lemma(word, tag, fineTag));
}
