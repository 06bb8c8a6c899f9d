using Dateline.Server.Charts;

namespace Dateline.Server.Tests.Charts;

public sealed class ScaleTests
{
    [Theory]
    [InlineData("2026-03-03", "2026-03-12", "3 Mar")]
    [InlineData("2026-03-03", "2026-06-12", "9 Mar")] // a Monday
    [InlineData("2025-11-20", "2026-10-12", "Dec")]
    [InlineData("2010-05-20", "2026-10-12", "2011")]
    [InlineData("0001-01-01", "9999-12-31", "500")]
    public void Dates_have_ticks_where_people_count_them(string from, string to, string first)
    {
        var ticks = new DateScale(Day(from), Day(to), 0, 900).Ticks(11);
        Assert.Equal(first, ticks[0].Label);
        Assert.InRange(ticks.Length, 2, 20);
        Assert.Equal(ticks.Select(t => t.At).Order(), ticks.Select(t => t.At));
    }

    [Fact]
    public void The_year_stands_once_for_each_year() =>
        Assert.Equal(["2025", "2026"], new DateScale(Day("2025-11-20"), Day("2026-03-12"), 0, 900).Ticks(11).Select(t => t.Under).OfType<string>());

    [Fact]
    public void A_long_stretch_of_time_does_not_squeeze_the_others()
    {
        var span = DateScale.Span([UncertainDate.On(Day("2026-03-03"), ""), UncertainDate.On(Day("2026-03-28"), ""), UncertainDate.Between(Day("2025-12-04"), Day("2026-06-26"), DateGrain.Day, "")]);
        Assert.Equal((Day("2026-03-02"), Day("2026-03-29")), span);
    }

    [Theory]
    [InlineData(new[] { 12.0, 19, 23 }, "0,10,20,30")]
    [InlineData(new[] { 10000.0, 14000 }, "6,000,8,000,10,000,12,000,14,000,16,000")]
    [InlineData(new[] { 40.0, 14000 }, "10,100,1,000,10,000,100,000")]
    [InlineData(new[] { 0.0, 0 }, "0,0.5,1,1.5")]
    [InlineData(new[] { 1200000.0, 1300000 }, "1 m,1.1 m,1.2 m,1.3 m,1.4 m")]
    public void Amounts_have_round_ticks(double[] amounts, string labels) => Assert.Equal(labels, string.Join(',', new AmountScale(amounts, 200, 0).Ticks().Select(t => t.Label)));

    [Fact]
    public void What_spans_orders_of_magnitude_is_drawn_in_powers_of_ten()
    {
        Assert.True(new AmountScale([40, 14000], 200, 0).IsLog);
        Assert.False(new AmountScale([40, 140], 200, 0).IsLog);
        Assert.False(new AmountScale([0, 14000], 200, 0).IsLog);
    }

    [Theory]
    [InlineData("23", 23, 23.0, 23.0, true)]
    [InlineData(">10000", 10000, 10000.0, null, false)]
    [InlineData(">=5", 5, 5.0, null, true)]
    [InlineData("<3", 3, null, 3.0, false)]
    [InlineData("10-20", 15, 10.0, 20.0, true)]
    public void Canonical_amounts_are_read(string value, double at, double? least, double? greatest, bool included) => Assert.Equal(new AmountSpread(at, least, greatest, included), AmountSpread.Of(value));

    [Theory]
    [InlineData("present")]
    [InlineData("")]
    [InlineData("20-10")]
    [InlineData(">")]
    [InlineData("1e400")]
    public void What_is_no_amount_is_none(string value) => Assert.Null(AmountSpread.Of(value));

    [Fact]
    public void A_text_that_is_too_long_is_cut_to_its_room()
    {
        var cut = GlyphWidths.Fit("a senior official who asked not to be named", 13, 100);
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.InRange(GlyphWidths.Of(cut, 13), 60, 100);
        Assert.Equal("officials", GlyphWidths.Fit("officials", 13, 100));
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
