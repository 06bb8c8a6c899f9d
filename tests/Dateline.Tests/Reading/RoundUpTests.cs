using System.Text;
using Dateline.Reading;

namespace Dateline.Tests.Reading;

public sealed class RoundUpTests
{
    private const string Ferry = "ORLAN (AFP) - Ferry crews in Port Orlan stopped work on Monday after pay talks with the company failed. Seamen's leader Mina Torvald said that no boat would leave before there was an offer.";
    private const string Mine = "GRUNVAL (Reuters) - The last coal mine of the Teller basin closed on Monday after 141 years. About 600 miners lose their work, and the region has promised to pay for retraining.";
    private const string Chess = "VALMERE (AP) - Ida Morrow, a schoolgirl of seventeen, became the youngest champion in the history of the Continental Cup. She won the last game in ninety moves.";

    private static string Page(string title, params string[] body) => $"The Orlan Courier\n{title}\n3 March 2031\n{string.Join('\n', body)}\n© 2031 The Orlan Courier";

    [Fact]
    public void Stories_that_open_with_places_and_agencies_are_articles_of_their_own()
    {
        var page = LivePageTests.Read(Page("What happened on Monday in the north", Ferry, "Boats stay in port until Friday, the company said in the evening.", Mine, Chess), PageFormat.Text);
        Assert.Equal(["ORLAN", "GRUNVAL", "VALMERE"], page.Articles.Select(a => a.Dateline));
        Assert.Equal(["AFP", "Reuters", "AP"], page.Articles.Select(a => Assert.Single(a.Agencies)));
        Assert.Contains("until Friday", page.Articles[0].Text, StringComparison.Ordinal);
        Assert.Contains("© 2031", page.Articles[0].Text, StringComparison.Ordinal);
        Assert.All(page.Articles, a => Assert.Equal("2031-03-03", a.Published.FromIso));
    }

    [Fact]
    public void Labels_cut_a_page_that_calls_itself_a_round_up()
    {
        var page = LivePageTests.Read(Page("World in brief", "Orlan: " + Ferry[14..], "Grunval: " + Mine[20..], "Chess: " + Chess[15..]), PageFormat.Text);
        Assert.Equal(["Orlan", "Grunval", "Chess"], page.Articles.Select(a => a.Title?.Value));
    }

    [Fact]
    public void Headings_cut_a_page_that_calls_itself_a_round_up()
    {
        var html = $"<html><head><title>Morning briefing: three things to know</title></head><body><main><article><h1>Morning briefing: three things to know</h1><h2>Ferries stand still</h2><p>{Ferry[14..]}</p><h2>Mine closes</h2><p>{Mine[20..]}</p><h2>Young champion</h2><p>{Chess[15..]}</p></article></main></body></html>";
        var page = LivePageTests.Read(html, PageFormat.Html);
        Assert.Equal(["Ferries stand still", "Mine closes", "Young champion"], page.Articles.Select(a => a.Title?.Value));
        Assert.DoesNotContain("mine", page.Articles[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_with_subheads_stays_one()
    {
        var html = $"<html><head><title>Ferries stand still in Port Orlan</title></head><body><main><article><h1>Ferries stand still in Port Orlan</h1><h2>What the crews want</h2><p>{Ferry[14..]}</p><h2>What the company says</h2><p>The company in Port Orlan said that it had made a fair offer, and that Mina Torvald had walked away from the talks on Sunday night.</p><h2>What happens next</h2><p>A mediator will meet Mina Torvald and the company in Orlan on Tuesday. Nobody expects the boats to leave before Friday.</p></article></main></body></html>";
        Assert.Single(LivePageTests.Read(html, PageFormat.Html).Articles);
        Assert.Single(LivePageTests.Read(html.Replace("Ferries stand still in Port Orlan", "Evening briefing: ferries stand still in Port Orlan", StringComparison.Ordinal), PageFormat.Html).Articles);
    }

    [Fact]
    public void Reports_from_several_places_on_one_event_stay_one()
    {
        var text = Page("Strike stops ferries on both shores", Ferry, "HALLOW (AFP) - Passengers of the ferry from Port Orlan waited on the quay for hours. Mina Torvald had warned them the night before.", "VALMERE (AFP) - The government asked Mina Torvald and the company in Port Orlan to talk, a minister said on Monday.");
        Assert.Single(LivePageTests.Read(text, PageFormat.Text).Articles);
    }

    [Fact]
    public void A_page_of_teasers_is_no_article()
    {
        var teasers = string.Concat(Enumerable.Range(1, 14).Select(i => $"<article><h3><a href=/{i}>Council number {i} votes on the new harbour wall</a></h3><p>The council met on Monday evening and put off its decision on the wall for the {i}th time this year.</p></article>"));
        Assert.False(PageReader.Read(Capture.Of(Encoding.UTF8.GetBytes($"<html><head><title>Harbour news</title></head><body><nav><a href=/>Home</a></nav><main><h1>Harbour news</h1>{teasers}</main></body></html>"), PageFormat.Html, "p")).TryGet(out _, out var reason));
        Assert.Equal(Codes.NoArticle, reason.Code);
    }

    [Fact]
    public void A_short_article_among_teasers_is_kept()
    {
        var teasers = string.Concat(Enumerable.Range(1, 10).Select(i => $"<li><a href=/{i}>Council number {i} votes on the new harbour wall</a></li>"));
        var page = LivePageTests.Read($"<html><head><title>Ferry crews walk out in Port Orlan</title><meta property=og:type content=article></head><body><main><article><h1>Ferry crews walk out in Port Orlan</h1><p>By Ann Lee</p><p>{Ferry[14..]}</p></article><section><h2>More news</h2><ul>{teasers}</ul></section></main></body></html>", PageFormat.Html);
        Assert.Contains("Mina Torvald", Assert.Single(page.Articles).Story.Last().Span.Slice(page.Whole.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void Readings_of_characters_are_no_words_and_names_do_not_run_into_dates()
    {
        var page = LivePageTests.Read($"<html><body><main><article><h1>Ferry crews <ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby> walk out<br>in Port Orlan</h1><p><span>by</span><span class=author>Ann Lee</span><time>3 March 2031</time><span>5 mins</span></p><p>{Ferry}</p><p>{Mine}</p></article></main></body></html>", PageFormat.Html);
        Assert.DoesNotContain("みなと", page.Whole.Text, StringComparison.Ordinal);
        Assert.Contains("by Ann Lee 3 March 2031 5 mins", page.Whole.Text, StringComparison.Ordinal);
        Assert.Equal(BlockRole.Headline, page.Whole.Blocks.Single(b => b.Span.Slice(page.Whole.Text) == "in Port Orlan").Role);
    }
}
