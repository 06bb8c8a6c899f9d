using System.Net;
using System.Xml;
using System.Xml.Linq;

namespace Dateline.Server.Tests;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/feeds/changes.atom", 6)]
    [InlineData("/feeds/stories/story-7.atom", 6)]
    [InlineData("/feeds/tracks/story-7-toll.atom", 2)]
    public async Task Feed_has_the_shape_of_Atom(string path, int entries)
    {
        await using var site = await MadeSite.StartAsync();
        using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var feed = Read(await answer.Content.ReadAsStringAsync());
        Assert.Equal(Atom + "feed", feed.Name);
        var dated = feed.Elements(Atom + "entry").Append(feed).ToList();
        Assert.Equal(entries + 1, dated.Count);
        foreach (var element in dated)
        {
            // RFC 4287 4.1.1 and 4.1.2: exactly one id, title and updated; an author in the feed holds for its entries
            Assert.StartsWith("urn:dateline:", Assert.Single(element.Elements(Atom + "id")).Value, StringComparison.Ordinal);
            Assert.NotEmpty(Assert.Single(element.Elements(Atom + "title")).Value);
            Assert.Equal(TimeSpan.Zero, XmlConvert.ToDateTimeOffset(Assert.Single(element.Elements(Atom + "updated")).Value).Offset);
            Assert.Single(element.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "alternate");
        }

        Assert.Single(feed.Elements(Atom + "author"));
        Assert.Equal(site.Client.BaseAddress + path[1..], feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.Equal(dated.Count, dated.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Equal("2026-03-07T00:00:00Z", feed.Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task Entry_leads_to_its_words()
    {
        await using var site = await MadeSite.StartAsync();
        var feed = Read(await site.Client.GetStringAsync("/feeds/stories/story-7.atom"));
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            var link = new Uri(entry.Element(Atom + "link")!.Attribute("href")!.Value);
            Assert.Contains($"id=\"{link.Fragment[1..]}\"", await site.Client.GetStringAsync(link.AbsolutePath), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ids_and_times_stay_when_the_ledger_is_made_again_with_more_pages()
    {
        await using var site = await MadeSite.StartAsync();
        var before = await site.Client.GetStringAsync("/feeds/tracks/story-7-toll.atom");
        site.Ledger.Replace(MadeStory.Ledger);
        Assert.Equal(before, await site.Client.GetStringAsync("/feeds/tracks/story-7-toll.atom"));
        // an entry before all others: every change now has other numbers, and is the same
        var toll = MadeStory.Ledger.Tracks[0];
        var first = toll.Entries[0] with { Article = MadeStory.Articles[2].Article.Id };
        site.Ledger.Replace(MadeStory.Ledger with { Tracks = [toll with { Entries = [first, .. toll.Entries], Changes = [.. toll.Changes.Select(c => c with { Before = c.Before + 1, After = c.After + 1 })] }] });
        Assert.Equal(before, await site.Client.GetStringAsync("/feeds/tracks/story-7-toll.atom"));
    }

    [Theory]
    [InlineData("/feeds/stories/story-8.atom")]
    [InlineData("/feeds/tracks/story-7-nothing.atom")]
    [InlineData("/feeds/tracks/x.atom")]
    public async Task Feed_of_nothing_is_not_found(string path)
    {
        await using var site = await MadeSite.StartAsync();
        using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Empty_ledger_has_an_empty_feed_that_was_updated_never()
    {
        await using var site = await MadeSite.StartAsync(filled: false);
        Assert.Equal("1970-01-01T00:00:00Z", Read(await site.Client.GetStringAsync("/feeds/changes.atom")).Element(Atom + "updated")!.Value);
    }

    [Fact]
    public async Task Characters_that_XML_cannot_hold_do_not_break_a_feed()
    {
        await using var site = await MadeSite.StartAsync();
        var track = MadeStory.Ledger.Tracks[0];
        site.Ledger.Replace(MadeStory.Ledger with { Tracks = [track with { Question = "a\u0001b\uFFFFc", Changes = [.. track.Changes.Select(c => c with { Reason = "]]> <b>\u0000" })] }] });
        var feed = Read(await site.Client.GetStringAsync("/feeds/tracks/story-7-toll.atom"));
        Assert.Equal("a\uFFFDb\uFFFDc", feed.Element(Atom + "title")!.Value);
    }

    private static XElement Read(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader);
    }
}
