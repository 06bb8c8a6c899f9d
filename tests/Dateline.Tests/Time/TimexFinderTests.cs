using Dateline.Time;

namespace Dateline.Tests.Time;

public class TimexFinderTests
{
    private static Timex Only(string text, UncertainDate published) => Assert.Single(TimexFinder.Find(text, [new TextSpan(0, text.Length)], published));

    private static UncertainDate Day(int year, int month, int day) => UncertainDate.On(new DateOnly(year, month, day), "test");

    private static DateOnly On(int year, int month, int day) => new(year, month, day);

    [Fact]
    public void Bare_weekday_means_the_last_such_day_up_to_publication()
    {
        // a Thursday
        Assert.Equal("2024-05-14", Only("The minister resigned on Tuesday.", Day(2024, 5, 16)).Value);
        Assert.Equal("2024-05-16", Only("The minister resigned on Thursday.", Day(2024, 5, 16)).Value);
    }

    [Fact]
    public void Bare_weekday_of_the_next_day_is_told_of_in_a_zone_ahead() =>
        Assert.Equal("2024-05-17", Only("Residents said on Friday that the town was quiet.", Day(2024, 5, 16)).Value);

    [Fact]
    public void Bare_weekday_beside_its_date_is_that_day() =>
        Assert.Equal("2024-05-03", TimexFinder.Find("On 3 May, after Friday prayers, they marched.", [new TextSpan(0, 44)], Day(2024, 5, 22))[1].Value);

    [Fact]
    public void Bare_weekday_after_will_means_the_next_such_day() =>
        Assert.Equal("2024-05-17", Only("The minister will resign on Friday.", Day(2024, 5, 16)).Value);

    [Theory]
    [InlineData(9, "2024-05-03")]  // a Thursday: six days back
    [InlineData(10, "2024-05-03")] // a Friday: a week back
    [InlineData(11, "2024-05-03")] // a Saturday: not the day before
    [InlineData(12, "2024-05-10")] // a Sunday
    public void Last_Friday_is_the_day_before_at_the_earliest_after_the_weekend_began(int day, string value) =>
        Assert.Equal(value, Only("She said last Friday that the mill was closed.", Day(2024, 5, day)).Value);

    [Fact]
    public void A_date_that_leaves_no_doubt_settles_the_others_of_its_text()
    {
        const string Text = "Filed 03/04/2024. Heard 28/04/2024.";
        var first = TimexFinder.Find(Text, [new TextSpan(0, Text.Length)], Day(2024, 5, 15))[0];
        Assert.Equal(("2024-04-03", null), (first.Value, first.Other));
    }

    [Theory]
    [InlineData(true, "2024-04-03")]
    [InlineData(false, "2024-03-04")]
    public void The_outlet_s_country_settles_what_stands_first(bool dayFirst, string value)
    {
        const string Text = "Filed 03/04/2024.";
        var only = Assert.Single(TimexFinder.Find(Text, [new TextSpan(0, Text.Length)], Day(2024, 5, 15), dayFirst));
        Assert.Equal((value, null), (only.Value, only.Other));
    }

    [Fact]
    public void A_tense_leaves_one_reading_and_its_lack_two()
    {
        Assert.Null(Only("The minister resigned on Tuesday.", Day(2024, 5, 16)).Other);
        Assert.Equal("2024-05-21", Only("A rally on Tuesday.", Day(2024, 5, 16)).Other?.Value);
    }

    [Fact]
    public void A_count_beside_a_day_names_the_day_of_the_event_it_counts_from()
    {
        const string Text = "Seven clerks left on Thursday, two days after raiders stormed the tower.";
        var found = TimexFinder.Find(Text, [new TextSpan(0, Text.Length)], Day(2024, 5, 16));
        Assert.Equal((TimexType.Duration, "P2D", On(2024, 5, 14)), (found[1].Type, found[1].Value, found[1].When!.From));
    }

