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

    [Fact]
    public void Article_on_which_annotating_fails_is_refused_and_the_next_one_is_annotated()
    {
        var line = new Capture(default, "{}"u8.ToArray(), PageFormat.JsonLine, "odd", null!);
        Assert.False(Derived.Annotate(line, null!).TryGet(out _, out var fault)); // no article is like this
        Assert.Equal((Codes.Fault, "odd"), (fault!.Code, fault.Where));
        Assert.True(Derived.Annotate(line, ArticleText.Of("even", "The ferry sailed.")).TryGet(out _, out _));
    }
}
