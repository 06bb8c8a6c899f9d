namespace Dateline.Tests;

public class LedgerTests
{
    private static readonly Entry[] Entries = [Entry("a", "Health Ministry", "12"), Entry("b", "outlet", "19"), Entry("c", "Health Ministry", "23")];

    private static readonly Track Toll = new(new TrackId("story-1-t1"), new StoryId(1), "How many people were killed?", TrackKind.Quantity, 1, 2, [.. Entries], [new Change(ChangeKind.Update, 0, 1, null, "grew"), new Change(ChangeKind.Update, 0, 2, null, "grew again")]);

    [Fact]
    public void Track_cut_down_keeps_the_changes_between_what_is_left()
    {
        var cut = Toll.Only(e => e.Article.Value != "b");
        Assert.Equal(["12", "23"], cut.Entries.Select(e => e.Value));
        var change = Assert.Single(cut.Changes);
        Assert.Equal((0, 1), (change.Before, change.After));
        Assert.Equal((1, 1), (cut.AtLeast, cut.AtMost));
        Assert.Same(Toll, Toll.Only(_ => true));
    }

    [Fact]
    public void Ledger_as_of_a_day_holds_what_was_surely_out()
    {
        var ledger = Samples.Ledger.AsOf(new DateOnly(2026, 3, 6));
        Assert.NotEmpty(ledger.Articles);
        Assert.All(ledger.Articles, a => Assert.True(a.Article.Published.To <= new DateOnly(2026, 3, 6)));
        var inside = ledger.Articles.Select(a => a.Article.Id).ToHashSet();
        Assert.All(ledger.Stories.SelectMany(s => s.Articles), a => Assert.Contains(a, inside));
        Assert.All(ledger.Stories, s => Assert.True(s.Last.To <= new DateOnly(2026, 3, 6)));
        Assert.All(ledger.Tracks.SelectMany(t => t.Entries), e => Assert.Contains(e.Article, inside));
        Assert.All(ledger.Tracks, t => Assert.Contains(Samples.Ledger.Tracks, whole => whole.Id == t.Id));
        Assert.True(ledger.Tracks.Sum(t => t.Changes.Length) < Samples.Ledger.Tracks.Sum(t => t.Changes.Length));
    }

    [Fact]
    public void Ledger_as_of_the_last_day_misses_only_what_has_no_date()
    {
        var all = Samples.Ledger.AsOf(DateOnly.MaxValue);
        Assert.Equal(Samples.Ledger.Articles.Count(a => a.Article.Published.To is not null), all.Articles.Length);
        Assert.Empty(Samples.Ledger.AsOf(DateOnly.MinValue).Stories);
    }

    private static Entry Entry(string article, string holder, string value) =>
        new(new ArticleId(article), new TextSpan(0, 1), "x", holder, value, UncertainDate.Unknown(""), null, UncertainDate.Unknown(""), null, null);
}
