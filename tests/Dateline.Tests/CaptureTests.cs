using System.Text;

namespace Dateline.Tests;

public class CaptureTests
{
    [Fact]
    public void The_id_is_the_sha_256_of_the_bytes() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", CaptureId.Of("abc"u8).Value); // FIPS 180-2, appendix B.1

    [Fact]
    public void The_same_bytes_have_the_same_id_under_any_name() =>
        Assert.Equal(Capture.Of("x"u8.ToArray(), PageFormat.Text, "a.txt").Id, Capture.Of("x"u8.ToArray(), PageFormat.Html, "b.html").Id);

    [Fact]
    public void The_second_article_of_a_capture_has_an_id_of_its_own()
    {
        var id = CaptureId.Of(Encoding.UTF8.GetBytes("page"));
        Assert.Equal(id.Prefix, Article.IdOf(id, 0).Value);
        Assert.Equal(id.Prefix + ".2", Article.IdOf(id, 1).Value);
    }
}
