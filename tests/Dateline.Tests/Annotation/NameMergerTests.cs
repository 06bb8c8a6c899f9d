using Dateline.Annotation;
using Dateline.Language;

namespace Dateline.Tests.Annotation;

public sealed class NameMergerTests
{
    private static readonly KnownName Known = new("Ostmark", EntityKind.Place, "Ostmark", true);

    [Fact]
    public void What_the_lexicon_knows_stays_whatever_the_tagger_says() =>
        Assert.Equal([(0, 1, EntityKind.Place)], Merge([(new NamePart(0, 1, Known, null), EntityKind.Place, "name.lexicon")], [new TaggedName(0, 1, NameType.Person)]));

    [Fact]
    public void A_known_name_within_a_longer_one_gives_way() =>
        Assert.Equal([(0, 3, EntityKind.Organisation)], Merge([(new NamePart(0, 1, Known, null), EntityKind.Place, "name.lexicon")], [new TaggedName(0, 3, NameType.Organisation)]));

    [Fact]
    public void A_known_name_within_the_name_of_a_thing_names_nothing() =>
        Assert.Empty(Merge([(new NamePart(0, 1, Known, null), EntityKind.Place, "name.lexicon")], [new TaggedName(0, 3, NameType.Thing)]));

    [Fact]
    public void Things_are_not_given_out() => Assert.Empty(Merge([], [new TaggedName(0, 3, NameType.Thing)]));

    [Fact]
    public void A_body_whose_words_tell_its_kind_is_whole_where_the_tagger_sees_its_parts() =>
        Assert.Equal([(0, 3, EntityKind.GovernmentBody)], Merge([(new NamePart(0, 3, null, null), EntityKind.GovernmentBody, "name.head")], [new TaggedName(0, 1, NameType.Organisation), new TaggedName(2, 3, NameType.Place)]));

    [Fact]
    public void A_guess_that_the_tagger_does_not_share_is_dropped_and_a_sure_name_is_kept() =>
        Assert.Equal([(4, 6, EntityKind.Person)], Merge([(new NamePart(0, 1, null, null), EntityKind.Place, "name.in"), (new NamePart(4, 6, null, "mayor"), EntityKind.Person, "name.title")], []));

    [Fact]
    public void An_echo_that_the_tagger_does_not_see_stays_where_it_saw_the_person()
    {
        var echo = (new NamePart(7, 8, null, null), EntityKind.Person, "name.page");
        Assert.Empty(Merge([echo], []));
        Assert.Equal([(4, 6, EntityKind.Person), (7, 8, EntityKind.Person)], Merge([echo], [new TaggedName(4, 6, NameType.Person)]));
    }

    [Fact]
    public void A_finer_kind_of_the_same_type_stays() =>
        Assert.Equal([(2, 4, EntityKind.ArmedForce)], Merge([(new NamePart(2, 4, null, null), EntityKind.ArmedForce, "name.head")], [new TaggedName(2, 4, NameType.Organisation)]));

    [Fact]
    public void Names_that_only_the_tagger_sees_are_added_in_order() =>
        Assert.Equal([(1, 2, EntityKind.Place), (5, 7, EntityKind.Person)], Merge([], [new TaggedName(5, 7, NameType.Person), new TaggedName(1, 2, NameType.Place)]));

    [Fact]
    public void A_name_that_has_begun_goes_on_or_ends()
    {
        var begin = NameTagger.ClassOf(NameType.Place, first: true, last: false);
        var last = NameTagger.ClassOf(NameType.Place, first: false, last: true);
        var unit = NameTagger.ClassOf(NameType.Person, first: true, last: true);
        Assert.True(NameTagger.May(0, begin) && NameTagger.May(begin, last) && NameTagger.May(last, unit) && NameTagger.May(unit, 0));
        Assert.False(NameTagger.May(begin, 0) || NameTagger.May(begin, unit) || NameTagger.May(0, last) || NameTagger.May(begin, NameTagger.ClassOf(NameType.Person, first: false, last: true)));
    }

    private static IEnumerable<(int First, int End, EntityKind Kind)> Merge(List<(NamePart Part, EntityKind Kind, string Rule)> rules, List<TaggedName> tagged) =>
        NameMerger.Merge(new Words(Analyzer.Analyze(ArticleText.Of("t", "One Two Three Four Five Moss Seven Moss"))), rules, tagged).Select(m => (m.Part.First, m.Part.End, m.Kind));
}
