using System.Diagnostics;
using System.Text;
using Dateline.Reading;

namespace Dateline.Tests.Reading;

/// <summary>Pages that are broken, endless or made to hurt: each gives an article with its remarks or a coded rejection, in bounded time.</summary>
[CollectionDefinition(nameof(BadInputTests), DisableParallelization = true)]
[Collection(nameof(BadInputTests))]
public sealed class BadInputTests
{
    private const string Sentence = "The harbour office of Orlan said on Monday that the northern quay would stay closed until the wall had been looked at.";
    private const string Story = "<html><head><title>Quay closed in Orlan</title></head><body><article><h1>Quay closed in Orlan</h1><p>" + Sentence + "</p><p>“Nobody goes out there before Friday,” port master Ivo Lund told reporters at the gate.</p></article>";

    // five seconds are asked and two at most are taken; a machine that does other work meanwhile gets four times as long
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private static (Article? Article, string? Rejection) Read(byte[] bytes, PageFormat format = PageFormat.Html, PageMetadata? metadata = null)
    {
        var watch = Stopwatch.StartNew();
        var outcome = PageReader.Read(Capture.Of(bytes, format, "page", metadata));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Longest);
        if (!outcome.TryGet(out var read, out var reason)) return (null, reason.Code);
        PageReaderTests.AssertTiles(read.Articles[0]);
        return (read.Articles[0], null);
    }

    private static (Article? Article, string? Rejection) Read(string page, PageFormat format = PageFormat.Html) => Read(Encoding.UTF8.GetBytes(page), format);

    private static Article Article(string page) => Read(page).Article ?? throw new Xunit.Sdk.XunitException("rejected: " + Read(page).Rejection);

    private static string Many(string piece, int bytes) => new StringBuilder().Insert(0, piece, bytes / piece.Length).ToString();

    [Fact]
    public void Page_cut_anywhere_is_read_as_far_as_it_goes()
    {
        for (var length = 0; length <= Story.Length; length += 7)
        {
            var (article, rejection) = Read(Story[..length]);
            Assert.True(article is not null || rejection is Codes.Empty or Codes.NoArticle, rejection);
        }
    }

    [Theory]
    [InlineData(50, "<p>The ferry to Orlan was late again on Monday, its crew said.</p>\n")]
    [InlineData(50, "<div>a")]
    [InlineData(50, "<!-- a -->")]
    [InlineData(50, "<script>var a = '<p>';</script>")]
    [InlineData(50, "<h2>Ferry crews walk out in the port of Orlan</h2>")]
    [InlineData(8, "<b>word ")]
    [InlineData(8, "<table><tr><td>x")]
    [InlineData(8, "&amp;&lt;&#65;")]
    [InlineData(8, "<a href=x>link</a> ")]
    [InlineData(8, "<p class='")]
    [InlineData(8, "<")]
    [InlineData(8, "</p>")]
    [InlineData(8, "x")]
    [InlineData(8, "<li>By Ann Lee, Norland News Desk 3 March 2031")]
    public void Endless_pages_are_read_or_refused_in_time(int megabytes, string piece)
    {
        var (article, rejection) = Read(Story + Many(piece, megabytes * 1_000_000));
        Assert.True(article is not null || rejection is Codes.TooLarge, rejection);
    }

    [Theory]
    [InlineData("The ferry to Orlan was late again on Monday, its crew said.\n")]
    [InlineData("a\n")]
    [InlineData("a ")]
    [InlineData("By Ann Lee, Norland News Desk 3 March 2031\n")]
    [InlineData("12:40 03/04/2031 ")]
    [InlineData("(Photo: (Photo: ")]
    public void Endless_text_is_read_or_refused_in_time(string piece)
    {
        var (article, rejection) = Read(Many(piece, 15_000_000), PageFormat.Text);
        Assert.True(article is not null || rejection is Codes.TooLarge or Codes.NoArticle, rejection);
    }

    [Fact]
    public void Lines_beyond_those_that_are_read_are_kept()
    {
        var article = Article(Story + Many("<p>Line</p>", 11 * 60_000));
        Assert.Equal(60_003, article.Blocks.Length);
        Assert.Contains(article.Remarks, r => r.Code == Codes.TooLarge);
        Assert.Equal(BlockRole.Boilerplate, article.Blocks[^1].Role);
        Assert.Equal("Line", article.Blocks[^1].Span.Slice(article.Text));
    }

    [Fact]
    public void More_lines_than_a_page_can_have_are_refused_not_lost()
    {
        Assert.Equal(Codes.TooLarge, Read(Story + Many("<p>a", 4 * 1_000_001)).Rejection);
        Assert.Equal(Codes.TooLarge, Read(Many("a\n", 2 * 1_000_001), PageFormat.Text).Rejection);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<span>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<b><p>")]
    [InlineData("<svg>")]
    [InlineData("<a>")]
    public void Ten_thousand_levels_are_read_with_a_remark_where_they_nest(string open)
    {
        var (article, rejection) = Read(string.Concat(Enumerable.Repeat(open, 10_000)) + Story);
        if (open == "<svg>") Assert.Equal(Codes.Empty, rejection); // all of it is a drawing
        else if (open == "<a>") Assert.True(article is not null || rejection == Codes.NoArticle, rejection); // all of it is a link
        else Assert.Contains(Sentence, article!.Text, StringComparison.Ordinal);
        if (open == "<div>") Assert.Contains(article!.Remarks, r => r.Code == Codes.TooDeep);
    }

    [Fact]
    public void Million_attributes_of_one_element_are_passed_over() =>
        Assert.Contains(Sentence, Article($"<body {Many("id=a class=b data-x='y' ", 24_000_000)}>" + Story).Text, StringComparison.Ordinal);

    [Fact]
    public void Entities_that_a_page_declares_are_not_expanded()
    {
        var article = Article("<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]>" + Story + "<p>&c;&c;&c;</p>");
        Assert.Contains("&c;&c;&c;", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj", PageFormat.Html)]
    [InlineData("%PDF-1.7\n1 0 obj", PageFormat.Text)]
    [InlineData("GIF89a....", PageFormat.Html)]
    public void Documents_and_images_are_refused(string begin, PageFormat format) => Assert.Equal(Codes.Binary, Read(begin, format).Rejection);

    [Fact]
    public void Images_are_refused_by_their_first_bytes()
    {
        Assert.Equal(Codes.Binary, Read([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Encoding.ASCII.GetBytes(Story)]).Rejection);
        Assert.Equal(Codes.Binary, Read([0xFF, 0xD8, 0xFF, 0xE0, .. Encoding.ASCII.GetBytes(Story)]).Rejection);
    }

    [Fact]
    public void Nul_bytes_within_a_page_do_not_end_it()
    {
        var article = Article(Story.Replace("closed", "clo\0sed", StringComparison.Ordinal) + "<p>\0</p><p>The last line of the page.</p>");
        Assert.DoesNotContain('\0', article.Text);
        Assert.Contains("The last line of the page.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf16_is_read_with_and_without_its_mark()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Contains("“Nobody goes", Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Story)]).Article!.Text, StringComparison.Ordinal);
            var guessed = Read(encoding.GetBytes(Story)).Article!;
            Assert.Contains("“Nobody goes", guessed.Text, StringComparison.Ordinal);
            Assert.Contains(guessed.Remarks, r => r.Code == Codes.CharsetGuessed);
        }
    }

    [Fact]
    public void Single_nul_makes_no_utf16_of_a_few_bytes() => Assert.Null(Charsets.WideEncoding("r\0"u8));

    [Fact]
    public void Of_two_charsets_the_mark_wins_then_the_bytes_then_the_transport()
    {
        const string Meta = "<meta charset=windows-1252>";
        static string Text(byte[] bytes, string? transport) => Read(bytes, metadata: new PageMetadata(Charset: transport)).Article!.Text;
        var russian = Meta + Story.Replace("Orlan", "Орлан", StringComparison.Ordinal);
        Assert.Contains("Орлан", Text([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(russian)], "windows-1251"), StringComparison.Ordinal);
        Assert.Contains("Орлан", Text(Encoding.UTF8.GetBytes(russian), "windows-1251"), StringComparison.Ordinal);
        Assert.Contains("Орлан", Text(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(russian), "windows-1251"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Cut of")]
    [InlineData("<p>no script at all</p>")]
    [InlineData("[[[[[[[[")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\"}")]
    [InlineData("NaN")]
    public void Script_that_is_not_json_costs_a_remark(string script)
    {
        var article = Article(Story.Replace("<title>", $"<script type=\"application/ld+json\">{script}</script><title>", StringComparison.Ordinal));
        Assert.Equal("Quay closed in Orlan", article.Title?.Value);
        Assert.Contains(article.Remarks, r => r.Code == Codes.BrokenState);
    }

    [Theory]
    [InlineData(@"\ud83d", "\uFFFD")]
    [InlineData(@"\udE00\ud83d", "\uFFFD\uFFFD")]
    [InlineData(@"\ud83d\ude00 \ud83d", "😀 \uFFFD")]
    [InlineData(@"\\ud83d \ud83d", @"\ud83d "+ "\uFFFD")]
    public void Half_a_surrogate_pair_does_not_cost_the_line(string escapes, string text)
    {
        var (article, rejection) = Read($"{{\"id\":\"1\",\"text\":\"{Sentence} {escapes}\"}}", PageFormat.JsonLine);
        Assert.Null(rejection);
        Assert.Equal($"{Sentence} {text}", article!.Text);
    }

    [Fact]
    public void Json_nested_without_end_is_left_out()
    {
        var article = Article(Story.Replace("<title>", "<script type='application/ld+json'>" + new string('[', 1_000_000) + "</script><title>", StringComparison.Ordinal));
        Assert.Contains(article.Remarks, r => r.Code == Codes.BrokenState);
    }
}
