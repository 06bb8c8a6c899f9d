namespace Dateline.Server.Tests;

public sealed class WordingTests
{
    [Theory]
    [InlineData(">=12", "at least 12")]
    [InlineData(">10000", "more than 10,000")]
    [InlineData("~14000", "about 14,000")]
    [InlineData(">6500", "more than 6,500")]
    [InlineData("<=3", "at most 3")]
    [InlineData("10-20", "10–20")]
    [InlineData("23", "23")]
    [InlineData("1974", "1974")]
    [InlineData("thousands", "thousands")]
    [InlineData("<b>", "<b>")]
    [InlineData("", "")]
    [InlineData("confirmed", "confirmed")]
    public void Values_are_put_into_words(string value, string words) => Assert.Equal(words, Wording.Value(value));

    [Theory]
    [InlineData("2026-03-03", "2026-03-03", "3 Mar 2026")]
    [InlineData("2026-03-03", "2026-03-05", "3–5 Mar 2026")]
    [InlineData("2026-02-28", "2026-03-05", "28 Feb – 5 Mar 2026")]
    [InlineData("2025-12-28", "2026-01-05", "28 Dec 2025 – 5 Jan 2026")]
    [InlineData("2026-03-01", "2026-03-31", "Mar 2026")]
    [InlineData("2026-01-01", "2026-12-31", "2026")]
    [InlineData("2026-03-03", null, "from 3 Mar 2026")]
    [InlineData(null, "2026-03-05", "until 5 Mar 2026")]
    [InlineData(null, null, "date not known")]
    public void Dates_are_put_into_words(string? from, string? to, string words) =>
        Assert.Equal(words, Wording.Of(UncertainDate.Between(Day(from), Day(to), DateGrain.Day, "")));

    [Theory]
    [InlineData("NPA", "to NPA")]
    [InlineData("a statement", "in a statement")]
    [InlineData("a news conference", "at a news conference")]
    [InlineData("state television", "on state television")]
    [InlineData("in a statement", "in a statement")]
    [InlineData("a statement on Friday", "in a statement on Friday")]
    public void Channels_get_their_preposition(string channel, string words) => Assert.Equal(words, Wording.Channel(channel));

    private static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
