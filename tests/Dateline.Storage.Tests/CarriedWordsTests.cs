namespace Dateline.Storage.Tests;

public sealed class CarriedWordsTests
{
    private static readonly Article First = Sample.Derived("a.txt", "no ferry runs").Articles[0].Article;
    private static readonly Article Second = Sample.Derived("b.txt", "no ferry runs today").Articles[0].Article;

    [Fact]
    public void Words_of_another_page_are_carried_by_the_later_one_alone()
    {
        Assert.Equal(0, Of(First).Carried);
        Assert.Equal(("a.txt", 10), Assert.Single(Of(Second).From));
    }

    [Fact]
    public void Words_of_an_agency_are_carried_on_both_sides_and_count_once()
    {
        Origin[] both = [new Origin(new OriginId("o1"), "Northwire", [First.Id, Second.Id], "")];
        Assert.Equal(("Northwire", 10), Assert.Single(Of(First, both).From));
        Assert.Equal(("Northwire", 10), Assert.Single(CarriedWords.Of(Second, [Copy, Copy], _ => both, Name).From));
    }

    [Fact]
    public void Headlines_and_lines_left_out_do_not_count() =>
        Assert.Equal(First.Blocks[1].Span.Length, Of(First).Characters);

    private static Copy Copy => new(First.Id, Second.Id, CopyKind.Partial, 0.5, [new Passage(new TextSpan(15, 31), new TextSpan(15, 31))], "same words");

    private static CarriedWords Of(Article article, Origin[]? origins = null) => CarriedWords.Of(article, [Copy], _ => origins ?? [], Name);

    private static string Name(ArticleId id) => id == First.Id ? "a.txt" : "b.txt";
}
