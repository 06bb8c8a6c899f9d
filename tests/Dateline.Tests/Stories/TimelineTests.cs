using Dateline.Stories;

namespace Dateline.Tests.Stories;

public class TimelineTests
{
    private static Article Given(string id, string text, string published) => ArticleText.Of(id, text, published);

    [Fact]
    public void The_day_that_later_articles_look_back_on_comes_first()
    {
        var days = Timeline.Rank(
        [
            Given("a", "The dyke at Ruhlsand broke on 3 May 2031.\nShops in Ruhlsand open late on 9 May 2031.", "2031-05-09"),
            Given("b", "Nobody has been blamed since the dyke broke on 3 May 2031.", "2031-06-20"),
            Given("c", "A plaque will remember the breach of 3 May 2031.", "2031-07-01"),
        ]);
        Assert.Equal(new DateOnly(2031, 5, 3), days[0]);
    }

    [Fact]
    public void Many_articles_of_one_day_that_name_no_day_give_no_dates() =>
        Assert.Empty(Timeline.Rank([Given("a", "The dyke held.", "2031-05-09"), Given("b", "The dyke held again.", "2031-05-09")]));

    [Fact]
    public void Appointments_far_ahead_are_left_out() =>
        Assert.Empty(Timeline.Rank([Given("a", "The hearing is set for 9 November 2031.", "2031-05-09")]));

    [Fact]
    public void Every_day_stands_once_and_the_order_is_the_same_again()
    {
        Article[] story = [Given("a", "It rained on 3 May 2031, on 4 May 2031 and on 3 May 2031 again.", "2031-05-09"), Given("b", "The rain of 4 May 2031 did the harm.", "2031-05-12")];
        var days = Timeline.Rank(story);
        Assert.Equal(days.Distinct().ToArray(), days.ToArray());
        Assert.Equal(days.ToArray(), Timeline.Rank(story).ToArray());
    }

    [Fact]
    public void The_time_stamp_of_a_page_is_no_event() =>
        Assert.Empty(Timeline.Rank([Given("a", "Ruhlsand, 9 May 2031, 4:15 pm.\nThe dyke held.", "2031-05-09"), Given("b", "Ruhlsand, 9 May 2031, 6:20 pm.\nThe dyke held again.", "2031-05-09")]));

    [Fact]
    public void The_day_of_a_deed_comes_before_the_day_on_which_it_was_spoken_of()
    {
        var days = Timeline.Rank(
        [
            Given("a", "The dyke at Ruhlsand broke on 3 May 2031, the mayor said on 14 May 2031.", "2031-05-16"),
            Given("b", "The mayor told the council on 14 May 2031 that the dyke broke on 3 May 2031.", "2031-05-17"),
        ]);
        Assert.Equal([new DateOnly(2031, 5, 3), new DateOnly(2031, 5, 14)], days.ToArray());
    }

    [Fact]
    public void A_day_of_what_the_story_is_about_comes_before_a_day_told_by_the_way()
    {
        var days = Timeline.Rank(
        [
            Given("a", "The dyke at Ruhlsand broke on 3 May 2031 and flooded Ruhlsand.\nA bakery opened on 20 April 2031.", "2031-05-09"),
            Given("b", "The dyke at Ruhlsand broke on 3 May 2031 and flooded Ruhlsand.\nA choir sang on 20 April 2031.", "2031-05-09"),
            Given("c", "The flooded dyke at Ruhlsand is mended.", "2031-06-09"),
        ]);
        Assert.Equal([new DateOnly(2031, 5, 3), new DateOnly(2031, 4, 20)], days.ToArray());
    }

    [Fact]
    public void Annotated_articles_give_the_days_of_their_texts()
    {
        var story = Samples.Ledger.Stories[0].Articles.Select(id => Samples.Ledger.Articles.Single(a => a.Article.Id == id)).ToList();
        var days = Timeline.Rank(story);
        Assert.NotEmpty(days);
        Assert.Equal(Timeline.Rank([.. story.Select(a => a.Article)]).Take(3).Order(), days.Take(3).Order());
    }
}
