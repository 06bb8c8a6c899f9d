using System.Text;
using Dateline.Exchange;
using Dateline.Server.Reports;

namespace Dateline.Server.Tests.Reports;

/// <summary>A story read article by article gives the same files as one that is held as a whole.</summary>
public sealed class HeldReportTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Every_format_is_the_same_whether_its_articles_are_held_or_read_one_by_one()
    {
        foreach (var summary in site.Ledger.Stories())
        {
            var whole = site.Ledger.Load(summary.Story.Id)!;
            using var held = site.Ledger.Open(summary.Story.Id)!;
            Assert.Empty(held.Ledger.Articles);
            foreach (var format in StoryReport.Formats)
                Assert.Equal(await TextAsync(output => StoryReport.WriteAsync(whole, format, output)), await TextAsync(output => StoryReport.WriteAsync(held, format, output)));
        }

        Assert.Null(site.Ledger.Open(new StoryId(99)));
    }

    [Fact]
    public void Question_read_article_by_article_is_the_one_that_is_held_as_a_whole()
    {
        foreach (var track in site.Ledger.Load().Tracks)
        {
            using var held = site.Ledger.Open(track.Id)!;
            Assert.Equal(
                Encoding.UTF8.GetString(Json.Bytes(w => LedgerJson.Write(w, site.Ledger.Load(track.Id)!), Json.Indented)),
                Encoding.UTF8.GetString(Json.Bytes(w => LedgerJson.Write(w, held.Ledger, held.Articles), Json.Indented)));
        }

        Assert.Null(site.Ledger.Open(new TrackId("story-1-t0")));
    }

    [Fact]
    public void Open_story_stays_as_it_was_while_the_ledger_is_written()
    {
        var story = site.Ledger.Stories().MaxBy(s => s.Story.Articles.Length)!.Story;
        using var held = site.Ledger.Open(story.Id)!;
        var before = held.Articles.Select(a => a.Article.Id).ToList();
        var all = site.Ledger.Load();
        site.Ledger.Replace(new Ledger(all.Stamp, all.Articles, [], [], [], [], []));
        Assert.Equal(before, held.Articles.Select(a => a.Article.Id));
        Assert.Null(site.Ledger.Open(story.Id));
        site.Ledger.Replace(all);
        Assert.Equal(story.Articles.Length, before.Count);
    }

    private static async Task<string> TextAsync(Func<Stream, Task> write)
    {
        using var file = new MemoryStream();
        await write(file);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
