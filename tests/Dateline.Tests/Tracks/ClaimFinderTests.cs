using Dateline.Tracks;

namespace Dateline.Tests.Tracks;

public class ClaimFinderTests
{
    [Theory]
    [InlineData("The army has withdrawn its soldiers from Port Ansel.", "presence", "absent")]
    [InlineData("Lorrane's soldiers were back on the front line near Tamsin.", "presence", "present")]
    [InlineData("The soldiers have not engaged in combat since the weekend.", "presence", "absent")]
    [InlineData("The troops had been redeployed to the valley.", "presence", "present")]
    [InlineData("The general pulled some troops back from the ridge.", "presence", "reduced")]
    [InlineData("The government has never confirmed the deployment.", "confirmation", "unconfirmed")]
    [InlineData("Neither Lorrane nor Sarvenia has confirmed the talks.", "confirmation", "unconfirmed")]
    [InlineData("The minister denied the report of a deal.", "confirmation", "denied")]
    [InlineData("The prime minister resigned on Friday.", "office", "leaves")]
    [InlineData("The president said he would not step down.", "office", "stays")]
    [InlineData("Police arrested two suspects in the harbour.", "custody", "detained")]
    [InlineData("The rebels released nine hostages.", "custody", "free")]
    [InlineData("Four soldiers defected during the night.", "desertion", "deserted")]
    [InlineData("The bridge collapsed in the storm.", "disaster", "failed")]
    [InlineData("The authorities shut down the airport.", "closure", "closed")]
    [InlineData("The airport was reopened in the evening.", "closure", "open")]
    [InlineData("Clara Holm denied the charges.", "charges", "denies guilt")]
    [InlineData("Prosecutors charged the former head of Vale Savings Bank, Clara Holm, with fraud.", "charges", "charged")]
    [InlineData("The main road to the north has reopened.", "closure", "open")]
    [InlineData("The blast left 30 injured.", "injuries", "30")]
    [InlineData("The toll rose to 27, with dozens missing.", "deaths", "27")]
    [InlineData("The head of Lostria Power, Bert Moss, resigned on Friday.", "office", "leaves")]
    [InlineData("The company said heavy rain had caused the collapse.", "cause", "heavy rain")]
    [InlineData("The flood destroyed the old mill.", "damage", "destroyed")]
    [InlineData("The ceasefire was broken within hours: guards opened fire on the crowd.", "violence", "guards")]
    [InlineData("The residents asked the army to intervene.", "conduct", "intervene")]
    [InlineData("The garrison did nothing to stop the looting.", "conduct", "do nothing")]
    [InlineData("The crowd was not impeded by the soldiers.", "conduct", "not impede")]
    [InlineData("The cause of the blaze is unknown, officials said.", "cause", "unknown")]
    [InlineData("The source of the gunfire was not immediately known.", "blame", "unknown")]
    [InlineData("No group has claimed responsibility for the bombing.", "blame", "unknown")]
    [InlineData("The governor asked his government to resign.", "power", "government leaves")]
    [InlineData("They were led into Canal Square, largely held by the rebels.", "control", "rebels")]
    public void A_predicate_gives_its_aspect_and_its_value(string sentence, string aspect, string value)
    {
        var claims = Claims(sentence);
        Assert.Contains(claims, c => c.Aspect.Name == aspect && c.Bare == value);
    }

