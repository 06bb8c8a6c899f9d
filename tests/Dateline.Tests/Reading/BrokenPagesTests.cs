using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Reading;

/// <summary>bench/Dateline.Benchmarks runs the same for as long as one likes: <c>fuzz --minutes N</c>.</summary>
public sealed class BrokenPagesTests
{
    private const int Cases = 4000;

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(Cases).WithEndSize(400);

    [Fact]
    public void Broken_html_gives_an_article_or_a_rejection_and_loses_no_line() => Holds(choices => new PageMaker(choices).Html(), PageFormat.Html);

    [Fact]
    public void Broken_text_gives_an_article_or_a_rejection_and_loses_no_line() => Holds(choices => new PageMaker(choices).Text(), PageFormat.Text);

    private static void Holds(Func<int[], string> make, PageFormat format) =>
        Check.One(Many, Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), choices =>
        {
            var page = make(choices);
            var broken = ReadingLaws.Broken(page, format);
            Assert.True(broken is null, $"{broken}\n{page}");
        }));
}
