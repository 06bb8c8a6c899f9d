using System.Collections.Immutable;
using System.Text;
using Dateline.Annotation;
using Dateline.Time;

namespace Dateline.Tests.Time;

public class PublicationDaterTests
{
    private static AnnotatedArticle Page(string id, UncertainDate? published, params (BlockRole Role, string Text)[] lines)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var (role, line) in lines)
        {
            blocks.Add(new Block(role, new TextSpan(text.Length, text.Length + line.Length), "test"));
            text.Append(line).Append('\n');
        }

        var article = new Article(new ArticleId(id), CaptureId.Of(Encoding.UTF8.GetBytes(text.ToString())), id, text.ToString(), blocks.ToImmutable(), null, null, [], [], null, published ?? UncertainDate.Unknown("test"), published is null ? "none" : "manifest", null, "en", null, []);
        return PublicationDater.FromOwnText(new AnnotatedArticle(article, Annotator.Annotate(article)));
    }

    private static (BlockRole Role, string Text) Body(string text) => (BlockRole.Body, text);

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);

    private static ImmutableArray<AnnotatedArticle> Story(ImmutableArray<Copy> copies, params AnnotatedArticle[] pages)
    {
        var story = new Story(new StoryId(1), "test", [.. pages.Select(p => p.Article.Id)], UncertainDate.Unknown("test"), UncertainDate.Unknown("test"));
        return PublicationDater.FromStory([.. pages], [story], copies);
    }

    private static Copy Copied(string a, string b) => new(new ArticleId(a), new ArticleId(b), CopyKind.Partial, 0.3, [], "test");

    [Fact]
    public void A_dated_page_stays_as_it_is()
    {
        var page = Page("a", UncertainDate.On(Day(2031, 5, 7), "given"), Body("The dam of Vell broke on 3 May 2031."));
        Assert.Equal(Day(2031, 5, 7), page.Article.Published.From);
        Assert.Equal("manifest", page.Article.PublishedBasis);
    }

    [Fact]
    public void A_page_without_any_year_stays_unknown()
    {
        var page = Page("a", null, Body("The dam of Vell broke on Monday, the council said in August."));
        Assert.False(page.Article.Published.IsKnown);
    }

    [Fact]
    public void The_newest_caption_beside_the_story_bounds_the_page()
    {
        var page = Page("a", null,
            Body("Rescuers in Vell have found most of the missing miners."),
            (BlockRole.OtherStory, "A crane lifts a bridge at Port Anse, March 12, 2031. FILE - The old bridge at Port Anse, Dec. 2, 2029."),
            (BlockRole.OtherStory, "The mayor of Sarn opens the fair, March 11, 2031."));
        Assert.Equal((Day(2031, 3, 12), Day(2031, 3, 26)), (page.Article.Published.From!.Value, page.Article.Published.To!.Value));
        Assert.Contains("March 12, 2031", page.Article.Published.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_picture_bounds_nothing_from_above()
    {
        var page = Page("a", null, Body("Rescuers in Vell have found most of the miners."), (BlockRole.Caption, "FILE - The mine at Vell, March 12, 2029."));
        Assert.False(page.Article.Published.IsKnown);
    }

    [Fact]
    public void A_year_at_hand_and_months_without_a_year_give_an_interval()
    {
        var page = Page("a", null,
            Body("The northern army has not been seen in Vell since mid-January, the Torran ministry told reporters Tuesday."),
            Body("The south launched its offensive in August, and nearly six months on it still holds the hills."),
            Body("In a New Year's letter the marshal said 2031 would be the year of victory."));
        var published = page.Article.Published;
        // Tuesdays and Wednesdays between mid-January and four weeks after it
        Assert.InRange(published.From!.Value, Day(2031, 1, 21), Day(2031, 1, 28));
        Assert.InRange(published.To!.Value, Day(2031, 2, 4), Day(2031, 2, 12));
        Assert.Contains("Tuesday", published.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_reckoned_from_publication_is_read_again()
    {
        var page = Page("a", null, Body("The dam of Vell broke yesterday."), (BlockRole.Caption, "The dam on March 12, 2031."));
        Assert.Equal(Day(2031, 3, 11), page.Annotations.Timexes.First(t => t.Value is not "2031-03-12").When!.From);
    }

    [Fact]
    public void Shared_text_and_a_lead_weekday_date_a_page_by_its_copy()
    {
        var dated = Page("dated", UncertainDate.On(Day(2031, 2, 27), "given"), Body("The miners of Vell went back to work."));
        var undated = Page("undated", null, Body("The miners of Vell walked out again, their leader said Friday."), Body("But as of February the pit still runs."));
        var published = Story([Copied("dated", "undated")], dated, undated)[1].Article.Published;
        // Fridays of early February 2031: the 7th
        Assert.Equal((Day(2031, 2, 7), Day(2031, 2, 8)), (published.From!.Value, published.To!.Value));
        Assert.Contains("'dated'", published.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_statement_dated_Friday_here_and_last_Friday_there_ties_two_pages()
    {
        var later = Page("later", UncertainDate.On(Day(2031, 2, 7), "given"), Body("The strike in Vell is over, the union said Friday."), Body("A Torran army spokesman told reporters last Friday that the roads were clear."));
        var undated = Page("undated", null, Body("The pits of Vell were quiet, the ministry told reporters Tuesday."), Body("Torra's army spokesman said Friday that nobody was on the roads."));
        var published = Story([Copied("later", "undated")], later, undated)[1].Article.Published;
        // Friday is 31 January: the Tuesday after it, or the day after
        Assert.Equal((Day(2031, 2, 4), Day(2031, 2, 5)), (published.From!.Value, published.To!.Value));
    }

    [Fact]
    public void An_event_dated_by_two_phrases_ties_a_page_to_one_that_names_its_weekday()
    {
        var dated = Page("a", UncertainDate.On(Day(2031, 3, 4), "given"), Body("PORT ANSE — Raiders seized the signal tower of the harbour before dawn on Tuesday, the harbour office said."));
        var bare = Page("b", null, Body("Seven clerks left Port Anse on Thursday, two days after raiders stormed the signal tower. The seven are well."));
        var found = Story([], dated, bare)[1].Article.Published;
        Assert.Equal((Day(2031, 3, 6), Day(2031, 3, 7)), (found.From!.Value, found.To!.Value));
        Assert.Contains("two days after", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_event_of_that_weekday_ties_nothing()
    {
        var dated = Page("a", UncertainDate.On(Day(2031, 3, 4), "given"), Body("The council of Port Anse opened a new library by the river on Tuesday, the mayor said."));
        var bare = Page("b", null, Body("Seven clerks left Port Anse on Thursday, two days after raiders stormed the signal tower. The seven are well."));
        Assert.DoesNotContain("two days after", Story([], dated, bare)[1].Article.Published.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_without_any_dated_page_claims_nothing()
    {
        var a = Page("a", null, Body("The miners of Vell walked out, their leader said Friday."));
        var b = Page("b", null, Body("The miners of Vell walked out, their leader said Friday."));
        Assert.All(Story([Copied("a", "b")], a, b), p => Assert.False(p.Article.Published.IsKnown));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    public void A_partner_dated_at_the_end_of_the_calendar_does_no_harm(int year, int month, int day)
    {
        var dated = Page("dated", UncertainDate.On(Day(year, month, day), "given"), Body("The miners of Vell went back to work."));
        var undated = Page("undated", null, Body("The miners of Vell walked out again, their leader said Friday."));
        Assert.Equal(2, Story([Copied("dated", "undated")], dated, undated).Length);
    }

    [Fact]
    public void Other_pages_never_widen_an_interval()
    {
        var own = Page("own", null, Body("Rescuers in Vell found the miners."), (BlockRole.OtherStory, "The fair at Sarn, March 12, 2031."));
        var dated = Page("dated", UncertainDate.On(Day(2031, 3, 20), "given"), Body("Rescuers in Vell found the miners."));
        var published = Story([Copied("own", "dated")], own, dated)[0].Article.Published;
        Assert.InRange(published.From!.Value, own.Article.Published.From!.Value, published.To!.Value);
        Assert.InRange(published.To!.Value, published.From!.Value, own.Article.Published.To!.Value);
    }
}
