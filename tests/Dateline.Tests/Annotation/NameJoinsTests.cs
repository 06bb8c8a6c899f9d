using Dateline.Annotation;

namespace Dateline.Tests.Annotation;

/// <summary>Names that the runs of capitals alone would cut apart.</summary>
public sealed class NameJoinsTests
{
    [Theory]
    [InlineData("The 47th Separate Mechanised Brigade left the town.", "47th Separate Mechanised Brigade", EntityKind.ArmedForce)]
    [InlineData("Soldiers of the 3rd Battalion stayed behind.", "3rd Battalion", EntityKind.ArmedForce)]
    [InlineData("The 6th District Court ruled on Monday.", "6th District Court", EntityKind.GovernmentBody)]
    [InlineData("Joaquín “The Lamp” Lune was flown to Ostmark.", "Joaquín “The Lamp” Lune", EntityKind.Person)]
    [InlineData("Michael 'Mick' Delor told Reuters so.", "Michael 'Mick' Delor", EntityKind.Person)]
    [InlineData("It was bought by Tamsin Freight, Inc. last year.", "Tamsin Freight, Inc.", EntityKind.Organisation)]
    [InlineData("Listeners heard it on 6QX, the radio station.", "6QX", EntityKind.Outlet)]
    [InlineData("He read of it in The Ostmark Gazette on Sunday.", "The Ostmark Gazette", EntityKind.Outlet)]
    [InlineData("The ship sailed from Trinidad and Tobago.", "Trinidad and Tobago", EntityKind.Place)]
    [InlineData("She flew to Washington, D.C. on Monday.", "Washington, D.C.", EntityKind.Place)]
    [InlineData("They met in Newcastle upon Tyne in May.", "Newcastle upon Tyne", EntityKind.Place)]
    [InlineData("Two ships met in the Gulf of Tamsin, Lostria said.", "Gulf of Tamsin", EntityKind.Place)]
    [InlineData("The People's Front for Reform spoke on Monday.", "People's Front for Reform", EntityKind.Organisation)]
    [InlineData("Members of the Teachers' Union left.", "Teachers' Union", EntityKind.Organisation)]
    [InlineData("The Dorvik's Bay council agreed.", "Dorvik's Bay", EntityKind.Place)]
    [InlineData("The raid was part of Operation Grey Heron.", "Operation Grey Heron", EntityKind.Event)]
    [InlineData("VOA Russian: Ferry sinks off the north", "VOA Russian", EntityKind.Outlet)]
    public void What_belongs_to_a_name_is_part_of_it(string text, string name, EntityKind kind) =>
        Assert.Equal(kind, KindOf(text, name));

    [Theory]
    [InlineData("On March 5th Congress met.", "5th")]
    [InlineData("Ukraine's Defence Ministry said so.", "Ukraine's")]
    [InlineData("In London “Harbour Lights” Moss sang.", "London “")]
    [InlineData("He was born at 6PM in Ostmark.", "6PM")]
    [InlineData("As of April Ukraine exports grain again.", "April Ukraine")]
    public void What_does_not_belong_to_a_name_stays_outside(string text, string other) =>
        Assert.DoesNotContain(Find(text), m => m.Span.Slice(text).Contains(other, StringComparison.Ordinal));

    [Fact]
    public void An_ordinal_alone_stands_for_the_body_that_it_opened()
    {
        const string text = "The 47th Separate Mechanised Brigade left the town on Monday. The 47th later denied it. On the 47th day the shelling ended.";
        var mentions = Find(text).Where(m => m.Span.Slice(text).StartsWith("47th", StringComparison.Ordinal)).ToList();
        Assert.Equal(["47th Separate Mechanised Brigade", "47th"], mentions.Select(m => m.Span.Slice(text)));
        Assert.All(mentions, m => Assert.Equal(("47th Separate Mechanised Brigade", EntityKind.ArmedForce), (m.Entity, m.Kind)));
    }

    [Fact]
    public void Two_bodies_of_different_numbers_are_two()
    {
        var entities = Find("The 3rd Guards Brigade held the hill. The 5th Guards Brigade took the bridge.").Where(m => m.Kind == EntityKind.ArmedForce).Select(m => m.Entity);
        Assert.Equal(["3rd Guards Brigade", "5th Guards Brigade"], entities);
    }

    [Fact]
    public void The_article_is_no_part_of_what_a_body_is_called()
    {
        const string text = "He wrote for The Ostmark Gazette then. The Ostmark Gazette is gone.";
        Assert.Equal(["Ostmark Gazette"], Find(text).Where(m => m.Span.Slice(text).EndsWith("Gazette", StringComparison.Ordinal)).Select(m => m.Entity).Distinct());
    }

    [Fact]
    public void What_stands_joined_again_and_again_and_never_alone_is_one_name()
    {
        const string text = "Tuesdays for Tamsin began in May. The council met Tuesdays for Tamsin. Nobody has joined Tuesdays for Tamsin since. Then Tuesdays for Tamsin fell silent.";
        var words = new Words(Dateline.Language.Analyzer.Analyze(ArticleText.Of("a", text)));
        var parts = new List<NamePart>();
        foreach (var at in Enumerable.Range(0, words.Count).Where(i => words.Is(i, "tuesdays"))) parts.AddRange([new NamePart(at, at + 1, null, null), new NamePart(at + 2, at + 3, null, null)]);
        NameJoins.Join(words, parts);
        Assert.Equal(4, parts.Count);
        Assert.All(parts, p => Assert.Equal("Tuesdays for Tamsin", p.Text(words)));
    }

    [Fact]
    public void A_company_s_short_form_is_the_company()
    {
        const string text = "DORVIKA Ltd. was founded in 1990. In 1997 a rival bought a licence of Dorvika. Since then Dorvika has grown.";
        var mentions = Find(text).Where(m => m.Span.Slice(text) == "Dorvika").ToList();
        Assert.Equal(2, mentions.Count);
        Assert.All(mentions, m => Assert.Equal((EntityKind.Organisation, "DORVIKA Ltd."), (m.Kind, m.Entity)));
    }

    [Theory]
    [InlineData("Dorvik Ostra was acquired by a rival in May.", "Dorvik Ostra", EntityKind.Organisation)]
    [InlineData("She played in the band Dorvik Ostra for years.", "Dorvik Ostra", EntityKind.Organisation)]
    [InlineData("The blogger Ethar El-Dorvik was tired.", "Ethar El-Dorvik", EntityKind.Person)]
    [InlineData("The film was shown on ITV1 last night.", "ITV1", EntityKind.Outlet)]
    public void What_stands_beside_a_name_tells_its_kind(string text, string name, EntityKind kind) =>
        Assert.Equal(kind, KindOf(text, name));

    [Fact]
    public void A_page_tells_what_its_name_is()
    {
        const string text = "Dorvika is a maker of boats. Dorvika was founded in 1990. Dorvika has been sold twice.";
        var mentions = Find(text).Where(m => m.Span.Slice(text) == "Dorvika").ToList();
        Assert.Equal(3, mentions.Count);
        Assert.All(mentions, m => Assert.Equal(EntityKind.Organisation, m.Kind));
    }

    private static EntityKind KindOf(string text, string name) => Assert.Single(Find(text), m => m.Span.Slice(text) == name).Kind;

    private static List<Mention> Find(string text) => [.. Pipeline.Annotate(ArticleText.Of("a", text)).Annotations.Mentions];
}
