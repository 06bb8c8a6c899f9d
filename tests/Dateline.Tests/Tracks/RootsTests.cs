using Dateline.Tracks;

namespace Dateline.Tests.Tracks;

public class RootsTests
{
    [Fact]
    public void One_agencys_text_on_three_pages_is_one_origin() =>
        Assert.Equal((1, 1), Roots.Count([Entry("a", "outlet", "o1"), Entry("b", "outlet", "o1"), Entry("c", "outlet", "o1")]));

    [Fact]
    public void Two_named_sources_are_two_origins_on_one_page() =>
        Assert.Equal((2, 2), Roots.Count([Entry("a", "Mira Talven", "o1"), Entry("a", "Darek Voss", "o1")]));

    [Fact]
    public void An_outlets_own_voice_may_rest_on_the_named_source() =>
        Assert.Equal((1, 2), Roots.Count([Entry("a", "Mira Talven", "o1"), Entry("b", "outlet", "o2")]));

    private static Entry Entry(string article, string holder, string origin) =>
        new(new ArticleId(article), new TextSpan(0, 1), "q", holder, "v", UncertainDate.Unknown(""), null, UncertainDate.Unknown(""), null, new OriginId(origin));
}
