using System.Text;
using Dateline.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Reading;

public sealed class HtmlTokenizerTests
{
    /// <summary>Tokens in one line: text, [tag name=value], [/tag], {comment}, {!doctype}.</summary>
    private static string Tokens(string source)
    {
        var shown = new StringBuilder();
        var tokens = new HtmlTokenizer(source);
        while (tokens.Next())
        {
            var content = source[tokens.Start..tokens.End];
            switch (tokens.Kind)
            {
                case HtmlToken.Text: shown.Append(content); break;
                case HtmlToken.Comment: shown.Append('{').Append(content).Append('}'); break;
                case HtmlToken.Doctype: shown.Append("{!").Append(content).Append('}'); break;
                case HtmlToken.EndTag: shown.Append("[/").Append(content).Append(']'); break;
                default:
                    shown.Append('[').Append(content);
                    foreach (var attribute in tokens.Attributes) shown.Append(' ').Append(attribute.Name).Append('=').Append(source[attribute.Start..attribute.End]);
                    shown.Append(tokens.SelfClosing ? "/]" : "]");
                    break;
            }
        }

        return shown.ToString();
    }

    [Theory]
    [InlineData("a<b>c</b>d", "a[b]c[/b]d")]
    [InlineData("1 < 2 and 3<4", "1 < 2 and 3<4")]
    [InlineData("<", "<")]
    [InlineData("</", "</")]
    [InlineData("</>x", "{}x")]
    [InlineData("</ b>x", "{ b}x")]
    [InlineData("<?php echo ?>x", "{?php echo ?}x")]
    [InlineData("<!-- a -- b -->c", "{ a -- b }c")]
    [InlineData("<!-->a", "{}a")]
    [InlineData("<!--->a", "{}a")]
    [InlineData("<!--a--!>b", "{a}b")]
    [InlineData("<!--a", "{a}")]
    [InlineData("<!DOCTYPE html>a", "{! html}a")]
    [InlineData("<![CDATA[x]]>y", "{[CDATA[x]]}y")]
    [InlineData("<p class=a id='b' href=\"c d\">", "[p Class=a Id=b Href=c d]")]
    [InlineData("<p class = a>", "[p Class=a]")]
    [InlineData("<p class>", "[p Class=]")]
    [InlineData("<p class=a class=b>", "[p Class=a]")]
    [InlineData("<p class=a/b>", "[p Class=a/b]")]
    [InlineData("<br/>", "[br/]")]
    [InlineData("<br / >", "[br]")]
    [InlineData("<p class=\"a>b\">c", "[p Class=a>b]c")]
    [InlineData("<p class=\"a", "")]
    [InlineData("a<p cla", "a")]
    [InlineData("<script>if (a<b) '</p>'</script>x", "[script]if (a<b) '</p>'[/script]x")]
    [InlineData("<script></scripts></script >x", "[script]</scripts>[/script]x")]
    [InlineData("<SCRIPT>a</Script>x", "[SCRIPT]a[/Script]x")]
    [InlineData("<title>a<b</title>x", "[title]a<b[/title]x")]
    [InlineData("<style>a", "[style]a")]
    [InlineData("<textarea><p></textarea>x", "[textarea]<p>[/textarea]x")]
    public void Source_is_cut_as_the_standard_cuts_it(string source, string tokens) => Assert.Equal(tokens, Tokens(source));

    [Fact]
    public void Any_source_ends() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), picks =>
        {
            var pieces = new[] { "<", ">", "/", "a", "p", " ", "=", "\"", "'", "!", "-", "--", "script", "</", "<!--", "-->", "&", "?" };
            var source = string.Concat(picks.Select(p => pieces[(int)((uint)p % pieces.Length)]));
            var tokens = new HtmlTokenizer(source);
            var count = 0;
            while (tokens.Next()) Assert.True(++count <= source.Length + 1, source);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("&amp;&lt;&gt;&quot;", "&<>\"")]
    [InlineData("&amp &copy 2031", "& © 2031")]
    [InlineData("&notit; &notin;", "¬it; ∉")]
    [InlineData("&#65;&#x42;&#x43", "ABC")]
    [InlineData("&#0;&#xD800;&#x110000;", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("&#150;&#x92;", "–’")]
    [InlineData("&unknown; & &; &#; &#x;", "&unknown; & &; &#; &#x;")]
    [InlineData("&#128512;", "😀")]
    public void Character_references_are_decoded(string raw, string text) => Assert.Equal(text, HtmlText.Decode(raw));
}
