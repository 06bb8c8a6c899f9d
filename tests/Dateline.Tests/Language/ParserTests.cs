using Dateline.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Language;

public class ParserTests
{
    [Fact]
    public void Every_sentence_is_a_tree_with_one_root()
    {
        var pieces = Gen.Elements("the", "mayor", "said", "that", "left", ",", ".", "\"", "Marnby", "and", "of", "in", "(", ")", "5", "was", "who", "—", "!", "not", "xq'z", "\n", "😀", "to", "Is");
        Prop.ForAll(pieces.ArrayOf().ToArbitrary(), parts => TreesHold(string.Join(' ', parts))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(399)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(1300)]
    public void A_sentence_of_any_length_is_a_tree(int words) => Assert.True(TreesHold(string.Concat(Enumerable.Repeat("gate ", words))));

    private static bool TreesHold(string text)
    {
        var analysis = Analyzer.Analyze(ArticleText.Of("a", text));
        foreach (var sentence in analysis.Sentences)
        {
            int first = sentence.FirstToken, end = first + sentence.TokenCount, roots = 0;
            for (var i = first; i < end; i++)
            {
                var at = i;
                var steps = 0;
                while (analysis.Tokens[at].Head >= 0)
                {
                    at = analysis.Tokens[at].Head;
                    if (at < first || at >= end || ++steps > sentence.TokenCount) return false;
                }

                if (analysis.Tokens[i].Head < 0) roots++;
                if (analysis.Tokens[i].Head < 0 != (analysis.Tokens[i].Relation == "root")) return false;
            }

            if (roots != 1) return false;
        }

        return true;
    }
}