    [Fact]
    public void An_unknown_publication_leaves_relative_words_open_and_dates_as_they_are()
    {
        var unknown = UncertainDate.Unknown("test");
        var tuesday = Only("The mill closed Tuesday.", unknown);
        Assert.Equal(("XXXX-WXX-2", null), (tuesday.Value, tuesday.When));
        Assert.Equal("XXXX-08", Only("The mill closed in August.", unknown).Value);
        Assert.Equal(On(2021, 8, 3), Only("The mill closed on 3 August 2021.", unknown).When!.From);
    }

    [Fact]
    public void An_interval_of_publication_widens_what_is_reckoned_from_it()
    {
        var days = UncertainDate.Between(On(2024, 5, 14), On(2024, 5, 15), DateGrain.Day, "test");
        var yesterday = Only("The mill closed yesterday.", days);
        Assert.Equal((On(2024, 5, 13), On(2024, 5, 14)), (yesterday.When!.From!.Value, yesterday.When.To!.Value));
        Assert.Equal("2024-05-13", Only("The mill closed on Monday.", days).Value); // both ends agree
    }

    [Fact]
    public void A_moment_of_publication_counts_by_its_own_day() =>
        Assert.Equal("2024-05-14", Only("The mill closed yesterday.", UncertainDate.At(new DateTimeOffset(2024, 5, 15, 1, 0, 0, TimeSpan.FromHours(9)), "test")).Value);

    [Fact]
    public void A_time_with_its_zone_is_a_moment()
    {
        var moment = Only("Shells fell on 3 March 2021 at 4:05 p.m. KST.", Day(2024, 5, 15)).When!.Moment;
        Assert.Equal(new DateTimeOffset(2021, 3, 3, 16, 5, 0, TimeSpan.FromHours(9)), moment);
    }

    [Fact]
    public void A_narrative_takes_the_year_it_tells_of()
    {
        const string text = "In 1911 it rose. In 1912 it fell. In 1913 it rose. In 1914 it fell. In 1915 it rose. In 1916 it fell. In 1917 it rose. In 1918 it fell. In March it was over.";
        Assert.Equal("1918-03", TimexFinder.Find(text, [new TextSpan(0, text.Length)], Day(2024, 5, 15))[^1].Value);
    }

    [Theory]
    [InlineData("The union would look for ways to get around Tuesday's ruling.", "2024-05-07")]
    [InlineData("Ships gathered ahead of Tuesday's vote.", "2024-05-14")]
    [InlineData("The opening was planned for early July.", "2024-07")]
    [InlineData("The pact is signed in July.", "2024-07")]
    [InlineData("The pact was signed in July.", "2023-07")]
    [InlineData("The talks would still be held in July.", "2024-07")]
    public void What_looks_ahead_is_told_from_what_looks_back(string text, string value) =>
        Assert.Equal(value, Only(text, Day(2024, 5, 10)).Value);

    [Theory]
    [InlineData("He may march on 99 fronts.")]
    [InlineData("The second man sat down.")]
    [InlineData("Page 3 of 12")]
    [InlineData("")]
    public void Words_that_mean_no_time_are_left_alone(string text) =>
        Assert.Empty(TimexFinder.Find(text, [new TextSpan(0, text.Length)], Day(2024, 5, 15)));

    [Theory]
    [InlineData("99999999999999999999 years ago")]
    [InlineData("In the year 0000 and on 31 February 2021")]
    [InlineData("a million centuries later")]
    [InlineData("nine hundred thousand weeks from now, 30 February")]
    public void Dates_beyond_the_calendar_do_no_harm(string text) =>
        Assert.All(TimexFinder.Find(text, [new TextSpan(0, text.Length)], Day(9999, 12, 31)).Concat(TimexFinder.Find(text, [new TextSpan(0, text.Length)], Day(1, 1, 1))), t => Assert.NotEmpty(t.Value));

    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2000, 4, 23)]
    public void Easter_falls_where_the_almanac_has_it(int year, int month, int day) => Assert.Equal(On(year, month, day), HolidayValues.Easter(year));
}
