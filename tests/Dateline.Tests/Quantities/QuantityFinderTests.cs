using Dateline.Language;
using Dateline.Quantities;
using Dateline.Time;

namespace Dateline.Tests.Quantities;

public class QuantityFinderTests
{
    private static IReadOnlyList<Quantity> Find(string text)
    {
        var article = ArticleText.Of("page", text, "2024-05-15");
        var analysis = Analyzer.Analyze(article);
        return QuantityFinder.Find(analysis, TimexFinder.Find(analysis, article.Published));
    }

    [Theory]
    [InlineData("More than 12,000 Velian troops crossed.", "More than 12,000 Velian troops", ">12000", "count", "troop")]
    [InlineData("At least 36 people were killed.", "At least 36 people", ">=36", "count", "person")]
    [InlineData("Nearly 850 houses burned.", "Nearly 850 houses", "~850", "count", "house")]
    [InlineData("Some 300 marchers came.", "Some 300 marchers", "~300", "count", "marcher")]
    [InlineData("Up to 40 boats sank.", "Up to 40 boats", "<=40", "count", "boat")]
    [InlineData("Fewer than 40 boats sank.", "Fewer than 40 boats", "<40", "count", "boat")]
    [InlineData("Hundreds of Velian and Torran soldiers fell.", "Hundreds of Velian and Torran soldiers", "hundreds", "count", "soldier")]
    [InlineData("Tens of thousands of refugees fled.", "Tens of thousands of refugees", "tens of thousands", "count", "refugee")]
    [InlineData("Dozens of villages were hit.", "Dozens of villages", "dozens", "count", "village")]
    [InlineData("They took 120 members of the guard.", "120 members", "120", "count", "member")]
    [InlineData("Twenty-three miners were saved.", "Twenty-three miners", "23", "count", "miner")]
    [InlineData("Between 10 and 15 sheep were lost.", "Between 10 and 15 sheep", "10-15", "count", "sheep")]
    [InlineData("It sold 10 to 15 million books.", "10 to 15 million books", "10000000-15000000", "count", "book")]
    [InlineData("The bridge cost $1.2 billion.", "$1.2 billion", "1200000000", "USD", "")]
    [InlineData("The fine was 5 million euros.", "5 million euros", "5000000", "EUR", "")]
    [InlineData("It lost €3.5m in all.", "€3.5m", "3500000", "EUR", "")]
    [InlineData("Turnout was 41.5 percent.", "41.5 percent", "41.5", "percent", "")]
    [InlineData("About 60% of voters stayed away.", "About 60%", "~60", "percent", "voter")]
    [InlineData("The mast is 240 kms north.", "240 kms", "240", "kilometre", "")]
    [InlineData("The death toll rose to 36.", "36", "36", "count", "death")]
    [InlineData("A 23-month-old boy was found.", "23-month-old", "23", "age", "month")]
    [InlineData("Ana Ruvo, 41, said so.", "41", "41", "age", "year")]
    [InlineData("A man aged 70 was hurt.", "aged 70", "70", "age", "year")]
    [InlineData("Half a million people live there.", "Half a million people", "500000", "count", "person")]
    [InlineData("Two thirds of voters stayed away.", "Two thirds of voters", "0.666667", "fraction", "voter")]
    [InlineData("One in five workers has no job.", "One in five workers", "0.2", "fraction", "worker")]
    [InlineData("About six out of 10 homes burned.", "About six out of 10 homes", "~0.6", "fraction", "home")]
    [InlineData("Prices rose by a third.", "a third", "0.333333", "fraction", "")]
    [InlineData("He owns 1/4 of the shares.", "1/4 of the shares", "0.25", "fraction", "share")]
    [InlineData("It runs one-half mile east.", "one-half mile", "0.5", "mile", "")]
    [InlineData("A couple of hundred marchers came.", "A couple of hundred marchers", "~200", "count", "marcher")]
    [InlineData("It was -18 °C at dawn.", "-18 °C", "-18", "degree Celsius", "")]
    [InlineData("They found between 44 kg and 50 kg of it.", "between 44 kg and 50 kg", "44-50", "kilogram", "")]
    [InlineData("Some 12 000 homes burned.", "Some 12 000 homes", "~12000", "count", "home")]
    [InlineData("The board is 2 in thick.", "2 in", "2", "inch", "")]
    [InlineData("A magnitude 6.3 earthquake struck.", "6.3", "6.3", "magnitude", "")]
    [InlineData("It shipped 278,000 t of ore.", "278,000 t", "278000", "tonne", "")]
    [InlineData("Half of the fleets were lost.", "Half of the fleets", "0.5", "fraction", "fleet")]
    [InlineData("It needs 44 kg to 50 kg of it.", "44 kg to 50 kg", "44-50", "kilogram", "")]
    [InlineData("It is worth $10B now.", "$10B", "10000000000", "USD", "")]
    [InlineData("Some 1,900 U.S. citizens left.", "Some 1,900 U.S. citizens", "~1900", "count", "citizen")]
    [InlineData("Thousands more refugees came.", "Thousands more refugees", "thousands", "count", "refugee")]
    [InlineData("A man between 18 and 25 years old fell.", "between 18 and 25 years old", "18-25", "age", "year")]
    [InlineData("At the port 50 or more ships wait.", "50 or more ships", ">=50", "count", "ship")]
    public void Amount_unit_and_head_are_read(string text, string words, string amount, string unit, string head)
    {
        var quantity = Assert.Single(Find(text));
        Assert.Equal((words, amount, unit, head), (quantity.Span.Slice(text), quantity.Amount.Canonical, quantity.Unit, quantity.Head));
    }

    [Theory]
    [InlineData("They met on 4 March 2021.")]
    [InlineData("He waited three weeks.")]
    [InlineData("Call +44-720-644401, or 555-1234-99.")]
    [InlineData("An F-16 and a Boeing A380 passed.")]
    [InlineData("Rovers won 3-1 at home.")]
    [InlineData("He lives at 10 Mill Street.")]
    [InlineData("1. Open the door")]
    [InlineData("She came 3rd.")]
    [InlineData("No one of them was there.")]
    [InlineData("The resolution, No. 242, passed.")]
    [InlineData("It was the third attack.")]
    [InlineData("After the 9/11 attacks he left.")]
    public void Numbers_that_count_nothing_are_no_quantities(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Rounding_is_kept_as_the_grain()
    {
        Assert.Equal(100_000m, Find("Some 1.2 million people fled.")[0].Amount.Grain);
        Assert.Equal(1m, Find("In all 36 people fled.")[0].Amount.Grain);
    }
}
