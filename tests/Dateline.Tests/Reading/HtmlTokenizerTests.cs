using System.Text;
using Dateline.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Reading;

public sealed class HtmlTokenizerTests
{
    /// <summary>Tokens in one line: text, [tag name=value], [/tag], {comment}, {!doctype}.</summary>
    private static string Tokens(string source, bool isForeign = false)
    {
        var shown = new StringBuilder();
        var tokens = new HtmlTokenizer(source) { IsForeign = isForeign };
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
    [InlineData("<![CDATA[x]]>y", "{[CDATA[x]]}y")] // outside svg and math
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

    // data state
    [Theory]
    [InlineData("", "")]
    [InlineData("a\uFFFDb", "a\uFFFDb")]
    [InlineData("a<", "a<")]
    [InlineData("<1>", "<1>")]
    [InlineData("<<p>", "<[p]")]
    [InlineData("a&lt;p>b", "a&lt;p>b")] // references are decoded later: they make no tags
    public void Data(string source, string tokens) => Assert.Equal(tokens, Tokens(source));

    // tag open, end tag open and tag name states
    [Theory]
    [InlineData("<a-b:c>", "[a-b:c]")]
    [InlineData("<p\t\n\f\r>", "[p]")]
    [InlineData("<p/>", "[p/]")]
    [InlineData("<p//>", "[p/]")]
    [InlineData("<p / / >", "[p]")]
    [InlineData("<p<b>x", "[p<b]x")]
    [InlineData("<Å>x", "<Å>x")]
    [InlineData("</Å>x", "{Å}x")]
    [InlineData("</p class=a>x", "[/p]x")]
    [InlineData("</p/>x", "[/p]x")]
    [InlineData("<!x>y", "{x}y")]
    [InlineData("<!>y", "{}y")]
    [InlineData("<!->y", "{-}y")]
    [InlineData("<?>y", "{?}y")]
    [InlineData("<??x?>y", "{??x?}y")]
    public void Tags(string source, string tokens) => Assert.Equal(tokens, Tokens(source));

    // the attribute states
    [Theory]
    [InlineData("<p id=\"\">", "[p Id=]")]
    [InlineData("<p id=''>", "[p Id=]")]
    [InlineData("<p id=>", "[p Id=]")]
    [InlineData("<p id= \n >", "[p Id=]")]
    [InlineData("<p id=\"a\"class='b'>", "[p Id=a Class=b]")]
    [InlineData("<p id=\"a'b\" class='c\"d'>", "[p Id=a'b Class=c\"d]")]
    [InlineData("<p id=a\"b class=c'd>", "[p Id=a\"b Class=c'd]")]
    [InlineData("<p id=a<b>", "[p Id=a<b]")]
    [InlineData("<p id==a>", "[p Id==a]")]
    [InlineData("<p =id=a class=b>", "[p Class=b]")]
    [InlineData("<p ID=a Id=b iD=c>", "[p Id=a]")]
    [InlineData("<p id id=a>", "[p Id=]")]
    [InlineData("<p id\n=\n'a'>", "[p Id=a]")]
    [InlineData("<p id=a\nclass=b>", "[p Id=a Class=b]")]
    [InlineData("<p id=\"a\nb\">", "[p Id=a\nb]")]
    [InlineData("<p id/class=b>", "[p Id= Class=b]")]
    [InlineData("<p \"id\"=a class=b>", "[p Class=b]")]
    [InlineData("<p id='a'/>", "[p Id=a/]")]
    [InlineData("<p id=\"a&amp;b\">", "[p Id=a&amp;b]")]
    public void Attributes(string source, string tokens) => Assert.Equal(tokens, Tokens(source));

    [Fact]
    public void Solidus_behind_an_unquoted_value_closes_nothing()
    {
        var tokens = new HtmlTokenizer("<p id=a/>");
        Assert.True(tokens.Next());
        Assert.False(tokens.SelfClosing);
    }

    // the comment states
    [Theory]
    [InlineData("<!---->a", "{}a")]
    [InlineData("<!----->a", "{-}a")]
    [InlineData("<!---a-->b", "{-a}b")]
    [InlineData("<!--a-b--c--->d", "{a-b--c-}d")]
    [InlineData("<!--a--!-->b", "{a--!}b")]
    [InlineData("<!--a--!b-->c", "{a--!b}c")]
    [InlineData("<!----!>a", "{}a")]
    [InlineData("<!---!>a-->b", "{-!>a}b")]
    [InlineData("<!--a<!--b-->c", "{a<!--b}c")]
    [InlineData("<!--a--\n>b-->c", "{a--\n>b}c")]
    [InlineData("<!--<p>a</p>-->b", "{<p>a</p>}b")]
    [InlineData("<!-a->b", "{-a-}b")]
    [InlineData("<! --a-->b", "{ --a--}b")]
    public void Comments(string source, string tokens) => Assert.Equal(tokens, Tokens(source));

    // the doctype states: ">" ends them in quotes too
    [Theory]
    [InlineData("<!doctype>a", "{!}a")]
    [InlineData("<!DoCtYpEhtml>a", "{!html}a")]
    [InlineData("<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\" 'x'>a", "{! html PUBLIC \"-//W3C//DTD HTML 4.01//EN\" 'x'}a")]
    [InlineData("<!DOCTYPE html PUBLIC \"a>b\">", "{! html PUBLIC \"a}b\">")]
    public void Doctypes(string source, string tokens) => Assert.Equal(tokens, Tokens(source));

    // script data, escaped and double escaped
    [Theory]
    [InlineData("<script></script>x", "[script][/script]x")]
    [InlineData("<script>a</ script></script>x", "[script]a</ script>[/script]x")]
    [InlineData("<script>a</scriptx></script>x", "[script]a</scriptx>[/script]x")]
    [InlineData("<script>a</script/>x", "[script]a[/script]x")]
    [InlineData("<script>a</script id=b>x", "[script]a[/script]x")]
    [InlineData("<script><script></script>x", "[script]<script>[/script]x")]
    [InlineData("<script><!-- a --></script>x", "[script]<!-- a -->[/script]x")]
    [InlineData("<script><!-- a </script>x", "[script]<!-- a [/script]x")]
    [InlineData("<script><!-- <script> </script> --></script>x", "[script]<!-- <script> </script> -->[/script]x")]
    [InlineData("<script><!-- <script> </script> </script>x", "[script]<!-- <script> </script> [/script]x")]
    [InlineData("<script><!-- <script> --></script>x", "[script]<!-- <script> -->[/script]x")]
    [InlineData("<script><!-- <scripts> </script>x", "[script]<!-- <scripts> [/script]x")]
    [InlineData("<script><!--><script></script>x", "[script]<!--><script>[/script]x")]
    [InlineData("<script><!---><script></script>x", "[script]<!---><script>[/script]x")]
    [InlineData("<script><!-- <SCRIPT/a </Script >--></script>x", "[script]<!-- <SCRIPT/a </Script >-->[/script]x")]
    [InlineData("<script><!-- <script>", "[script]<!-- <script>")]
    public void Scripts(string source, string tokens) => Assert.Equal(tokens, Tokens(source));

    // raw text, RCDATA, plaintext
    [Theory]
    [InlineData("<title>&amp;<b></title>x", "[title]&amp;<b>[/title]x")]
    [InlineData("<title></titles></title>x", "[title]</titles>[/title]x")]
    [InlineData("<textarea><!--</textarea>-->", "[textarea]<!--[/textarea]-->")]
    [InlineData("<style><!--</style>-->", "[style]<!--[/style]-->")]
    [InlineData("<iframe><p></iframe>x", "[iframe]<p>[/iframe]x")]
    [InlineData("<xmp><p></xmp>x", "[xmp]<p>[/xmp]x")]
    [InlineData("<noscript><p></noscript>x", "[noscript][p][/noscript]x")] // as without scripts
    [InlineData("<plaintext><p></plaintext>x", "[plaintext]<p></plaintext>x")]
    public void Raw_text(string source, string tokens) => Assert.Equal(tokens, Tokens(source));

    // CDATA sections in svg and math
    [Theory]
    [InlineData("<![CDATA[a>b<c>]]>d", "a>b<c>d")]
    [InlineData("<![CDATA[]]>d", "d")]
    [InlineData("<![CDATA[a]]]>d", "a]d")]
    [InlineData("<![CDATA[a", "a")]
    [InlineData("<![cdata[a>b", "{[cdata[a}b")]
    public void Sections_of_foreign_elements(string source, string tokens) => Assert.Equal(tokens, Tokens(source, isForeign: true));

    // the end of the source in every state
    [Theory]
    [InlineData("a</", "a</")]
    [InlineData("a<p", "a")]
    [InlineData("a</p", "a")]
    [InlineData("a<p ", "a")]
    [InlineData("a<p/", "a")]
    [InlineData("a<p id", "a")]
    [InlineData("a<p id ", "a")]
    [InlineData("a<p id=", "a")]
    [InlineData("a<p id=b", "a")]
    [InlineData("a<p id='b", "a")]
    [InlineData("a<p id=\"b\"", "a")]
    [InlineData("a<!", "a{}")]
    [InlineData("a<!-", "a{-}")]
    [InlineData("a<!--", "a{}")]
    [InlineData("a<!---", "a{}")]
    [InlineData("a<!--b-", "a{b}")]
    [InlineData("a<!--b--", "a{b}")]
    [InlineData("a<!--b--!", "a{b}")]
    [InlineData("a<!DOCTYPE", "a{!}")]
    [InlineData("a<!DOCTYPE html", "a{! html}")]
    [InlineData("a<?b", "a{?b}")]
    [InlineData("a</ b", "a{ b}")]
    [InlineData("<script>", "[script]")]
    [InlineData("<script></script", "[script]</script")]
    [InlineData("<script><!-", "[script]<!-")]
    [InlineData("<title>a</titl", "[title]a</titl")]
    [InlineData("<textarea>", "[textarea]")]
    public void End_of_the_source(string source, string tokens) => Assert.Equal(tokens, Tokens(source));

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
    [InlineData("&CounterClockwiseContourIntegral;&ThickSpace;", "\u2233\u205F\u200A")]
    [InlineData("&AMP;&Amp;&amP;", "&&Amp;&amP;")]
    [InlineData("&amp;amp;", "&amp;")]
    [InlineData("&", "&")]
    [InlineData("&a", "&a")]
    [InlineData("&#", "&#")]
    [InlineData("&#x", "&#x")]
    [InlineData("&#9", "\t")]
    [InlineData("&#00065;&#x0000041;", "AA")]
    [InlineData("&#99999999999999999999;&#xFFFFFFFFFFFFFFFF;", "\uFFFD\uFFFD")]
    [InlineData("&#x10FFFF;&#xDFFF;", "\uDBFF\uDFFF\uFFFD")]
    [InlineData("&copy=1&copy1&copyx", "©=1©1©x")]
    public void Character_references_are_decoded(string raw, string text) => Assert.Equal(text, HtmlText.Decode(raw));

    [Theory]
    [InlineData("?a=1&copy=2&reg;=3", "?a=1&copy=2®=3")]
    [InlineData("&copyx &copy1 &copy;x &copy", "&copyx &copy1 ©x ©")]
    [InlineData("&notit; &notin;", "&notit; ∉")]
    [InlineData("&amp=&amp;=", "&amp=&=")]
    [InlineData("&#65=&#x41x", "A=Ax")]
    public void References_in_attributes_need_their_semicolon_before_letters_and_signs_of_equality(string raw, string value) => Assert.Equal(value, HtmlText.DecodeAttribute(raw));
}
