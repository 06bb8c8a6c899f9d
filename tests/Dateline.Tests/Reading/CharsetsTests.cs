using System.Text;
using Dateline.Reading;

namespace Dateline.Tests.Reading;

public sealed class CharsetsTests
{
    private const string Words = "Zürich – “Meren” señor";

    private static (string Text, string[] Codes) Decode(byte[] bytes, string? declared = null, bool html = true)
    {
        var remarks = new List<Remark>();
        var text = Charsets.Decode(bytes, declared, html, remarks);
        return (text, [.. remarks.Select(r => r.Code)]);
    }

    private static byte[] Windows(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    [Fact]
    public void Undeclared_utf8_is_utf8()
    {
        var (text, codes) = Decode(Encoding.UTF8.GetBytes(Words));
        Assert.Equal(Words, text);
        Assert.Empty(codes);
    }

    [Fact]
    public void Utf8_wins_over_a_wrong_declaration() => Assert.Equal("<meta charset=iso-8859-1>" + Words, Decode(Encoding.UTF8.GetBytes("<meta charset=iso-8859-1>" + Words)).Text);

    [Fact]
    public void Meta_declares_the_charset()
    {
        var (text, codes) = Decode(Windows("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>" + Words));
        Assert.EndsWith(Words, text, StringComparison.Ordinal); // ISO-8859-1 reads as Windows-1252, as browsers do
        Assert.Empty(codes);
    }

    [Fact]
    public void Transport_charset_wins_over_meta()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!.GetBytes("<meta charset=windows-1252>Мост");
        Assert.EndsWith("Мост", Decode(bytes, "windows-1251").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_declared_nor_utf8_reads_as_windows_1252_with_a_remark()
    {
        var (text, codes) = Decode(Windows(Words));
        Assert.Equal(Words, text);
        Assert.Equal([Codes.CharsetGuessed], codes);
    }

    [Fact]
    public void Byte_order_marks_decide()
    {
        Assert.Equal(Words, Decode([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Words)]).Text);
        Assert.Equal(Words, Decode([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Words)]).Text);
        Assert.Equal(Words, Decode([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Words)]).Text);
    }

    [Fact]
    public void Utf8_with_a_few_broken_bytes_keeps_its_letters()
    {
        var (text, codes) = Decode([.. Encoding.UTF8.GetBytes(Words + Words), 0xFF]);
        Assert.Equal(Words + Words + "\uFFFD", text);
        Assert.Equal([Codes.Undecodable], codes);
    }

    [Fact]
    public void Unknown_charset_names_are_passed_over() => Assert.Equal(Words, Decode(Windows(Words), "no-such-charset").Text);

    [Theory]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("A\u030A", "Å")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("か\u3099", "が")]
    [InlineData("q\u0301", "q\u0301")]
    [InlineData("\r\na\rb\0", "\na\nb\uFFFD")]
    public void Text_is_composed_and_has_plain_line_ends(string raw, string clean) => Assert.Equal(clean, CleanText.Of(raw));
}
