using System.Collections.Immutable;
using Dateline.Tracing;

namespace Dateline.Tests.Tracing;

public class OriginFinderTests
{
    private const string Text = "Divers reached the wreck of the Anselm at noon and found the wheelhouse empty, the coast guard said.\nThe trawler had left Pollen harbour with six men on board two days before the gale.";

    private static AnnotatedArticle Given(string id, string outlet, string text, params string[] agencies)
    {
        var article = ArticleText.Of(id, text, "2031-04-02", outlet, "Wreck found") with { Agencies = [.. agencies] };
        return new AnnotatedArticle(article, new Annotations(article.Id, [], [], [], [], [], []));
    }

    private static ImmutableArray<Origin> Find(params AnnotatedArticle[] history)
    {
        var story = new Story(new StoryId(1), "Wreck found", [.. history.Select(h => h.Article.Id)], history[0].Article.Published, history[0].Article.Published);
        return OriginFinder.Find([.. history], [story], CopyFinder.Find([.. history.Select(h => h.Article)]));
    }

    private static string[] Articles(ImmutableArray<Origin> origins, string name) => [.. origins.Single(o => o.Name == name).Articles.Select(a => a.Value)];

    [Fact]
    public void Articles_that_credit_one_agency_rest_on_it_together()
    {
        var origins = Find(Given("a", "The Gull", "The hull was torn, a diver told NPA.", "NPA"), Given("b", "The Tern", "Six men are missing, NPA reported.", "NPA"));
        Assert.Equal(["a", "b"], Articles(origins, "NPA"));
        Assert.Contains("told NPA", origins.Single(o => o.Name == "NPA").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_near_copy_without_a_credit_rests_on_the_agency_of_the_other() =>
        Assert.Equal(["a", "b"], Articles(Find(Given("a", "The Gull", Text, "NPA"), Given("b", "The Tern", Text)), "NPA"));

    [Fact]
    public void Two_pages_with_inputs_from_agencies_share_no_root_for_that()
    {
        var origins = Find(Given("a", "The Gull", "Six men are missing.", "agencies"), Given("b", "The Tern", "A hull was found.", "agencies"));
        Assert.Equal(2, origins.Length);
    }

    [Fact]
    public void Articles_of_one_outlet_rest_on_it_together() =>
        Assert.Equal(["a", "b"], Articles(Find(Given("a", "The Gull", "Six men are missing."), Given("b", "The Gull", "A hull was found.")), "The Gull"));

    [Fact]
    public void A_near_copy_of_another_outlets_report_rests_on_that_outlet()
    {
        var origins = Find(Given("a", "The Gull", Text + "\nA second dive is planned when the wind drops, if the crane can be brought from the naval yard."), Given("b", "The Tern", Text));
        Assert.Equal(["a", "b"], Articles(origins, "The Gull"));
    }

    [Fact]
    public void Every_article_rests_on_at_least_one_root()
    {
        AnnotatedArticle[] history = [Given("a", "The Gull", Text), Given("b", "The Tern", Text, "agencies"), Given("c", "The Tern", "Short.", "NPA"), Given("d", "Heron", "")];
        var rooted = Find(history).SelectMany(o => o.Articles).ToHashSet();
        Assert.All(history, h => Assert.Contains(h.Article.Id, rooted));
    }
}
