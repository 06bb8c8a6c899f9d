using Dateline.Tracks;

namespace Dateline.Tests.Tracks;

/// <summary>Words of the lexicon that say something else, and sentences that parsers take wrongly.</summary>
public class ClaimRefusalTests
{
    [Theory]
    [InlineData("The supreme court will hear the case in June.", "health")]
    [InlineData("The former minister was holding talks with officials.", "custody")]
    [InlineData("The army has lost control of the city.", "conduct")]
    [InlineData("Several passengers burned to death.", "killers")]
    [InlineData("A shooting rampage at the school killed nine students.", "violence")]
    [InlineData("Parents are responsible for the way in which children understand the law.", "blame")]
    [InlineData("The witness testified for six hours.", "charges")]
    [InlineData("The director appeared before the budget committee.", "charges")]
    [InlineData("He hopes to get the demonstrators out.", "office")]
    public void What_says_something_else_is_no_claim(string sentence, string aspect) => Assert.DoesNotContain(Claims(sentence), c => c.Aspect.Name == aspect);

    [Theory]
    [InlineData("The envoy said on Monday that gunmen killed the guards.", "killers", "gunmen")]
    [InlineData("The envoy said on Monday that looters ransacked the homes of the villagers.", "attack", "looters")]
    [InlineData("The envoy said on Monday that guards tortured the prisoners.", "violence", "guards")]
    [InlineData("Two gunmen assassinated the judge outside his home, witnesses said.", "killers", "gunmen")]
    [InlineData("On Tuesday, exports surged.", "measure", "risen")]
    public void Who_does_it_is_found_where_the_parser_misses_it(string sentence, string aspect, string value) =>
        Assert.Contains(Claims(sentence), c => c.Aspect.Name == aspect && c.Bare == value);

    private static IEnumerable<Claim> Claims(string text) => ClaimFinder.Find(Pipeline.Annotate(ArticleText.Of("a", text, "2026-03-10")));
}
