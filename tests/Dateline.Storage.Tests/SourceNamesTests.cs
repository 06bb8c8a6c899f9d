using System.Collections.Immutable;

namespace Dateline.Storage.Tests;

public sealed class SourceNamesTests
{
    [Theory]
    [InlineData("Ilan Kesh", "ilan-kesh")]
    [InlineData("Kesh", "ilan-kesh")]
    [InlineData("Front spokesman Ilan Kesh", "ilan-kesh")]
    [InlineData("Ilan Kesh, who speaks for the Front", "ilan-kesh")]
    [InlineData("Col Kesh", "ilan-kesh")]
    [InlineData("One of them, the engineer Ilan Kesh", "ilan-kesh")]
    [InlineData("Front", "orlu-river-front")]
    public void Ways_to_name_one_person_or_body_are_one_source(string name, string id) => Assert.Equal(id, Names().Of(Said(name))?.Id);

    [Theory]
    [InlineData("officials")]
    [InlineData("a senior diplomat, who asked not to be named")]
    [InlineData("Health Ministry")]
    public void Descriptions_and_bodies_that_every_country_has_stand_within_their_story(string name)
    {
        var key = Names().Of(Said(name))!;
        Assert.StartsWith("story-4~", key.Id, StringComparison.Ordinal);
        Assert.False(key.IsNamed);
    }

    [Fact]
    public void A_body_of_a_named_country_is_itself() => Assert.Equal("sarvenian-government", Names().Of(Said("Sarvenian Government"))!.Id);

    [Fact]
    public void Pronouns_and_the_outlet_are_no_source()
    {
        Assert.Null(Names().Of(Said("he")));
        Assert.Null(Names().Of(Said("")));
        Assert.Null(Names().Of(Said("The Harbour Post") with { OutletVoice = true }));
        Assert.Null(new SourceNames(null, []).Of(Said("officials")));
    }

    private static SourceNames Names() => new(new StoryId(4), [Named(
        "Ilan Kesh and Kesh of the Orlu River Front, the Front, the Health Ministry, the Sarvenian Government",
        ("Ilan Kesh", EntityKind.Person), ("Kesh", EntityKind.Person), ("Orlu River Front", EntityKind.Organisation), ("Front", EntityKind.Organisation), ("Health Ministry", EntityKind.GovernmentBody), ("Sarvenian Government", EntityKind.GovernmentBody), ("Sarvenian", EntityKind.Demonym))]);

    private static Statement Said(string source) => Sample.Derived("a.txt", "no ferry runs").Articles[0].Annotations.Statements[0] with { Source = new Source([], source, source) };

    private static AnnotatedArticle Named(string text, params (string Name, EntityKind Kind)[] names)
    {
        var (article, notes) = Sample.Derived("a.txt", "no ferry runs").Articles[0];
        var mentions = names.Select(n => text.IndexOf(n.Name, StringComparison.Ordinal) is var at ? new Mention(new TextSpan(at, at + n.Name.Length), n.Kind, n.Name, "by hand") : null!).ToImmutableArray();
        return new AnnotatedArticle(article with { Text = text }, notes with { Mentions = mentions });
    }
}
