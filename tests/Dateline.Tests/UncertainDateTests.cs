using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests;

public class UncertainDateTests
{
    private static readonly Gen<DateOnly> Days = Gen.Choose(700_000, 760_000).Select(DateOnly.FromDayNumber);

    private static readonly Arbitrary<UncertainDate> Dates = Arb.From(
        from a in Days
        from length in Gen.Choose(0, 400)
        from shape in Gen.Choose(0, 5)
        select shape switch
        {
            0 => UncertainDate.On(a, "a"),
            1 => UncertainDate.Between(a, null, DateGrain.Day, "a"),
            2 => UncertainDate.Between(null, a, DateGrain.Day, "a"),
            _ => UncertainDate.Between(a, a.AddDays(length), DateGrain.Day, "a"),
        });

    private static void ForAll(Func<UncertainDate, UncertainDate, bool> holds) => Prop.ForAll(Dates, Dates, holds).QuickCheckThrowOnFailure();

    [Fact]
    public void Before_one_way_is_after_the_other_way() => ForAll((a, b) => a.Compare(b) switch
    {
        DateOrder.Before => b.Compare(a) == DateOrder.After,
        DateOrder.After => b.Compare(a) == DateOrder.Before,
        var same => b.Compare(a) == same,
    });

    [Fact]
    public void Dates_in_order_have_no_day_in_common() => ForAll((a, b) => a.Compare(b) is DateOrder.Before or DateOrder.After == a.Intersect(b, "both") is null);

    [Fact]
    public void An_intersection_lies_within_both() => ForAll((a, b) => a.Intersect(b, "both") is not { } both || (Within(both, a) && Within(both, b)));

    [Fact]
    public void An_intersection_with_itself_changes_nothing() => ForAll((a, _) => a.Intersect(a, "both") is { } both && both.From == a.From && both.To == a.To);

    [Fact]
    public void An_unknown_date_has_no_order()
    {
        Assert.Equal(DateOrder.Unknown, UncertainDate.Unknown("x").Compare(UncertainDate.On(new DateOnly(2031, 1, 1), "y")));
        Assert.Equal("unknown", UncertainDate.Unknown("x").ToString());
    }

    [Fact]
    public void An_interval_cannot_end_before_it_begins() =>
        Assert.Throws<ArgumentException>(() => UncertainDate.Between(new DateOnly(2031, 1, 2), new DateOnly(2031, 1, 1), DateGrain.Day, "x"));

    [Fact]
    public void A_moment_is_written_with_its_zone()
    {
        var moment = UncertainDate.At(new DateTimeOffset(2031, 2, 27, 10, 7, 46, TimeSpan.FromMinutes(330)), "x");
        Assert.Equal("2031-02-27T10:07:46+05:30", moment.FromIso);
        Assert.True(moment.IsDay);
    }

    private static bool Within(UncertainDate inner, UncertainDate outer) =>
        (outer.From is null || inner.From >= outer.From) && (outer.To is null || inner.To <= outer.To);
}
