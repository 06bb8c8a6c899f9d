using Dateline.Reading;

namespace Dateline.Tests.Reading;

public sealed class HtmlMetadataTests
{
    private const string Story = """
        <p>Ferry crews of Varga Lines stopped work in Port Orlan on Monday after pay talks with the company failed, the seamen's union said in a statement.</p>
        <p>“No boat will leave before there is an offer,” union head Mina Torvald said at the quay, where some forty crew members had gathered in the rain.</p>
        <p>Varga Lines said that it had made a fair offer and that the union had walked away from the talks on Sunday night, a claim that the union rejected.</p>
        <p>The harbour office expects that about nine thousand passengers will have to find another way across the strait before the end of the week.</p>
        """;

    private static Article Read(string head, string above, string below = "") =>
        PageReaderTests.Read($"<!DOCTYPE html><html lang=\"en\"><head>{head}</head><body><main><article>{above}<div class=\"article-body\">{Story}</div>{below}</article></main></body></html>", PageFormat.Html);

    private static string Script(string members) => $$"""<script type="application/ld+json">{"@type":"NewsArticle",{{members}}}</script>""";

    [Theory]
    [InlineData("<title>Crews walk out in Port Orlan | Strikes | The Orlan Courier</title><meta property='og:site_name' content='The Orlan Courier'>", "<h1>Crews walk out in Port Orlan</h1>", "Crews walk out in Port Orlan")]
    [InlineData("<title>Port Orlan – crews – the third day | Notes from the quay</title>", "<h2>Port Orlan – crews – the third day</h2>", "Port Orlan – crews – the third day")]
    [InlineData("<title>Notes from the quay » Archive » Crews walk out in Port Orlan</title>", "<h1><a href='/'>Notes from the quay</a></h1><h2>Crews walk out in Port Orlan</h2>", "Crews walk out in Port Orlan")]
    [InlineData("<title>渡船の乗組員がストライキに入ったと組合が発表-港新聞</title>", "", "渡船の乗組員がストライキに入ったと組合が発表")]
    public void Title_is_cut_where_a_heading_or_the_site_says_so(string head, string above, string title) => Assert.Equal(title, Read(head, above).Title?.Value);

    [Fact]
    public void Subject_before_the_headline_belongs_to_it_where_the_pages_own_sources_agree() =>
        Assert.Equal("Strike: Crews walk out in Port Orlan", Read("<meta property='og:title' content='Strike: Crews walk out in Port Orlan'>" + Script("\"headline\":\"Strike: Crews walk out in Port Orlan\""), "<h1>Crews walk out in Port Orlan</h1>").Title?.Value);

    [Fact]
    public void Headline_over_two_lines_is_one() =>
        Assert.Equal("Strike in the strait: Crews walk out in Port Orlan", Read("<title>Strike in the strait: Crews walk out in Port Orlan</title>", "<h1>Strike in the strait:<br>Crews walk out in Port Orlan</h1>").Title?.Value);

    [Fact]
    public void Last_crumb_of_the_trail_is_no_headline() =>
        Assert.Equal("Nobody sails: how the crews of Orlan stopped the strait", Read("<title>Ferry strike Port Orlan</title><meta property='og:title' content='Nobody sails: how the crews of Orlan stopped the strait'>", "<div class='breadcrumbs'><h1 class='breadcrumb__last'>Ferry strike Port Orlan</h1></div><h2>Nobody sails: how the crews of Orlan stopped the strait</h2>").Title?.Value);

    [Fact]
    public void Crumb_that_is_passed_around_as_the_title_is_the_headline() =>
        Assert.Equal("Crews walk out in Port Orlan", Read("<title>Crews walk out in Port Orlan</title><meta property='og:title' content='Crews walk out in Port Orlan'>", "<h1 class='title-breadcrumb'>Crews walk out in Port Orlan</h1><h2>Nobody sails from the port</h2>").Title?.Value);

    [Fact]
    public void Labels_behind_a_bar_are_no_part_of_the_headline() => Assert.Equal("Leave the harbour of Port Orlan alone", Read("", "<h1>Leave the harbour of Port Orlan alone | Editorial</h1>").Title?.Value);

