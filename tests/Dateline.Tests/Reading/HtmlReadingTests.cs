using System.Text;
using Dateline.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Reading;

public sealed class HtmlReadingTests
{
    private const string First = "Ferry crews of Varga Lines stopped work in Port Orlan on Monday after pay talks with the company failed, the seamen's union said in a statement.";
    private const string Second = "“No boat will leave before there is an offer,” union head Mina Torvald told AFP at the quay, where some forty crew members had gathered in the rain.";
    private const string Third = "Varga Lines said that it had made a fair offer and that the union had walked away from the talks on Sunday night, a claim that the union rejected.";
    private const string Fourth = "The harbour office expects that about nine thousand passengers will have to find another way across the strait before the end of the week.";

    private static readonly string Page = $$$"""
        <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
        <title>Ferry crews walk out in Port Orlan | The Orlan Courier</title>
        <meta property="og:site_name" content="The Orlan Courier"><meta property="og:title" content="Ferry crews walk out in Port Orlan">
        <link rel="canonical" href="https://courier.example/2031/03/04/ferry">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry crews walk out in Port Orlan",
        "datePublished":"2031-03-04T08:40:00+02:00","dateModified":"2031-03-04T09:15:00+02:00","author":[{"@type":"Person","name":"Ada Merz"},{"@type":"Organization","name":"AFP"}],"publisher":{"@type":"Organization","name":"The Orlan Courier"}}</script>
        </head><body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
        <main><article><h1>Ferry crews walk out in Port Orlan</h1><div class="byline">By <a rel="author" href="/ada">Ada Merz</a></div>
        <figure><img src="x.jpg"><figcaption>A ferry of Varga Lines at the quay of Port Orlan. Photo: Harbour Office</figcaption></figure>
        <div class="article-body"><p>{{{First}}}</p><p>{{{Second}}}</p><h2>What the company says</h2><p>{{{Third}}}</p>
        <div class="newsletter-signup"><p>Sign up for our newsletter and get the harbour news in your inbox.</p></div><p>{{{Fourth}}}</p></div></article>
        <aside class="related"><h3>Related articles</h3><ul><li><a href="/a">Mayor of Lesser Hallow opens the new library</a></li><li><a href="/b">Seven ways to cook a turnip without a stove</a></li></ul></aside></main>
        <footer><p>© 2031 The Orlan Courier. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer></body></html>
        """;

    private static Article Read(string page) => PageReaderTests.Read(page, PageFormat.Html);

    private static BlockRole RoleOf(Article article, string beginning) => article.Blocks.First(b => b.Span.Slice(article.Text).StartsWith(beginning, StringComparison.Ordinal)).Role;

    [Fact]
    public void Story_is_kept_and_the_rest_is_named()
    {
        var article = Read(Page);
        PageReaderTests.AssertTiles(article);
        Assert.Equal(BlockRole.Headline, RoleOf(article, "Ferry crews walk out"));
        Assert.All([First, Second, Third, Fourth], paragraph => Assert.Equal(BlockRole.Body, RoleOf(article, paragraph)));
        Assert.Equal(BlockRole.Subhead, RoleOf(article, "What the company says"));
        Assert.Equal(BlockRole.Byline, RoleOf(article, "By Ada Merz"));
        Assert.Equal(BlockRole.Caption, RoleOf(article, "A ferry of Varga"));
        Assert.Equal(BlockRole.Boilerplate, RoleOf(article, "Sign up for"));
        Assert.Equal(BlockRole.Related, RoleOf(article, "Mayor of Lesser"));
        Assert.Equal(BlockRole.Boilerplate, RoleOf(article, "© 2031"));
        Assert.Equal(BlockRole.Boilerplate, RoleOf(article, "Home"));
    }

    [Fact]
    public void Metadata_is_taken_with_its_evidence()
    {
        var article = Read(Page);
        Assert.Equal("Ferry crews walk out in Port Orlan", article.Title?.Value);
        Assert.Equal(new Sourced("The Orlan Courier", "og:site_name"), article.Outlet);
        Assert.Equal("Ada Merz", Assert.Single(article.Authors));
        Assert.Equal("AFP", Assert.Single(article.Agencies));
        Assert.Equal("2031-03-04T08:40:00+02:00", article.Published.FromIso);
        Assert.Equal("json-ld datePublished", article.PublishedBasis);
        Assert.Equal("2031-03-04T09:15:00+02:00", article.Modified?.FromIso);
        Assert.Equal("en", article.Language);
        Assert.Equal("https://courier.example/2031/03/04/ferry", article.Url);
    }

    [Fact]
    public void Broken_json_ld_is_a_remark()
    {
        var article = Read(Page.Replace("\"@context\"", "\"@context", StringComparison.Ordinal));
        Assert.Contains(article.Remarks, r => r.Code == Codes.BrokenState);
        Assert.Equal(BlockRole.Body, RoleOf(article, First));
        Assert.Equal("2031-03-04", article.Published.FromIso);
        Assert.Equal("url", article.PublishedBasis);
    }

