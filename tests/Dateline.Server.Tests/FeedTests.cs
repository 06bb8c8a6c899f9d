using System.Net;
using System.Xml;
using System.Xml.Linq;
using Dateline.Intake;
using Dateline.Storage;

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

    [Fact]
    public async Task Pages_added_again_and_a_rebuild_move_no_time()
    {
        await using var site = await MadeSite.StartAsync(filled: false);
        var pages = CaptureReader.Read([Path.Combine(SampleSite.Root, "samples")]).OfType<Arrival.Got>().Select(g => g.Capture).ToList();
        foreach (var page in pages) Assert.True(site.Ledger.Append(Derived.From(page)));
        Fold.Follow(site.Ledger);
        var before = await site.Client.GetStringAsync("/feeds/changes.atom");
        Assert.NotEmpty(Updated(before));
        foreach (var page in pages) Assert.False(site.Ledger.Append(Derived.From(page)));
        Assert.False(Fold.Follow(site.Ledger));
        Assert.Equal(before, await site.Client.GetStringAsync("/feeds/changes.atom"));
        site.Ledger.MarkStale();
        Fold.Rederive(site.Ledger);
        Assert.True(Fold.Follow(site.Ledger));
        Assert.Equal(before, await site.Client.GetStringAsync("/feeds/changes.atom"));
    }

    [Fact]
    public async Task Real_change_moves_the_entries_that_it_touches_and_no_other()
    {
        await using var site = await MadeSite.StartAsync();
        var before = Updated(await site.Client.GetStringAsync("/feeds/changes.atom"));
        var toll = MadeStory.Ledger.Tracks[0];
        var day = new DateOnly(2026, 4, 1);
        // one change turns out to be of another day, and one is new
        var changed = toll with { Changes = [toll.Changes[0] with { At = day }, .. toll.Changes.Skip(1), new Change(ChangeKind.Denial, 0, toll.Entries.Length - 1, day, "a later page")] };
        site.Ledger.Replace(MadeStory.Ledger with { Tracks = [changed, .. MadeStory.Ledger.Tracks.Skip(1)] });
        var text = await site.Client.GetStringAsync("/feeds/changes.atom");
        var after = Updated(text);
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Single(before, b => after[b.Key] != b.Value);
        Assert.Equal(2, after.Values.Count(u => u == "2026-04-01T00:00:00Z"));
        Assert.Equal("2026-04-01T00:00:00Z", Read(text).Element(Atom + "updated")!.Value);
    }

    private static Dictionary<string, string> Updated(string feed) => Read(feed).Elements(Atom + "entry").ToDictionary(e => e.Element(Atom + "id")!.Value, e => e.Element(Atom + "updated")!.Value);

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