    [Fact]
    public void Moment_in_utc_takes_the_zone_of_the_by_line()
    {
        var article = Read(Script("\"datePublished\":\"2031-03-04T22:40:10Z\""), "<h1>Crews walk out in Port Orlan</h1><div class='byline'>Published 5 March 2031, 00:40</div>");
        Assert.Equal("2031-03-05T00:40:10+02:00", article.Published.FromIso);
        Assert.Equal("json-ld datePublished, in the zone of the byline", article.PublishedBasis);
        Assert.Contains("2031-03-04T22:40:10Z", article.Published.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_sources_differ_the_date_that_readers_see_decides()
    {
        var article = Read("<meta property='article:published_time' content='2031-03-06T09:00:00+02:00'>" + Script("\"datePublished\":\"2031-03-04T09:00:00+02:00\""), "<h1>Crews walk out in Port Orlan</h1><div class='byline'>By Ada Merz | 6 March 2031</div>");
        Assert.Equal("2031-03-06T09:00:00+02:00", article.Published.FromIso);
    }

    [Theory]
    [InlineData("Answers until 23.06.2031")]
    [InlineData("9-23 February 2031")]
    [InlineData("30 March 2031, 13:15 - 19:00")]
    [InlineData("Member since 4 March 2027")]
    [InlineData("14 Oct 2030 - 10 Aug 2031")]
    public void Dates_of_other_things_do_not_date_the_page(string line)
    {
        var article = Read("", $"<h1>Crews walk out in Port Orlan</h1><div>{line}</div>");
        Assert.False(article.Published.IsKnown, article.PublishedBasis);
    }

    [Fact]
    public void Readers_comments_and_reviews_do_not_date_the_page()
    {
        var article = Read("", "<h1>Crews walk out in Port Orlan</h1>", """<div class="comment"><time datetime="2031-03-05T10:00:00Z">yesterday</time> <span itemprop="datePublished" content="2031-03-05">5</span></div><div itemscope itemtype="https://schema.org/Review"><meta itemprop="datePublished" content="2031-03-07"></div>""");
        Assert.False(article.Published.IsKnown, article.PublishedBasis);
    }

    [Fact]
    public void Page_without_any_date_says_so()
    {
        var article = Read("", "<h1>Crews walk out in Port Orlan</h1>");
        Assert.Equal(("none", "no date on the page"), (article.PublishedBasis, article.Published.Reason));
    }

    [Theory]
    [InlineData("Last modified on 4 March 2031, at 19:23", "labelled line, updated")]
    [InlineData("Diese Seite wurde zuletzt am 4. März 2031 um 19:23 Uhr geändert", "labelled line, updated")]
    [InlineData("Published: 4 March 2031", "labelled line")]
    public void Labelled_date_at_the_foot_is_the_pages_own(string line, string basis)
    {
        var article = Read("", "<h1>Crews walk out in Port Orlan</h1>", $"<ul><li>Ferries</li><li>Strikes</li><li>Harbours</li><li>Islands</li><li>Boats</li><li>Quays</li><li>Unions</li><li>Pay</li></ul><footer><div>{line}</div></footer>");
        Assert.Equal(new DateOnly(2031, 3, 4), article.Published.From);
        Assert.Equal(basis, article.PublishedBasis);
    }

    [Fact]
    public void Change_is_told_from_publication()
    {
        var article = Read("", "<h1>Crews walk out in Port Orlan</h1><div class='byline'>Published 4 March 2031, 08:40 | Updated 5 March 2031, 10:15</div>");
        Assert.Equal((new DateOnly(2031, 3, 4), new DateOnly(2031, 3, 5)), (article.Published.From!.Value, article.Modified!.From!.Value));
        Assert.Equal("byline", article.Basis.Modified);
    }

    [Fact]
    public void Signature_comes_before_the_name_of_who_put_the_text_in() =>
        Assert.Equal("Ada Merz", Assert.Single(Read("<meta name='author' content='Courier Import'>", "<h1>Crews walk out in Port Orlan</h1><div class='byline'>By Ada Merz</div>").Authors));

    [Fact]
    public void System_writes_the_name_without_what_stands_around_it() =>
        Assert.Equal("Ada Merz", Assert.Single(Read(Script("\"author\":{\"@type\":\"Person\",\"name\":\"Ada Merz\"}"), "<h1>Crews walk out in Port Orlan</h1><div class='byline'>By Ada Merz, South Quay</div>").Authors));

    [Fact]
    public void Author_by_reference_is_looked_up()
    {
        var article = Read("""<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"Crews walk out","author":{"@id":"#p1"}},{"@type":"Person","@id":"#p1","name":"Ada Merz"}]}</script>""", "<h1>Crews walk out</h1>");
        Assert.Equal("Ada Merz", Assert.Single(article.Authors));
        Assert.Equal("json-ld author", article.Basis.Authors);
    }

    [Theory]
    [InlineData("""{"@type":"Organization","name":"Quay Reports"}""")]
    [InlineData("\"The Orlan Courier Online\"")]
    [InlineData("\"courier.example\"")]
    [InlineData("\"Varga Publishing GmbH\"")]
    [InlineData("\"Reuters\"")]
    public void Outlets_organisations_and_agencies_are_no_authors(string author) =>
        Assert.Empty(Read("<meta property='og:site_name' content='The Orlan Courier'>" + Script($"\"author\":{author}"), "<h1>Crews walk out in Port Orlan</h1>").Authors);

    [Theory]
    [InlineData("21.01.2031 Latest reports")]
    [InlineData("Datum 21.01.2031")]
    [InlineData("21.01.2031 | Pressemitteilungen")]
    public void Labels_beside_a_date_are_no_authors(string line) => Assert.Empty(Read("", $"<h1>Crews walk out in Port Orlan</h1><div>{line}</div>").Authors);

    [Theory]
    [InlineData("Posted on 4 March 2031 by Ada Merz", "Ada Merz")]
    [InlineData("Veröffentlicht am 4. März 2031 von Ada Merz", "Ada Merz")]
    [InlineData("Ada von Merz", "Ada von Merz")]
    [InlineData("Ada Merz - 4 March 2031", "Ada Merz")]
    [InlineData("By Ada Merz, MD, PhD", "Ada Merz")]
    [InlineData("By Byron Merz", "Byron Merz")]
    [InlineData("By amerz7", "amerz7")]
    [InlineData("By Ada Merz March 18 at 3:57 PM", "Ada Merz")]
    [InlineData("By Ada Merz for The Orlan Courier", "Ada Merz")]
    [InlineData("Centre for Ferries", "Centre for Ferries")]
    public void By_lines_are_read_to_the_name(string line, string author)
    {
        var names = new List<string>();
        Bylines.Authors(line, names);
        Assert.Equal(author, Assert.Single(names));
    }

    [Fact]
    public void Works_cited_do_not_name_the_author() =>
        Assert.Equal("Ada Merz", Assert.Single(Read("<meta name='citation_author' content='Ada Merz'>", "<h1>Crews walk out in Port Orlan</h1>", "<ol><li itemprop='citation' itemscope><meta itemprop='author' content='B. Quill, C. Shear'>Quill et al.</li></ol>").Authors));

    [Fact]
    public void Maker_of_a_picture_is_not_the_author() =>
        Assert.Equal("Ada Merz", Assert.Single(Read("", "<h1>Crews walk out in Port Orlan</h1><a rel='author' href='/m'>Ada Merz</a><figure><img src='a.jpg'><figcaption>The quay at dawn, <span itemprop='author'>Ivo Lund</span></figcaption></figure>").Authors));

    [Fact]
    public void Each_value_has_its_basis()
    {
        var article = Read("<title>Crews walk out in Port Orlan</title><link rel='canonical' href='https://courier.example/a'><meta name='dc.publisher' content='Orlan Courier'><meta name='author' content='Ada Merz'><meta property='article:modified_time' content='2031-03-04T10:00:00Z'>", "<h1>Crews walk out in Port Orlan</h1>");
        Assert.Equal(new ArticleBasis("meta author", "meta article:modified_time", "declared by the page, and its words do not speak against it", "link rel=canonical"), article.Basis);
        Assert.Equal(("heading", "meta dc.publisher"), (article.Title!.Basis, article.Outlet!.Basis));
    }

    [Theory]
    [InlineData("An earlier version of this article gave a wrong number of boats.")]
    [InlineData("Dieser Artikel ist zuerst im Orlan-Kurier erschienen.")]
    [InlineData("Cet article a été mis à jour le 4 mars à 10 h.")]
    [InlineData("Una versión anterior de este artículo daba otra cifra.")]
    [InlineData("Questo articolo è stato corretto il 4 marzo.")]
    [InlineData("Rättelse: båtarna var sex, inte nio.")]
    [InlineData("This story originally appeared in The Strait Review.")]
    public void Correction_and_syndication_notices_are_notices(string line)
    {
        var article = Read("", "<h1>Crews walk out in Port Orlan</h1>", $"<p>{line}</p>");
        Assert.Equal(BlockRole.Notice, article.Blocks.Single(b => b.Span.Slice(article.Text) == line).Role);
    }
}
