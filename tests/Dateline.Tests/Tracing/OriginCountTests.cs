namespace Dateline.Tests.Tracing;

public class OriginCountTests
{
    private static readonly UncertainDate Day = UncertainDate.On(new DateOnly(2031, 5, 3), "given");

    private static Origin Root(string id, string name, params string[] pages) => new(new OriginId(id), name, [.. pages.Select(p => new ArticleId(p))], $"{pages[0]}: credit 'told {name}'");

    private static Story Holding(params string[] pages) => new(new StoryId(1), "Dyke breaks", [.. pages.Select(p => new ArticleId(p))], Day, Day);

    [Fact]
    public void Pages_that_can_all_rest_on_one_agency_rest_on_at_least_one_root()
    {
        var count = OriginCount.Of(Holding("a", "b", "c"), [Root("o1", "Courier", "b"), Root("o2", "NPA", "a", "b", "c")]);
        Assert.Equal((1, 2), (count.AtLeast, count.AtMost));
        Assert.Equal(["NPA on 3 pages: a: credit 'told NPA'", "Courier on 1 page: b: credit 'told Courier'"], count.Reasons.ToArray());
    }

    [Fact]
    public void Pages_without_a_root_in_common_count_one_by_one()
    {
        var count = OriginCount.Of(Holding("a", "b"), [Root("o1", "Courier", "a"), Root("o2", "Herald", "b")]);
        Assert.Equal((2, 2), (count.AtLeast, count.AtMost));
    }

    [Fact]
    public void Roots_of_other_stories_do_not_count() =>
        Assert.Equal(1, OriginCount.Of(Holding("a"), [Root("o1", "Courier", "a"), Root("o2", "Herald", "z")]).AtMost);

    [Fact]
    public void Every_track_names_a_reason_for_each_root_that_it_counts()
    {
        var ledger = Samples.Ledger;
        Assert.NotEmpty(ledger.Tracks);
        foreach (var track in ledger.Tracks) Assert.Equal(track.AtMost, OriginCount.Of(track, ledger.Origins).Reasons.Length);
    }

    [Fact]
    public void Pages_that_can_rest_on_the_same_root_need_no_other()
    {
        Assert.Equal(0, Least([], []));
        Assert.Equal(1, Least(["a", "b", "c"], [["a", "b", "c"], ["a"], ["b", "c"]]));
        Assert.Equal(2, Least(["a", "b", "c"], [["a", "b"], ["b", "c"], ["c"]]));
        Assert.Equal(3, Least(["a", "b", "c"], [["a"], ["b"], ["c"]]));

        static int Least(string[] pages, string[][] roots) => OriginCount.Least([.. pages.Select(p => new ArticleId(p))], roots.Select((on, i) => Root($"o{i}", $"root {i}", on)));
    }

    [Fact]
    public void A_page_that_rests_on_no_root_counts_for_itself() =>
        Assert.Equal(2, OriginCount.Least([new ArticleId("a"), new ArticleId("b")], [Root("o1", "Courier", "a")]));
}
