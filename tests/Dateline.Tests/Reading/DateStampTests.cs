using Dateline.Reading;

namespace Dateline.Tests.Reading;

public sealed class DateStampTests
{
    [Theory]
    [InlineData("2031-03-04T10:07:46+05:30", "2031-03-04T10:07:46+05:30")]
    [InlineData("2031-03-04T10:07:46.389Z", "2031-03-04T10:07:46+00:00")]
    [InlineData("2031-03-04", "2031-03-04")]
    [InlineData("Updated: 04-03-2031 09:15 GMT", "2031-03-04T09:15:00+00:00")]
    [InlineData("March 4, 2031", "2031-03-04")]
    [InlineData("Tue Mar 4, 2031 11:21 pm EST", "2031-03-04T23:21:00-05:00")]
    [InlineData("4 March 2031", "2031-03-04")]
    [InlineData("4. März 2031, 17:47 Uhr MEZ", "2031-03-04T17:47:00+01:00")]
    [InlineData("4 de marzo de 2031", "2031-03-04")]
    [InlineData("le 4 août 2031 à 18h05", "2031-08-04")]
    [InlineData("2031年3月4日", "2031-03-04")]
    [InlineData("2031.03.04 09:15", "2031-03-04")]
    [InlineData("25/03/2031", "2031-03-25")]
    [InlineData("03/25/2031", "2031-03-25")]
    [InlineData("10:30 UTC, 4 March 2031", "2031-03-04T10:30:00+00:00")]
    public void Dates_are_read_as_written(string text, string iso) => Assert.Equal(iso, DateStamp.Find(text)!.ToDate("x").FromIso);

    [Theory]
    [InlineData("Flight 2031 carried 404 people")]
    [InlineData("31-02-2031")]
    [InlineData("1999999-12-12")]
    [InlineData("4/5")]
    [InlineData("tel. 030-123-2031")]
    public void Other_numbers_are_no_dates(string text) => Assert.Null(DateStamp.Find(text));

    [Fact]
    public void Country_of_the_outlet_settles_a_zone_with_several_meanings()
    {
        const string text = "March 4, 2031, 10:07 IST";
        Assert.Null(DateStamp.Find(text)!.Offset);
        Assert.Equal(TimeSpan.FromHours(5.5), DateStamp.Find(text, "in")!.Offset);
        Assert.Equal(TimeSpan.FromHours(2), DateStamp.Find(text, "il")!.Offset);
    }

    [Fact]
    public void Country_of_the_outlet_settles_the_order_of_day_and_month()
    {
        Assert.Equal(new DateOnly(2031, 3, 4), DateStamp.Find("3/4/2031", "us")!.Day);
        Assert.Equal(new DateOnly(2031, 4, 3), DateStamp.Find("3/4/2031", "gb")!.Day);
        Assert.True(DateStamp.Find("3/4/2031")!.DayFirstGuessed);
    }
}
