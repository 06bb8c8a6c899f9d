using Dateline.Reading;

namespace Dateline.Tests.Reading;

public sealed class PageWordsTests
{
    [Theory]
    [InlineData("Subscribe to our newsletter", "The minister said on Tuesday that the talks had failed")]
    [InlineData("Lesen Sie auch", "Der Minister sagte am Dienstag, die Gespräche seien gescheitert")]
    [InlineData("All rights reserved", "“We will not leave,” he told reporters")]
    public void Words_of_the_page_weigh_less_than_words_of_stories(string page, string story)
    {
        foreach (var kind in (string[])["html", "text"])
        {
            var words = PageWords.Load(kind);
            Assert.True(words.Of(Measure.Of(page)).Mean < words.Of(Measure.Of(story)).Mean, kind);
        }
    }

    [Fact]
    public void A_pair_of_words_has_a_weight_of_its_own()
    {
        var words = new PageWords([(PageWords.KeyOf(Measure.KeysOf("more")), 0.5f), (PageWords.KeyOf(Measure.KeysOf("read more")), -2f)], []);
        var weights = words.Of(Measure.Of("Read more here"));
        Assert.Equal((2, -2f, 0.5f), (weights.Count, weights.Lowest, weights.Highest));
        Assert.Equal(1, words.Of(Measure.Of("More read")).Count);
    }

    [Fact]
    public void A_class_word_weighs_by_how_far_above_the_line_it_stands()
    {
        var words = new PageWords([], [(PageWords.KeyOf(ClassReach.Own, "promo"), -1f), (PageWords.KeyOf(ClassReach.Near, "body"), 2f)]);
        var page = HtmlPage.Parse("<div class=article-Body><p class=promo>Word</p></div>");
        var block = HtmlLines.Of(page).Read[0].Place!.Block;
        var row = new float[ClassWeights.Count];
        new ClassWeights(page, words).Fill(block, row);
        Assert.Equal([-1, -1, -1, 2, 2, 2, 0, 0], row);
    }
}
