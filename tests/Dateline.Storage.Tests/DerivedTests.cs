namespace Dateline.Storage.Tests;

public class DerivedTests
{
    [Fact]
    public void Page_on_which_the_pipeline_itself_fails_is_refused_with_the_place_of_the_fault()
    {
        var broken = new Capture(default, "The ferry sailed."u8.ToArray(), (PageFormat)99, "odd.txt", null!); // no page comes like this
        var derived = Derived.From(broken);
        Assert.Empty(derived.Articles);
        Assert.Equal((Codes.Fault, "odd.txt"), (derived.Rejection!.Code, derived.Rejection.Where));
        Assert.Contains(" in Dateline.", derived.Rejection.Detail, StringComparison.Ordinal);
        Assert.True(Derived.Read(broken).IsRejected);
    }
}