    [Fact]
    public void Page_of_links_holds_no_article()
    {
        var links = string.Concat(Enumerable.Range(1, 40).Select(i => $"<li><a href='/{i}'>Section {i}</a></li>"));
        Assert.False(PageReader.Read(Capture.Of(Encoding.UTF8.GetBytes($"<html><body><nav><ul>{links}</ul></nav></body></html>"), PageFormat.Html, "p")).TryGet(out _, out var reason));
        Assert.Equal(Codes.NoArticle, reason.Code);
    }

    [Fact]
    public void Story_held_in_a_script_is_read_with_that_reason()
    {
        var state = System.Text.Json.JsonSerializer.Serialize(new { article = new { body = $"<p>{First}</p><p>{Second}</p><p>{Third}</p><p>{Fourth}</p>", filler = new string('x', 1500) } });
        var article = Read($"<html><head><title>Ferry crews walk out</title></head><body><h1>Ferry crews walk out</h1><div id=app></div><script>window.__STATE__ = {state}</script></body></html>");
        PageReaderTests.AssertTiles(article);
        Assert.All([First, Second, Third, Fourth], paragraph => Assert.Equal("text held in a script of the page", article.Blocks.First(b => b.Span.Slice(article.Text) == paragraph).Why));
    }

    [Fact]
    public void Page_without_any_date_says_so()
    {
        var article = Read($"<html><body><h1>Ferry crews walk out</h1><p>{First}</p><p>{Second}</p></body></html>");
        Assert.False(article.Published.IsKnown);
        Assert.Equal("none", article.PublishedBasis);
    }

    [Fact]
    public void Page_nested_ten_thousand_deep_is_read_with_a_remark()
    {
        var article = Read(string.Concat(Enumerable.Repeat("<div><span>", 10_000)) + $"<p>{First}</p>");
        Assert.Contains(article.Remarks, r => r.Code == Codes.TooDeep);
        Assert.Equal(First, Assert.Single(article.Blocks).Span.Slice(article.Text));
    }

    [Fact]
    public void Mutated_pages_tile_or_are_rejected_with_a_code() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(int At, int Length, int Kind)[]>(), cuts =>
        {
            var page = new StringBuilder(Page);
            foreach (var (at, length, kind) in cuts.Take(12))
            {
                var start = (int)((uint)at % (uint)(page.Length + 1));
                if (kind % 3 == 0) page.Remove(start, Math.Min(page.Length - start, (int)((uint)length % 400)));
                else page.Insert(start, (kind % 5) switch { 0 => "<", 1 => "</div>", 2 => "\0", 3 => "<table><tr>", _ => "\"" });
            }

            var outcome = PageReader.Read(Capture.Of(Encoding.UTF8.GetBytes(page.ToString()), PageFormat.Html, "page.html"));
            if (outcome.TryGet(out var read, out var reason)) PageReaderTests.AssertTiles(read.Articles[0]);
            else Assert.NotEqual("", reason.Code);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Json_line_gives_html_or_text_with_its_metadata()
    {
        var line = System.Text.Json.JsonSerializer.Serialize(new { id = "a1", text = First + "\n" + Second, outlet = "The Orlan Courier", published = "2031-03-04", title = "Ferry crews walk out" });
        var article = PageReaderTests.Read(line, PageFormat.JsonLine);
        Assert.Equal(new Sourced("Ferry crews walk out", "json line"), article.Title);
        Assert.Equal("json line", article.PublishedBasis);
        Assert.Equal(2, article.Blocks.Length);
        var html = PageReaderTests.Read(System.Text.Json.JsonSerializer.Serialize(new { id = "a2", html = Page }), PageFormat.JsonLine);
        Assert.Equal(BlockRole.Body, RoleOf(html, First));
    }

    [Theory]
    [InlineData("{\"id\":1")]
    [InlineData("[]")]
    [InlineData("{\"id\":1}")]
    public void Broken_json_line_is_rejected(string line)
    {
        Assert.False(PageReader.Read(Capture.Of(Encoding.UTF8.GetBytes(line), PageFormat.JsonLine, "l")).TryGet(out _, out var reason));
        Assert.Equal(Codes.BrokenLine, reason.Code);
    }

    [Fact]
    public void A_label_over_the_headline_is_no_part_of_the_story()
    {
        var article = PageReaderTests.Read("<html><head><title>Ferry crews walk out in Port Orlan</title></head><body><article><p class=\"kicker\">Northern coast</p><h1>Ferry crews walk out in Port Orlan</h1><p>Ferry crews of Varga Lines stopped work in Port Orlan on Monday after pay talks with the company failed, the seamen's union said.</p><p>“No boat will leave before there is an offer,” union head Mina Torvald told reporters at the quay on Monday.</p></article></body></html>", PageFormat.Html);
        Assert.DoesNotContain(article.Story, b => b.Span.Slice(article.Text) == "Northern coast");
    }
}
