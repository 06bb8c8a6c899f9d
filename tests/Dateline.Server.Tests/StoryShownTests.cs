using System.Globalization;
using Dateline.Storage.Extracts;

namespace Dateline.Server.Tests;

/// <summary>What the store gives of a story by rows is what stands in its whole ledger.</summary>
public sealed class StoryShownTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public void Page_of_a_story_shows_what_its_whole_ledger_holds()
    {
        foreach (var summary in site.Ledger.Stories()) Check(summary.Story.Id, null);
    }

    [Fact]
    public void As_of_every_day_the_page_shows_what_the_ledger_of_that_day_holds()
    {
        var story = site.Ledger.Stories().MaxBy(s => s.Story.Articles.Length)!.Story.Id;
        foreach (var day in site.Ledger.Extract(story, new StoryExtractQuery())!.Counts.Days) Check(story, day);
    }

    [Fact]
    public void Pages_of_a_list_give_all_of_it_once()
    {
        var story = site.Ledger.Stories().MaxBy(s => s.Story.Articles.Length)!.Story.Id;
        var counts = site.Ledger.Extract(story, new StoryExtractQuery())!.Counts;
        var voices = Enumerable.Range(1, 1 + (counts.Voices / StoryExtractQuery.VoicesShown)).SelectMany(n => site.Ledger.Extract(story, new StoryExtractQuery(Voices: n))!.Voices).Select(v => v.Name).ToList();
        Assert.Equal(counts.Voices, voices.Distinct().Count());
        Assert.Equal(counts.Voices, voices.Count);
    }

    [Fact]
    public void Article_comes_with_the_answers_that_quote_it_and_the_copies_that_it_shares()
    {
        var whole = site.Ledger.Load(site.Ledger.Stories().MaxBy(s => s.Story.Articles.Length)!.Story.Id)!;
        var index = new LedgerIndex(whole);
        foreach (var id in whole.Stories[0].Articles)
        {
            var extract = site.Ledger.Extract(id)!;
            var part = new LedgerIndex(extract.Ledger);
            Assert.Equal(index.Annotated(id).Annotations.Statements.Select(a => $"{a}"), extract.Annotated.Annotations.Statements.Select(a => $"{a}"));
            Assert.Equal(index.CitedIn(id).Select(c => c.Entry), part.CitedIn(id).Select(c => c.Entry));
            Assert.Equal(index.CopiesOf(id).Select(c => (c.A, c.B, c.Why)), part.CopiesOf(id).Select(c => (c.A, c.B, c.Why)));
            Assert.Equal(index.OriginsOf(id).Select(o => o.Name), part.OriginsOf(id).Select(o => o.Name));
            Assert.Equal(Marking.SharedWords.Of(index, id).Select(s => (s.Root, s.Hue)), Marking.SharedWords.Of(part, id).Select(s => (s.Root, s.Hue)));
        }
    }

    [Fact]
    public void Answers_come_page_by_page_in_the_order_of_each_clock()
    {
        var whole = site.Ledger.Load(site.Ledger.Stories().MaxBy(s => s.Story.Articles.Length)!.Story.Id)!;
        var captured = site.Ledger.CapturedAt(whole.Stories[0].Id);
        foreach (var track in whole.Tracks)
            foreach (var clock in Enum.GetValues<Clock>().Select(c => (Clock?)c).Append(null))
            {
                var extract = site.Ledger.Extract(track.Id, new TrackExtractQuery(clock))!;
                var order = new TrackView(new LedgerIndex(whole), Links.Site, HolderHues.Of(whole.Tracks), clock, captured).Order(track).Take(TrackExtractQuery.EntriesShown);
                Assert.Equal(order.Select(i => track.Entries[i]), extract.Shown.Select(i => extract.Rows.Entries[i]));
                Assert.Equal(Wording.Path(track), Wording.Path(extract.Drawn.Steps));
                Assert.Equal(track.Changes.Length, extract.Drawn.Changes);
            }
    }

    private void Check(StoryId id, DateOnly? day)
    {
        var whole = site.Ledger.Load(id)!;
        var names = new Storage.SourceNames(id, whole.Articles);
        var ledger = day is { } at ? whole.AsOf(at) : whole;
        var story = ledger.Stories.Length > 0 ? ledger.Stories[0] : whole.Stories[0] with { Articles = [] };
        var (all, shown) = (StoryShown.Of(new LedgerIndex(ledger), story), StoryShown.Of(site.Ledger.Extract(id, new StoryExtractQuery(day))!));
        Assert.Equal(all.Counts with { Days = [], Later = 0, Undated = 0 }, shown.Counts with { Days = [], Later = 0, Undated = 0 });
        Assert.Equal((story.Title, story.First.ToString(), story.Last.ToString()), (shown.Story.Title, shown.Story.First.ToString(), shown.Story.Last.ToString()));
        Assert.Equal(story.Articles.Take(StoryExtractQuery.ArticlesShown), shown.Story.Articles);
        Same(all.Turns.Take(StoryExtractQuery.ChangesShown), shown.Turns, t => $"{t.Track.Id} {t.Change.Kind} {t.Change.At} {t.Before.Quote} {t.After.Quote} {t.Change.Reason}");
        Same(all.Tracks.Take(StoryExtractQuery.TracksShown), shown.Tracks, t => string.Create(CultureInfo.InvariantCulture, $"{t.Track.Id} {t.Track.Question} {t.Entries} {t.Pages} {t.Holders} {t.Changes} {Wording.Path(t.Steps)}"));
        foreach (var drawn in shown.Tracks.Where(t => t.Track.Entries.Length > 0))
        {
            var track = all.Tracks.Single(t => t.Track.Id == drawn.Track.Id).Track;
            Assert.Equal((track.AtLeast, track.AtMost), (drawn.Track.AtLeast, drawn.Track.AtMost));
            Same(track.Entries, drawn.Track.Entries, e => $"{e}");
            Same(track.Changes, drawn.Track.Changes, c => $"{c}");
        }

        Same(all.Voices.Take(StoryExtractQuery.VoicesShown), shown.Voices, v => $"{v.Name} {v.Wordings} {string.Join(' ', v.Sayings.Take(StoryExtractQuery.SayingsShown).Select(s => s.First.Id))}");
        Same(all.Flows, shown.Flows, f => f.ToString());
        Same(all.Origins, shown.Origins, o => $"{o.Origin.Name} {o.Articles}");
        foreach (var turn in shown.Turns) Assert.Equal(names.Of(turn.After)?.Id, shown.Index.Sources.Of(turn.After)?.Id);
        foreach (var saying in shown.Voices.SelectMany(v => v.Sayings)) Assert.Equal(names.Of(saying.First)?.Id, shown.Index.Sources.Of(saying.First)?.Id);
        if (day is null) Same(all.Days, shown.Days, d => d.ToString());
        else Assert.Equal(all.Days.Length, shown.Days.Length); // ties go by the weight in the whole story
    }

    private static void Same<T>(IEnumerable<T> all, IEnumerable<T> shown, Func<T, string> print) => Assert.Equal(all.Select(print), shown.Select(print));
}
