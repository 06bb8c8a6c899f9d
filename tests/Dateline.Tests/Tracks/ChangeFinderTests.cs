using Dateline.Tracks;

namespace Dateline.Tests.Tracks;

public class ChangeFinderTests
{
    [Fact]
    public void A_greater_number_on_a_later_day_is_an_update()
    {
        var change = Assert.Single(Find(ClaimOf.Number("deaths", new Amount(Comparator.AtLeast, 12), "2026-03-03"), ClaimOf.Number("deaths", new Amount(Comparator.Exact, 19), "2026-03-04")));
        Assert.Equal(ChangeKind.Update, change.Kind);
        Assert.Equal(new DateOnly(2026, 3, 4), change.At);
    }

    [Fact]
    public void More_than_ten_thousand_and_then_fourteen_thousand_is_an_update() =>
        Assert.Equal(ChangeKind.Update, Assert.Single(Find(
            ClaimOf.Number("deployment", new Amount(Comparator.MoreThan, 10_000, Grain: 1_000), "2026-02-04", theme: "troops"),
            ClaimOf.Number("deployment", new Amount(Comparator.About, 14_000, Grain: 1_000), "2026-04-28", theme: "troops"))).Kind);

    [Fact]
    public void A_looser_number_does_not_stand_in_for_the_exact_one()
    {
        var change = Assert.Single(Find(
            ClaimOf.Number("injuries", new Amount(Comparator.Exact, 639), "2026-03-03", page: "a"), ClaimOf.Number("injuries", new Amount(Comparator.MoreThan, 600), "2026-03-03", page: "b"),
            ClaimOf.Number("injuries", new Amount(Comparator.About, 850), "2026-03-04", page: "c")));
        Assert.Equal((0, 2), (change.Before, change.After));
    }

    [Fact]
    public void A_count_of_the_missing_falls_and_that_is_an_update() =>
        Assert.Equal(ChangeKind.Update, Assert.Single(Find(
            ClaimOf.Number("missing", new Amount(Comparator.Exact, 41), "2026-03-03"), ClaimOf.Number("missing", new Amount(Comparator.Exact, 19), "2026-03-06"))).Kind);

    [Fact]
    public void A_toll_that_a_page_gives_lower_does_not_turn_back() =>
        Assert.Empty(Find(ClaimOf.Number("deaths", new Amount(Comparator.Exact, 41), "2026-03-03"), ClaimOf.Number("deaths", new Amount(Comparator.Exact, 19), "2026-03-06")));

    [Fact]
    public void A_number_after_a_word_for_its_size_is_a_refinement() =>
        Assert.Equal(ChangeKind.Refine, Assert.Single(Find(
            ClaimOf.Number("deaths", new Amount(Comparator.Magnitude, 10), "2026-03-03"), ClaimOf.Number("deaths", new Amount(Comparator.Exact, 23), "2026-03-04"))).Kind);

    [Fact]
    public void A_repetition_is_no_change() =>
        Assert.Empty(Find(ClaimOf.State("presence", "absent", "2026-03-03"), ClaimOf.State("presence", "absent", "2026-03-04")));

    [Fact]
    public void Two_holders_who_exclude_each_other_on_one_day_contradict() =>
        Assert.Equal(ChangeKind.Contradiction, Assert.Single(Find(
            ClaimOf.State("presence", "absent", "2026-03-03", "Ministry", "a"), ClaimOf.State("presence", "present", "2026-03-03", "Front", "b"))).Kind);

    [Fact]
    public void The_same_words_shared_by_two_pages_never_contradict() =>
        Assert.Empty(ChangeFinder.Find(
            [ClaimOf.State("presence", "absent", "2026-03-03", "Ministry", "a"), ClaimOf.State("presence", "present", "2026-03-03", "Front", "b")], (_, _) => true));

    [Fact]
    public void Background_turns_nothing() =>
        Assert.Empty(Find(ClaimOf.State("presence", "present", "2026-03-03"), ClaimOf.State("presence", "absent", "2026-03-04", background: true), ClaimOf.State("presence", "present", "2026-03-05")));

    [Fact]
    public void What_was_never_confirmed_and_then_is_becomes_a_confirmation() =>
        Assert.Equal(ChangeKind.Confirmation, Assert.Single(Find(
            ClaimOf.State("confirmation", "unconfirmed", "2026-03-03", theme: "deployment"), ClaimOf.State("confirmation", "confirmed", "2026-04-28", "Sarvenia", theme: "deployment"))).Kind);

    [Fact]
    public void What_is_claimed_of_a_party_and_rejected_by_it_is_a_denial() =>
        Assert.Equal(ChangeKind.Denial, Assert.Single(Find(
            ClaimOf.State("confirmation", "confirmed", "2026-03-03", "Front", theme: "talks"), ClaimOf.State("confirmation", "denied", "2026-03-04", "Ministry", theme: "talks"))).Kind);

    private static IEnumerable<Change> Find(params Claim[] claims) => ChangeFinder.Find(claims, (_, _) => false);
}
