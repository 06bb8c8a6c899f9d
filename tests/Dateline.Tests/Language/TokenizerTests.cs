using Dateline.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Language;

public class TokenizerTests
{
    [Theory]
    [InlineData("They don't know the agency's plan.", "They|do|n't|know|the|agency|'s|plan|.")]
    [InlineData("We’re sure it isn’t", "We|’re|sure|it|is|n’t")]
    [InlineData("a five-year, anti-corruption plan", "a|five|-|year|,|anti-corruption|plan")]
    [InlineData("$1,200.50 or 10% by 5pm, 7:30 a.m.", "$|1,200.50|or|10|%|by|5|pm|,|7:30|a.m.")]
    [InlineData("the U.S. and/or 3/4/2025", "the|U.S.|and|/|or|3/4/2025")]
    [InlineData("see https://marn.example/news?id=4, or mail ed@marn.example.", "see|https://marn.example/news?id=4|,|or|mail|ed@marn.example|.")]
    [InlineData("“Go,” he said—twice…", "“|Go|,|”|he|said|—|twice|…")]
    [InlineData("the troops' camp of O'Hara and Ph.D. Lund", "the|troops|'|camp|of|O'Hara|and|Ph.D.|Lund")]
    [InlineData("I cannot. You gotta!?", "I|can|not|.|You|got|ta|!?")]
    [InlineData("call 555-010-1234 in 1990-95", "call|555-010-1234|in|1990|-|95")]
    [InlineData("in the '90s, 1980s and 20th", "in|the|'90s|,|1980s|and|20th")]
    public void Words_are_cut_as_in_the_web_treebank(string line, string expected)
    {
        var tokens = new List<TextSpan>();
        Tokenizer.Tokenize(line, new TextSpan(0, line.Length), tokens);
        Assert.Equal(expected, string.Join('|', tokens.Select(t => t.Slice(line))));
    }

    [Fact]
    public void Every_character_but_white_space_lies_in_exactly_one_token()
    {
        var pieces = Gen.Elements("a", "B", "can", "n't", "'s", "\"", "“", "”", ".", "...", "U.S.", "3", ",", "4.5", "-", "—", " ", " ", "(", ")", "@", "/", "é", "😀", "’", "www.a.com", "?", "[", "]", "\u00a0", "\t", "cannot", "5pm", "$", "Mr.");
        Prop.ForAll(pieces.ArrayOf().ToArbitrary(), parts =>
        {
            var line = string.Concat(parts);
            var tokens = new List<TextSpan>();
            Tokenizer.Tokenize(line, new TextSpan(0, line.Length), tokens);
            var at = 0;
            foreach (var token in tokens)
            {
                if (token.IsEmpty || token.Start < at || !string.IsNullOrWhiteSpace(line[at..token.Start]) || token.Slice(line).Any(char.IsWhiteSpace)) return false;
                at = token.End;
            }

            return string.IsNullOrWhiteSpace(line[at..]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sentences_hold_all_tokens_in_order()
    {
        var pieces = Gen.Elements("A", "b", "Mr.", "U.S.", ".", "?", "!", "\"", "”", "(", ")", " ", " ", "The", "[3]", "5", "\n", "…", "...", "'");
        Prop.ForAll(pieces.ArrayOf().ToArbitrary(), parts =>
        {
            var analysis = Analyzer.Analyze(ArticleText.Of("a", string.Concat(parts)));
            var next = 0;
            foreach (var sentence in analysis.Sentences)
            {
                if (sentence.FirstToken != next || sentence.TokenCount == 0) return false;
                next += sentence.TokenCount;
                if (analysis.Tokens[sentence.FirstToken].Span.Start != sentence.Span.Start || analysis.Tokens[next - 1].Span.End != sentence.Span.End) return false;
                if (!analysis.Article.Blocks[sentence.Block].Span.Contains(sentence.Span)) return false;
            }

            return next == analysis.Tokens.Length;
        }).QuickCheckThrowOnFailure();
    }
}
