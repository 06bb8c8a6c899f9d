using System.Text.RegularExpressions;

namespace Dateline.Tests.Tracks;

/// <summary>What would embarrass us before an editor, on each of several stories; and each such fault is found where it is put in.</summary>
public partial class StopListTests
{
    private static readonly string[] Pronouns = ["he", "she", "it", "they", "him", "her", "them", "we", "us", "i", "me", "you", "who", "which", "this", "that", "these", "those", "some", "others"];

    public static TheoryData<string> Stories => [.. MadeStories.All.Keys];

    [Theory]
    [MemberData(nameof(Stories))]
    public void No_story_shows_what_would_embarrass_us(string story) => Assert.Empty(Faults(MadeStories.All[story].Value));

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_story_has_questions_and_changes(string story)
    {
        Assert.True(MadeStories.All[story].Value.Tracks.Length > 0, story);
        Assert.Contains(MadeStories.All[story].Value.Tracks, t => t.Changes.Length > 0);
    }

    [Fact]
    public void A_track_with_one_entry_is_found() => AssertFound("one entry", t => t with { Entries = t.Entries[..1], Changes = [] });

    [Fact]
    public void A_holder_that_is_a_pronoun_is_found() => AssertFound("pronoun", t => t with { Entries = [t.Entries[0] with { Holder = "She" }, .. t.Entries[1..]] });

    [Fact]
    public void A_change_between_equal_values_is_found() =>
        AssertFound("equal values", t => t with { Entries = [.. t.Entries.Select(e => e with { Value = "the same" })] });

    [Theory]
    [InlineData("Are the soldier deployed?")]
    [InlineData("Was troops killed?")]
    [InlineData("Who attacked ?")]
    [InlineData("how many people were killed?")]
    [InlineData("How many people were killed")]
    [InlineData("Has it been closed?")]
    [InlineData("Who controls {theme}?")]
    public void A_question_that_is_not_grammatical_is_found(string question) => AssertFound("question", t => t with { Question = question });

    [Fact]
    public void A_contradiction_within_one_text_is_found()
    {
        var ledger = MadeStories.All["dam"].Value;
        var track = ledger.Tracks.First(t => t.Changes.Any(c => t.Entries[c.Before].Article != t.Entries[c.After].Article));
        var change = track.Changes.First(c => track.Entries[c.Before].Article != track.Entries[c.After].Article) with { Kind = ChangeKind.Contradiction };
        var (a, b) = (track.Entries[change.Before], track.Entries[change.After]);
        var copied = ledger with { Copies = [.. ledger.Copies, new Copy(a.Article, b.Article, CopyKind.Partial, 0.5, [new Passage(a.Span, b.Span)], "")] };
        Assert.Contains(Faults(copied with { Tracks = [track with { Changes = [change] }] }), f => f.StartsWith("one text", StringComparison.Ordinal));
    }

    private static void AssertFound(string fault, Func<Track, Track> spoil)
    {
        var ledger = MadeStories.All["dam"].Value;
        var track = ledger.Tracks.First(t => t.Changes.Length > 0);
        Assert.DoesNotContain(Faults(ledger with { Tracks = [track] }), f => f.StartsWith(fault, StringComparison.Ordinal));
        Assert.Contains(Faults(ledger with { Tracks = [spoil(track)] }), f => f.StartsWith(fault, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Faults(Ledger ledger)
    {
        var copied = ledger.Copies.SelectMany(c => c.Passages.Select(p => (c.A, c.B, Passage: p))).ToList();
        foreach (var track in ledger.Tracks)
        {
            if (track.Entries.Length < 2) yield return $"one entry: {track.Question}";
            foreach (var entry in track.Entries)
                if (Pronouns.Contains(entry.Holder, StringComparer.OrdinalIgnoreCase)) yield return $"pronoun: {entry.Holder}, {entry.Quote}";
            foreach (var change in track.Changes)
            {
                var (a, b) = (track.Entries[change.Before], track.Entries[change.After]);
                if (a.Value.Equals(b.Value, StringComparison.OrdinalIgnoreCase)) yield return $"equal values: {track.Question} {a.Value}";
                if (change.Kind == ChangeKind.Contradiction && copied.Any(c => (c.A == a.Article && c.B == b.Article && c.Passage.A.Contains(a.Span) && c.Passage.B.Contains(b.Span)) || (c.A == b.Article && c.B == a.Article && c.Passage.A.Contains(b.Span) && c.Passage.B.Contains(a.Span))))
                    yield return $"one text: {a.Quote} / {b.Quote}";
            }

            if (!Whole().IsMatch(track.Question) || Hole().IsMatch(track.Question) || PluralOfOne().IsMatch(track.Question) || SingularOfMany().IsMatch(track.Question) || AboutIt().IsMatch(track.Question)) yield return $"question: {track.Question}";
        }
    }

    [GeneratedRegex(@"^[A-Z][^{}?]*\?$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\s\s|\s\?|\b(?:the|a|of|for|in)\?")]
    private static partial Regex Hole();

    // "Are the soldier": "people", "police" and other plurals without an s are named
    [GeneratedRegex(@"^(?:Are|Were|Have) (?:the )?(?!people|police|personnel|children|men|women|troops)[a-z]+[^s ] (?:been|deployed|killed|injured|missing|armed|open|safe)\b")]
    private static partial Regex PluralOfOne();

    [GeneratedRegex(@"^(?:Is|Was|Has) (?:the )?(?:people|troops|soldiers|children|men|women|[a-z]{4,}(?:ers|ists|ians|ings)) ")]
    private static partial Regex SingularOfMany();

    [GeneratedRegex(@"\b(?:it|they|them|he|she|him|her)\b(?! (?:calm|safe))")]
    private static partial Regex AboutIt();
}
