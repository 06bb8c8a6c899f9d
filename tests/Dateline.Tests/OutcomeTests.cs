namespace Dateline.Tests;

public class OutcomeTests
{
    [Fact]
    public void A_value_is_given_and_no_reason()
    {
        Outcome<string> outcome = "read";
        Assert.True(outcome.TryGet(out var value, out var reason));
        Assert.Equal("read", value);
        Assert.Null(reason);
    }

    [Fact]
    public void A_rejection_goes_through_the_steps_that_follow()
    {
        Outcome<string> outcome = new Rejection(Codes.Empty, "The page holds no bytes.", "a.txt");
        var next = outcome.Select(v => v + "!");
        Assert.False(next.TryGet(out _, out var reason));
        Assert.Equal(Codes.Empty, reason!.Code);
        Assert.Equal("a.txt", reason.Where);
    }

    [Fact]
    public void No_value_at_all_is_the_callers_bug() => Assert.Throws<ArgumentNullException>(() => (Outcome<string>)(string)null!);
}
