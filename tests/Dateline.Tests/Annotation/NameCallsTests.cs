using Dateline.Annotation;
using Dateline.Language;

namespace Dateline.Tests.Annotation;

/// <summary>Names whose kind the page tells: by what it calls them, by the row that they stand in, by what befalls them.</summary>
public sealed class NameCallsTests
{
    [Theory]
    [InlineData("Grey Lantern Four are a loud brass / string band from Ostmark.", "Grey Lantern Four", EntityKind.Organisation)]
    [InlineData("He started a band called “Tamsinor” in 1998.", "Tamsinor", EntityKind.Organisation)]
    [InlineData("Brandelow, a fishing village in the north, was cut off.", "Brandelow", EntityKind.Place)]
    [InlineData("They rested in the mountain village Olkos Dral on Sunday.", "Olkos Dral", EntityKind.Place)]
    [InlineData("Delwyth is a busy halt between two tunnels.", "Delwyth", EntityKind.Facility)]
    [InlineData("417ZOR FM is a radio station in Ostmark.", "417ZOR FM", EntityKind.Organisation)]
    [InlineData("The harbour was built by companies such as Naftorel and Ostrow Dral.", "Ostrow Dral", EntityKind.Organisation)]
    [InlineData("The mail came to Dralmouth, England, in May.", "Dralmouth", EntityKind.Place)]
    [InlineData("The Dorvik and Tamsin Railway was sold in 1951.", "Dorvik and Tamsin Railway", EntityKind.Facility)]
    [InlineData("The Tamsin Railway said it would pay.", "Tamsin Railway", EntityKind.Organisation)]
    [InlineData("Listeners know it as 702 6QX, in the morning.", "702 6QX", EntityKind.Outlet)]
    [InlineData("The guests of the Ada Lune House left.", "Ada Lune House", EntityKind.Facility)]
    [InlineData("He fell in the Battle of Tamsin.", "Battle of Tamsin", EntityKind.Event)]
    [InlineData("The City of Tamsin, Lostria sued.", "City of Tamsin", EntityKind.Place)]
    public void The_page_tells_what_a_name_is(string text, string name, EntityKind kind) =>
        Assert.Equal(kind, Find(text).Where(m => m.Span.Slice(text) == name).Select(m => (EntityKind?)m.Kind).SingleOrDefault());

    [Theory]
    [InlineData("Ostric is a language of fishermen. Some say Ostric is dying.", "Ostric")]
    [InlineData("OstFair is a yearly convention. The first OstFair drew few.", "OstFair")]
    [InlineData("She sang in Doctor Who for years.", "Who")]
    [InlineData("He lectured on Monachism in May.", "Monachism")]
    [InlineData("Her song “Snow over Tokyo” was sold out.", "Tokyo")]
    [InlineData("He translated The Grey Lamps (1911) for the house.", "Grey Lamps")]
    public void What_is_called_a_thing_is_no_person_body_or_place(string text, string name) =>
        Assert.DoesNotContain(Find(text), m => m.Span.Slice(text) == name && m.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Place);

    [Fact]
    public void Who_is_called_by_name_in_a_quotation_is_named() =>
        Assert.Contains(Find("“Mr. Lune,” she said, “sit down.”"), m => m.Span.Slice("“Mr. Lune,” she said, “sit down.”") == "Lune" && m.Kind == EntityKind.Person);

    [Fact]
    public void A_railway_that_says_something_is_a_body_all_over_the_page()
    {
        const string text = "Trains of the Tamsin Railway stood still. The Tamsin Railway said snow lay on the line.";
        Assert.All(Find(text).Where(m => m.Span.Slice(text) == "Tamsin Railway"), m => Assert.Equal(EntityKind.Organisation, m.Kind));
    }

    [Fact]
    public void A_house_that_was_founded_is_not_its_founder()
    {
        const string text = "Brendel was founded in 1911 by Otto Brendel. Last year Brendel opened a second works. The Brendel family sold it.";
        Assert.Equal([EntityKind.Organisation, EntityKind.Organisation, EntityKind.Person], Find(text).Where(m => m.Span.Slice(text) == "Brendel").Select(m => m.Kind));
    }

    [Fact]
    public void A_person_of_whom_much_is_found_stays_one()
    {
        const string text = "Ada Lune was tried in May. Lune was found guilty and was among a group of five. Lune said nothing.";
        Assert.All(Find(text).Where(m => m.Span.Slice(text) == "Lune"), m => Assert.Equal(EntityKind.Person, m.Kind));
    }

    [Fact]
    public void A_name_joined_again_and_again_is_one_though_it_is_also_spelled_out()
    {
        const string text = "12 Lamps for Ulm, also written Twelve Lamps for Ulm, plays the blues. On Friday 12 Lamps for Ulm sang. The band 12 Lamps for Ulm came by train. Critics liked 12 Lamps for Ulm.";
        Assert.Equal(4, Find(text).Count(m => m.Span.Slice(text) == "12 Lamps for Ulm" && m.Kind == EntityKind.Organisation));
    }

    [Fact]
    public void On_a_page_of_regiments_an_ordinal_that_acts_is_one()
    {
        const string text = "The 212th was raised as a regiment of the First Brigade. The 212th was sent to Ulm. On the 212th day it rained.";
        Assert.Equal(2, Find(text).Count(m => m.Span.Slice(text) == "212th" && m.Kind == EntityKind.ArmedForce));
    }

    [Fact]
    public void A_day_beside_an_agency_and_a_noun_behind_a_place_are_no_part_of_their_names()
    {
        const string text = "He told AFP Tuesday that troops had left the Kursk region.";
        Assert.Equal(["AFP", "Kursk"], Find(text).Select(m => m.Span.Slice(text)));
    }

    private static IEnumerable<Mention> Find(string text) => MentionFinder.Find(Analyzer.Analyze(ArticleText.Of("t", text)));
}
