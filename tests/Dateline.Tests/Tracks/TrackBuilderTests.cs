using Dateline.Tracks;

namespace Dateline.Tests.Tracks;

public class TrackBuilderTests
{
    [Fact]
    public void A_days_dead_and_all_the_dead_are_two_tracks() =>
        Assert.Equal(2, TrackBuilder.Group([Deaths(25, "2026-03-03"), Deaths(36, "2026-03-04"), Deaths(1_100, "2026-03-03"), Deaths(1_300, "2026-03-04")]).Count);

    [Fact]
    public void Soldiers_and_troops_meet_in_one_track() =>
        Assert.Single(TrackBuilder.Group([ClaimOf.State("presence", "absent", "2026-03-03", theme: "soldiers"), ClaimOf.State("presence", "present", "2026-03-04", theme: "troops")]));

    [Fact]
    public void Soldiers_and_hostages_do_not() =>
        Assert.Equal(2, TrackBuilder.Group([ClaimOf.State("custody", "free", "2026-03-03", theme: "hostages"), ClaimOf.State("custody", "free", "2026-03-04", theme: "children")]).Count);

    [Fact]
    public void Numbers_and_states_are_never_mixed() =>
        Assert.Equal(2, TrackBuilder.Group([Deaths(12, "2026-03-03"), ClaimOf.State("deaths", "killed", "2026-03-03", theme: "people")]).Count);

    [Fact]
    public void The_order_in_which_claims_come_does_not_matter()
    {
        Claim[] claims = [Deaths(12, "2026-03-03"), Deaths(19, "2026-03-04"), Deaths(23, "2026-03-07"), Deaths(900, "2026-03-07"), ClaimOf.State("presence", "absent", "2026-03-03")];
        var groups = Sizes(TrackBuilder.Group(claims));
        Assert.Equal(groups, Sizes(TrackBuilder.Group(claims.Reverse())));
    }

    private static IEnumerable<int> Sizes(List<List<Claim>> groups) => groups.Select(g => g.Count).Order();

    private static Claim Deaths(decimal number, string day) => ClaimOf.Number("deaths", new Amount(Comparator.Exact, number), day, page: $"{number}-{day}");
}