    [Theory]
    [InlineData("The army seized the town of Tamsin.", "army")]
    [InlineData("The town of Tamsin was retaken by the rebels.", "rebels")]
    public void Who_controls_a_place_is_the_agent(string sentence, string holder) =>
        Assert.Contains(Claims(sentence), c => c.Aspect.Name == "control" && c.Value.Contains(holder, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("At least 12 people were killed and 40 were injured.", "deaths", ">=12")]
    [InlineData("At least 12 people were killed and 40 were injured.", "injuries", "40")]
    [InlineData("The storm killed 23 people.", "deaths", "23")]
    [InlineData("More than 6,500 people have fled the valley.", "displacement", ">6500")]
    [InlineData("The army has sent about 800 soldiers to the dam.", "deployment", "~800")]
    public void A_number_belongs_to_the_predicate_next_to_it(string sentence, string aspect, string value) =>
        Assert.Contains(Claims(sentence), c => c.Aspect.Name == aspect && c.Value == value);

    [Theory]
    [InlineData("Crowds chanted “Get out!” during the speech of President Adam Lune.", "office")]
    [InlineData("The governor told the protesters to go home.", "protest")]
    [InlineData("President Adam Lune hesitates, yet his resignation is what the unions are demanding.", "office")]
    [InlineData("They asked the garrison to step in.", "conduct")]
    public void What_somebody_orders_or_demands_is_a_wish(string sentence, string aspect) =>
        Assert.Contains(Claims(sentence), c => c.Aspect.Name == aspect && c.Mood == Mood.Wanted);

    [Fact]
    public void A_slogan_is_the_wish_of_the_crowd_and_meant_for_whom_it_is_called_to() =>
        Assert.Contains(Claims("Tens of thousands chanted “leave, leave” to their president, Adam Lune."), c => c is { Mood: Mood.Wanted, Holder: "protesters", Theme.Head.Class: "official" });

    [Fact]
    public void Whoever_demands_it_holds_it() =>
        Assert.Contains(Claims("President Adam Lune was clear that he would stay, yet his resignation is what the unions are demanding."), c => c.Mood == Mood.Wanted && c.Holder == "unions");

    [Fact]
    public void He_who_is_to_go_is_he_whose_office_the_page_speaks_of() =>
        Assert.Contains(Claims("President Adam Lune said he would not resign. Vice President Omar Brill spoke on Friday. Crowds calling for his ouster filled the square."), c => c.Mood == Mood.Wanted && c.Theme.Entities.Any(e => e.EndsWith("Lune", StringComparison.Ordinal)));

    [Fact]
    public void What_is_planned_lies_ahead() =>
        Assert.All(Claims("President Adam Lune agreed on Tuesday to not seek re-election in September.").Where(c => c.Aspect.Name == "office"), c => Assert.True(c.Time.From is not { } from || from.Year >= 2026));

    [Theory]
    [InlineData("Nobody has talked to him since the morning.", "talks")]
    [InlineData("The man pulled the alarm.", "presence")]
    [InlineData("Officials praised his role in the talks.", "blame")]
    public void What_only_sounds_like_a_predicate_says_nothing(string sentence, string aspect) =>
        Assert.DoesNotContain(Claims(sentence), c => c.Aspect.Name == aspect);

    [Theory]
    [InlineData("It was unclear whether the troops had withdrawn from Tamsin.", "presence")]
    [InlineData("It was not immediately known whether the clashes had spread to other towns.", "spread")]
    [InlineData("The ministry does not know the identity of the attackers.", "blame")]
    [InlineData("It was unclear what the army's intentions were.", "conduct")]
    public void What_nobody_knows_is_an_answer(string sentence, string aspect) =>
        Assert.Contains(Claims(sentence), c => c.Aspect.Name == aspect && c.Value == Claim.Unknown && c.Text.Contains("kno", StringComparison.Ordinal) | c.Text.Contains("unclear", StringComparison.Ordinal));

    [Fact]
    public void Whoever_is_to_be_let_is_wished_to() =>
        Assert.Contains(Claims("“Let the military take over,” state television said."), c => c is { Aspect.Name: "power", Mood: Mood.Wanted, Value: "demanded: military" });

    [Fact]
    public void What_they_are_doing_is_no_kind_of_thing() =>
        Assert.Contains(Claims("The loyalists came back at dusk. “They're spreading violence,” Ada Holm said."), c => c.Aspect.Name == "blame" && c.Value == "loyalists");

    [Fact]
    public void Those_who_do_something_are_people() =>
        Assert.Contains(Claims("Shopkeepers gave bread to those who have rallied in the square."), c => c is { Aspect.Name: "protest", Theme.Label: "people" });

    [Fact]
    public void A_rejected_claim_is_answered_in_its_own_track() =>
        Assert.Contains(Claims("The army holds the town of Tamsin. The rebels contest this claim."), c => c.Aspect.Name == "control" && c.Value == "disputed");

    [Fact]
    public void The_past_perfect_of_the_outlet_is_background()
    {
        var claims = Claims("The troops had withdrawn from the town before the storm. The troops returned to the front on Monday.");
        Assert.True(Assert.Single(claims, c => c.Value == "absent").Background);
    }

    [Fact]
    public void Every_quote_stands_verbatim_in_the_article()
    {
        var annotated = Pipeline.Annotate(ArticleText.Of("a", "“We hold the bridge,” the colonel said — but 14 soldiers, he added, were killed; the town was lost."));
        Assert.All(ClaimFinder.Find(annotated), c => Assert.Equal(c.Text, c.Quote.Slice(annotated.Article.Text)));
    }

    [Fact]
    public void Who_is_said_to_have_ordered_something_is_not_the_one_who_says_so() =>
        Assert.Contains(Claims("The accountant Lena Moss said Clara Holm had ordered the withdrawal of the troops."), c => c.Holder == "Lena Moss");

    private static IEnumerable<Claim> Claims(string text) => ClaimFinder.Find(Pipeline.Annotate(ArticleText.Of("a", text, "2026-03-10")));
}
