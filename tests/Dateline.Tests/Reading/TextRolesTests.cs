namespace Dateline.Tests.Reading;

public sealed class TextRolesTests
{
    private const string Page = """
        Trending:
        Weather
        Ferry crews walk out in Port Orlan as pay talks with Varga Lines fail
        Coast Wire News Desk | Updated: 04-03-2031 09:15 IST | Created: 04-03-2031 08:40 IST
        Crews of Varga Lines stopped work in Port Orlan on Monday after pay talks failed
        Advertisement
        A ferry of Varga Lines at the quay of Port Orlan. (Photo: Orlan Harbour Office)
        PORT ORLAN: Ferry crews of Varga Lines stopped work in Port Orlan on Monday after pay talks with the company failed, the seamen's union said.
        “No boat will leave before there is an offer,” union head Mina Torvald told AFP.
        STORY CONTINUES BELOW THIS AD
        What the company says
        Varga Lines said that it had made a fair offer and that the union had walked away from the talks on Sunday night.
        (This story has not been edited by Coast Wire staff and is published from a syndicated feed.)
        Mayor of Lesser Hallow Opens The New Library
        The mayor cut the ribbon of ... Read more
        Trending Now
        Seven Ways To Cook A Turnip Without A Stove
        Seven Ways To Cook A Turnip Without A Stove
        Home Video Live TV
        © 2031 Coast Wire
        """;

    [Theory]
    [InlineData("Trending:", BlockRole.Boilerplate)]
    [InlineData("Ferry crews walk out", BlockRole.Headline)]
    [InlineData("Coast Wire News Desk", BlockRole.Byline)]
    [InlineData("Crews of Varga Lines stopped", BlockRole.Standfirst)]
    [InlineData("Advertisement", BlockRole.Boilerplate)]
    [InlineData("A ferry of Varga Lines at", BlockRole.Caption)]
    [InlineData("PORT ORLAN:", BlockRole.Body)]
    [InlineData("“No boat will", BlockRole.Body)]
    [InlineData("STORY CONTINUES", BlockRole.Boilerplate)]
    [InlineData("What the company says", BlockRole.Subhead)]
    [InlineData("Varga Lines said", BlockRole.Body)]
    [InlineData("(This story has not", BlockRole.Notice)]
    [InlineData("Mayor of Lesser Hallow", BlockRole.Related)]
    [InlineData("The mayor cut", BlockRole.Related)]
    [InlineData("Seven Ways", BlockRole.Related)]
    [InlineData("Home Video", BlockRole.Boilerplate)]
    [InlineData("© 2031", BlockRole.Boilerplate)]
    public void Lines_of_a_copied_page_get_their_roles(string beginning, BlockRole role)
    {
        var article = PageReaderTests.Read(Page);
        Assert.All(article.Blocks.Where(b => b.Span.Slice(article.Text).StartsWith(beginning, StringComparison.Ordinal)), b => Assert.Equal(role, b.Role));
        Assert.Contains(article.Blocks, b => b.Span.Slice(article.Text).StartsWith(beginning, StringComparison.Ordinal));
    }

    [Fact]
    public void Metadata_of_a_copied_page()
    {
        var article = PageReaderTests.Read(Page);
        Assert.Equal("Ferry crews walk out in Port Orlan as pay talks with Varga Lines fail", article.Title?.Value);
        Assert.Equal(new Sourced("Coast Wire", "syndication notice"), article.Outlet);
        Assert.Equal("Coast Wire News Desk", Assert.Single(article.Authors));
        Assert.Equal("AFP", Assert.Single(article.Agencies));
        Assert.Equal("PORT ORLAN", article.Dateline);
        Assert.Equal("2031-03-04", article.Published.From?.ToString("O", null));
        Assert.Null(article.Published.Moment); // IST has three meanings and the outlet's country is not known
        Assert.Equal("byline", article.PublishedBasis);
    }

    [Fact]
    public void First_paragraph_is_no_headline()
    {
        var article = PageReaderTests.Read("Crews of Varga Lines stopped work in Port Orlan on Monday, the seamen's union said.\n\nThe company said that it had made a fair offer to all its crews.\n");
        Assert.Null(article.Title);
        Assert.All(article.Blocks, b => Assert.Equal(BlockRole.Body, b.Role));
    }

    [Fact]
    public void Caption_of_another_story_is_told_from_the_storys_own()
    {
        var article = PageReaderTests.Read("""
            Flood waters rise in the Lower Meren valley
            FILE - Soldiers carry sand bags to a dike in the Lower Meren valley, Oct. 3, 2030.
            Flood waters in the Lower Meren valley rose by a metre overnight, and soldiers were sent to strengthen the dikes, the district council said.
            Dancers in costume greet Prime Minister Olu Banda on his arrival for the harvest feast at Kassim Palace, Dondo, March 3, 2031. (Kassim Palace via AP)
            """);
        Assert.Equal([BlockRole.Headline, BlockRole.Caption, BlockRole.Body, BlockRole.OtherStory], article.Blocks.Select(b => b.Role));
    }

    [Fact]
    public void Quotation_given_again_in_the_story_is_a_pull_quote()
    {
        var article = PageReaderTests.Read("""
            Orlan council rejects the new harbour toll
            “Not one boat in ten could pay what the ministry demands of us”
            The council of Orlan rejected the harbour toll on Monday.
            “Not one boat in ten could pay what the ministry demands of us,” said council head Ada Merz.
            The ministry did not answer questions about the toll on Monday evening.
            """);
        Assert.Equal(BlockRole.Pullquote, article.Blocks[1].Role);
    }

    [Theory]
    [InlineData("THE ORLAN COURIER", "© 2031 Orlan Courier Media. All rights reserved.", "The Orlan Courier")]
    [InlineData("Radio Orlan", "(c) Radio Orlan 2031", "Radio Orlan")]
    [InlineData("Harbour Guide", "Harbour Guide Tides Ferries Weather", null)]
    public void Name_above_the_story_that_the_foot_repeats_is_the_outlet(string above, string foot, string? outlet)
    {
        var article = PageReaderTests.Read($"""
            {above}
            Bridge over the Orlu reopens after three weeks

            The bridge over the Orlu reopened on Monday after three weeks of repairs, the governor said in Tamsin.

            The repairs cost four million crowns, she told reporters, and the road on the eastern bank will follow in the autumn.

            Lorries of more than ten tonnes will have to wait until the spring, the road office said in a statement.

            {foot}
            """);
        Assert.Equal(outlet, article.Outlet?.Value);
    }

    [Fact]
    public void A_caption_of_another_story_within_the_story_is_no_body()
    {
        var article = PageReaderTests.Read(Page.Replace("STORY CONTINUES BELOW THIS AD", "Farmers inspect flooded turnip fields outside Lesser Hallow after the spring rains. (Hallow Gazette via AFP)", StringComparison.Ordinal));
        var block = Assert.Single(article.Blocks, b => b.Span.Slice(article.Text).StartsWith("Farmers", StringComparison.Ordinal));
        Assert.Equal(BlockRole.OtherStory, block.Role);
    }

    [Fact]
    public void A_date_alone_on_its_line_is_no_body()
    {
        var article = PageReaderTests.Read(Page.Replace("STORY CONTINUES BELOW THIS AD", "4 March 2031", StringComparison.Ordinal));
        var block = Assert.Single(article.Blocks, b => b.Span.Slice(article.Text) == "4 March 2031");
        Assert.NotEqual(BlockRole.Body, block.Role);
    }
}
