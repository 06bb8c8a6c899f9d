using Dateline.Language;

namespace Dateline.Tests.Language;

public class TaggerTests
{
    [Theory]
    [InlineData("The minister said the troops were withdrawn on Tuesday .", "DET NOUN VERB DET NOUN AUX VERB ADP PROPN PUNCT")]
    [InlineData("She will not confirm it .", "PRON AUX PART VERB PRON PUNCT")]
    [InlineData("Three officials in Marnby denied that .", "NUM NOUN ADP PROPN VERB PRON PUNCT")]
    public void Plain_news_sentences_are_tagged(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', Analyzer.Analyze(ArticleText.Of("a", line)).Tokens.Select(t => t.Tag)));

    [Fact]
    public void Typographic_quotation_marks_and_apostrophes_make_no_difference()
    {
        static string Tags(string line) => string.Join(' ', Analyzer.Analyze(ArticleText.Of("a", line)).Tokens.Select(t => t.Tag));
        Assert.Equal(Tags("\"We don't know,\" the mayor's aide said."), Tags("“We don’t know,” the mayor’s aide said."));
    }

    [Fact]
    public void Fine_tags_tell_tense()
    {
        var analysis = Analyzer.Analyze(ArticleText.Of("a", "The agency reported that rebels have taken the port."));
        Assert.Equal("VBD", analysis.FineTags[2]);
        Assert.Equal("VBN", analysis.FineTags[6]);
    }

    [Fact]
    public void A_very_long_line_is_tagged_to_its_end()
    {
        var analysis = Analyzer.Analyze(ArticleText.Of("a", string.Concat(Enumerable.Repeat("word , ", 3000))));
        Assert.Equal(6000, analysis.Tokens.Length);
        Assert.All(analysis.Tokens, t => Assert.NotNull(t.Tag));
    }
}
