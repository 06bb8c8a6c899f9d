using System.Text;
using Dateline.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Reading;

public sealed class PageReaderTests
{
    internal static Article Read(string page, PageFormat format = PageFormat.Text, PageMetadata? metadata = null) => Read(Encoding.UTF8.GetBytes(page), format, metadata);

    internal static Article Read(byte[] page, PageFormat format = PageFormat.Text, PageMetadata? metadata = null)
    {
        var outcome = PageReader.Read(Capture.Of(page, format, "page.txt", metadata));
        Assert.True(outcome.TryGet(out var read, out var reason), reason?.Detail);
        return read.Articles[0];
    }

    internal static void AssertTiles(Article article)
    {
        var covered = 0;
        foreach (var block in article.Blocks)
        {
            Assert.True(block.Span.Start >= covered, "blocks overlap or stand out of order");
            Assert.True(string.IsNullOrWhiteSpace(article.Text[covered..block.Span.Start]), "words stand between blocks");
            Assert.DoesNotContain('\n', block.Span.Slice(article.Text));
            Assert.NotEqual("", block.Why);
            covered = block.Span.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(article.Text[covered..]), "words stand after the last block");
    }

    [Fact]
    public void Kept_and_dropped_lines_together_are_the_whole_text()
    {
        var lines = new[] { "Ferry Halted At Port Orlan As Strike Spreads", "By Mina Torvald", "Advertisement", "The ferry company said on Monday that no boat would leave the port of Orlan before the talks resume.", "", "  \t", "Read more", "1", "© 2031 The Orlan Courier", "|", "“We stay,” she said." };
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), picks => AssertTiles(Read("x\n" + string.Join('\n', picks.Select(p => lines[(int)((uint)p % lines.Length)]))))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_tiles_or_is_rejected_with_a_code() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var outcome = PageReader.Read(Capture.Of(Encoding.UTF8.GetBytes(text ?? ""), PageFormat.Text, "page.txt"));
            if (outcome.TryGet(out var read, out var reason)) Assert.Null(ReadingLaws.Undivided(read));
            else Assert.NotEqual("", reason.Code);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", Codes.Empty)]
    [InlineData(" \n\t\n", Codes.Empty)]
    [InlineData("%PDF-1.7 ...", Codes.Binary)]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006", Codes.Binary)]
    public void Page_without_words_is_rejected(string page, string code)
    {
        Assert.False(PageReader.Read(Capture.Of(Encoding.UTF8.GetBytes(page), PageFormat.Text, "p")).TryGet(out _, out var reason));
        Assert.Equal(code, reason.Code);
    }

    [Fact]
    public void Undated_page_stays_undated()
    {
        var article = Read("The council of Orlan met and spoke of nothing in particular for the whole of the afternoon.\nIt will meet again.");
        Assert.False(article.Published.IsKnown);
        Assert.Equal("none", article.PublishedBasis);
    }

    [Fact]
    public void Manifest_wins_over_the_page_and_says_so()
    {
        var article = Read("By Mina Torvald March 3, 2031\nThe council of Orlan met and spoke of nothing in particular for the whole of the afternoon.", metadata: new PageMetadata("The Orlan Courier", "2031-03-05", Basis: "manifest"));
        Assert.Equal("2031-03-05", article.Published.FromIso);
        Assert.Equal("manifest", article.PublishedBasis);
        Assert.Equal(new Sourced("The Orlan Courier", "manifest"), article.Outlet);
    }
}
