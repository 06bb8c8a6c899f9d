using System.Text;
using System.Text.Json;
using Dateline.Exchange;

namespace Dateline.Tests.Tracks;

/// <summary>Following the sample story; what would embarrass us on any story is in <see cref="StopListTests"/>.</summary>
public class FollowerTests
{
    private static IEnumerable<Track> Tracks => Samples.Ledger.Tracks;

    [Fact]
    public void Place_that_opens_a_report_did_nothing() =>
        Assert.DoesNotContain(Tracks.SelectMany(t => t.Entries), e => e.Value.Equals("Dorvik", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Two_sources_of_one_page_that_name_two_holders_of_one_place_contradict_each_other()
    {
        var track = Samples.Ledger.Tracks.Single(t => t.Question == "Who controls the control house?");
        Assert.Contains(track.Changes, c => c.Kind == ChangeKind.Contradiction && track.Entries[c.Before].Value == "special forces" && track.Entries[c.After].Holder == "Orlu River Front");
    }

    [Fact]
    public void The_sample_story_has_tracks_with_changes()
    {
        Assert.NotEmpty(Tracks);
        Assert.Contains(Tracks, t => t.Changes.Length > 0);
    }

    [Fact]
    public void Every_quote_is_the_words_at_its_place()
    {
        var texts = Samples.Ledger.Articles.ToDictionary(a => a.Article.Id, a => a.Article.Text);
        Assert.All(Tracks, t => Assert.All(t.Entries, e => Assert.Equal(e.Quote, e.Span.Slice(texts[e.Article]))));
    }

    [Fact]
    public void Every_change_names_both_quotes() =>
        Assert.All(Tracks, t => Assert.All(t.Changes, c =>
        {
            Assert.Contains(t.Entries[c.Before].Quote, c.Reason, StringComparison.Ordinal);
            Assert.Contains(t.Entries[c.After].Quote, c.Reason, StringComparison.Ordinal);
        }));

    [Fact]
    public void The_same_pages_give_the_same_bytes() => Assert.Equal(Bytes(Pipeline.Follow(Samples.Articles())), Bytes(Samples.Ledger));

    [Fact]
    public void A_page_more_leaves_the_questions_that_it_does_not_touch_and_keeps_their_ids()
    {
        var articles = Samples.Articles();
        var before = Pipeline.Follow(articles[..^1]).Tracks;
        var after = Pipeline.Follow(articles).Tracks.ToDictionary(t => t.Id);
        var added = articles[^1].Article.Id;
        Assert.All(before, old =>
        {
            Assert.True(after.TryGetValue(old.Id, out var now), old.Question);
            if (!now!.Entries.Any(e => e.Article == added)) Assert.Equal(old.Entries.Select(e => e.Quote), now.Entries.Select(e => e.Quote));
        });
    }

    [Fact]
    public void No_two_questions_have_one_id() => Assert.Equal(Tracks.Count(), Tracks.Select(t => t.Id).Distinct().Count());

    [Fact]
    public void No_question_stands_twice_of_one_kind() =>
        Assert.All(Tracks.GroupBy(t => (t.Story, t.Question)), g => Assert.True(g.Count() == 1, g.Key.Question));

    [Fact]
    public void No_question_disagrees_in_number() =>
        Assert.All(Tracks, t => Assert.DoesNotMatch(@"\b(?:Are|Were|Have) (?:the )?[a-z]*[^s ] (?:deployed|killed|been)\b(?<!people \w+)(?<!troops \w+)", t.Question));

    private static string Bytes(Ledger ledger)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json.Indented)) LedgerJson.Write(json, ledger);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
