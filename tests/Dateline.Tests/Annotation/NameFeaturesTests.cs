using Dateline.Annotation;
using Dateline.Language;

namespace Dateline.Tests.Annotation;

public sealed class NameFeaturesTests
{
    [Fact]
    public void The_longest_listed_name_is_marked_with_its_edges()
    {
        var words = Of("She joined the New York Times in London.");
        var marks = NameLists.Mark(words);
        var at = Enumerable.Range(0, words.Count).First(i => words.Is(i, "new"));
        Assert.Equal([1u, 0u, 2u], marks[at..(at + 3)].Select(m => m.Edge));
        Assert.Single(marks[at..(at + 3)].Select(m => m.Kinds).Distinct());
        Assert.Equal(3u, Assert.Single(marks[(at + 3)..], m => m.Kinds != 0).Edge);
    }

    [Theory]
    [InlineData("olena", 1u)]
    [InlineData("nakamura", 2u)]
    [InlineData("harbour", 0u)]
    public void First_and_last_names_are_told_apart(string lower, uint expected) => Assert.Equal(expected, NameLists.PersonOf(lower));

    [Fact]
    public void Every_row_of_the_lists_can_be_read_and_no_name_is_empty()
    {
        foreach (var row in Resources.Rows("lexicon/name-lists.tsv"))
        {
            Assert.Equal(2, row.Length);
            Assert.All(row[1].Split(row[0] is "first" or "last" ? ' ' : '|'), name => Assert.False(string.IsNullOrWhiteSpace(name)));
        }
    }

    [Fact]
    public void A_run_of_capitals_spans_its_small_words()
    {
        var words = Of("They saw the Guild of the Lost Bakers there.");
        var run = NameRunEdges.Of(words)[Enumerable.Range(0, words.Count).First(i => words.Is(i, "lost"))];
        Assert.Equal("Guild of the Lost Bakers", words.Cover(run.First, run.Last + 1).Slice(words.Text));
    }

    [Fact]
    public void What_a_page_calls_a_name_goes_with_its_words_wherever_they_stand()
    {
        var words = Of("Sonora Dusk is a band from the north. Fans waited for Sonora all night.");
        var nouns = NameNouns.Of(words, NameRunEdges.Of(words));
        var last = Enumerable.Range(0, words.Count).Last(i => words.Is(i, "sonora"));
        Assert.Equal(FeatureHash.Of("band"), nouns[last]);
    }

    private static Words Of(string text) => new(Analyzer.Analyze(ArticleText.Of("t", text)));
}
