using Dateline.Annotation;
using Dateline.Language;

namespace Dateline.Tests.Annotation;

public sealed class NameKnowledgeTests
{
    [Theory]
    [InlineData("Marseille", "city")]
    [InlineData("MARSEILLE", "city")]
    [InlineData("Catherine", "first")]
    [InlineData("Kowalski", "last")]
    [InlineData("Agatha Christie", "person")]
    public void A_known_name_is_marked_with_its_kind(string name, string kind)
    {
        var words = Of("They saw " + name + " again.");
        var first = Enumerable.Range(0, words.Count).First(i => string.Equals(words.Lower(i), name.Split(' ')[0], StringComparison.OrdinalIgnoreCase));
        Assert.NotEqual(0u, NameKnowledge.Default.Mark(words)[first].Kinds & BitOf(kind));
    }

    [Fact]
    public void The_longest_name_of_a_kind_is_marked_with_its_edges()
    {
        var words = Of("They drove to New York City again.");
        var at = Enumerable.Range(0, words.Count).First(i => words.Is(i, "new"));
        var city = Array.IndexOf(NameKnowledge.Kinds, "city");
        Assert.Equal([1u, 0u, 2u], NameKnowledge.Default.Mark(words)[at..(at + 3)].Select(m => m.EdgeOf(city)));
    }

    [Theory]
    [InlineData("Deir al-Zour")]
    [InlineData("Dair al Zor")]
    [InlineData("Deir ez-Zor")]
    public void A_place_with_the_Arabic_article_is_known_however_it_is_spelled(string name)
    {
        var words = Of("They drove to " + name + " again.");
        Assert.NotEqual(0u, NameKnowledge.Default.Mark(words)[3].Kinds & (BitOf("village") | BitOf("town") | BitOf("city")));
    }

    [Fact]
    public void Words_in_lower_case_begin_no_known_name() =>
        Assert.All(NameKnowledge.Default.Mark(Of("they went to reading and to bath")), m => Assert.Equal(0u, m.Kinds));

    [Fact]
    public void Nouns_of_one_class_share_their_first_meaning()
    {
        var knowledge = NameKnowledge.Default;
        var singer = knowledge.MeaningOf(FeatureHash.Of("singer"));
        Assert.Equal(singer.First, knowledge.MeaningOf(FeatureHash.Of("brewer")).First);
        Assert.NotEqual(singer.First, knowledge.MeaningOf(FeatureHash.Of("regiment")).First);
        Assert.Equal(0, knowledge.MeaningOf(FeatureHash.Of("of")).All);
    }

    [Fact]
    public void Words_in_like_company_share_a_group_and_unknown_words_have_none()
    {
        var knowledge = NameKnowledge.Default;
        Assert.Equal(knowledge.GroupsOf(WordTraits.Of("Tuesday")).Middle, knowledge.GroupsOf(WordTraits.Of("Thursday")).Middle);
        Assert.NotEqual(knowledge.GroupsOf(WordTraits.Of("Tuesday")).Middle, knowledge.GroupsOf(WordTraits.Of("wrote")).Middle);
        Assert.Equal(default, knowledge.GroupsOf(WordTraits.Of("Qwxzzy")));
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        var table = new KeyedBytes([3, 70_000, 4_000_000_000], 2, [1, 2, 3, 4, 5, 6]);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) table.Write(writer);
        ReadOnlySpan<byte> bytes = stream.ToArray();
        var read = KeyedBytes.Read(ref bytes);
        Assert.True(bytes.IsEmpty);
        Assert.Equal([3, 4], read.Of(70_000).ToArray());
        Assert.Equal([5, 6], read.Of(4_000_000_000).ToArray());
        Assert.True(read.Of(4).IsEmpty);
    }

    private static uint BitOf(string kind) => 1u << Array.IndexOf(NameKnowledge.Kinds, kind);

    private static Words Of(string text) => new(Analyzer.Analyze(ArticleText.Of("t", text)));
}
