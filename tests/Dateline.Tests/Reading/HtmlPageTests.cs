using System.Text;
using Dateline.Reading;

namespace Dateline.Tests.Reading;

public sealed class HtmlPageTests
{
    private static string[] Lines(string source) => [.. HtmlLines.Of(HtmlPage.Parse(source)).Read.Select(l => l.Text)];

    [Theory]
    [InlineData("<p>One<p>Two", "One|Two")]
    [InlineData("<div>One<div>Two</div>Three</div>", "One|Two|Three")]
    [InlineData("<p>A <b>bold</b> word</p>", "A bold word")]
    [InlineData("<p>W<b>or</b>d</p>", "Word")]
    [InlineData("<p>One<br>Two</p>", "One|Two")]
    [InlineData("<ul><li>One<li>Two</ul>Three", "One|Two|Three")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>d", "a|b|c|d")]
    [InlineData("<p>  a \n\t b&nbsp;c  </p>", "a b c")]
    [InlineData("<p>sof&shy;t</p>", "soft")]
    [InlineData("<pre>a\nb</pre>", "a|b")]
    [InlineData("<head><title>T</title></head><body>b", "b")]
    [InlineData("<p>a<script>var x = '<p>'</script>b</p>", "ab")]
    [InlineData("<p>a<svg><text>x</text><path/></svg>b</p>", "ab")]
    [InlineData("<a href=x><div>One</div></a><div>Two</div>", "One|Two")]
    [InlineData("<b><p>One</b>Two</p>Three", "OneTwo|Three")]
    [InlineData("</div></p>One</span>", "One")]
    [InlineData("<p><custom-a>One</custom-b></custom-a> Two", "One Two")]
    public void Visible_text_is_cut_at_blocks(string source, string lines) => Assert.Equal(lines, string.Join('|', Lines(source)));

    [Fact]
    public void Page_nested_ten_thousand_deep_is_read()
    {
        var source = new StringBuilder().Insert(0, "<div>", 10_000).Append("<p>The bridge over the Meren was closed on Monday.</p>").ToString();
        var page = HtmlPage.Parse(source);
        Assert.True(page.IsTooDeep);
        Assert.Equal(["The bridge over the Meren was closed on Monday."], Lines(source));
    }

    [Fact]
    public void Deep_inline_nesting_and_a_million_attributes_are_read_in_bounded_time()
    {
        Assert.Equal(["x"], Lines(string.Concat(Enumerable.Repeat("<b><i>", 50_000)) + "x" + string.Concat(Enumerable.Repeat("</b>", 50_000))));
        Assert.Equal(["x"], Lines("<p " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => "a=1 ")) + ">x"));
    }

    [Fact]
    public void Links_count_the_characters_within_them()
    {
        var line = Assert.Single(HtmlLines.Of(HtmlPage.Parse("<p>Read <a href=x>the report</a> now</p>")).Read);
        Assert.InRange(line.Place!.LinkChars, "the report".Length, "the report".Length + 1);
    }

    [Fact]
    public void Zones_and_classes_of_the_elements_around_are_known()
    {
        var line = Assert.Single(HtmlLines.Of(HtmlPage.Parse("<article><aside class='related-stories'><p id=teaserText>x</p></aside></article>")).Read);
        Assert.Equal(Zones.Article | Zones.Aside | Zones.Paragraph, line.Place!.Zones);
        Assert.True((line.Place.Near & ClassMarks.Related) != 0);
        Assert.True((line.Place.Own & ClassMarks.Teaser) != 0);
    }
}
