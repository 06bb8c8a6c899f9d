using System.Collections.Immutable;
using System.Text;

namespace Dateline.Reading;

/// <summary>A capture's bytes to its articles: charset, format, blocks with roles and reasons, metadata with their basis.</summary>
internal static class PageReader
{
    public static Outcome<ReadPage> Read(Capture capture)
    {
        if (capture.Bytes.Length == 0) return new Rejection(Codes.Empty, "The page holds no bytes.", capture.Page);
        var text = Encoding.UTF8.GetString(capture.Bytes.Span).Normalize().ReplaceLineEndings("\n");
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0) blocks.Add(new Block(BlockRole.Body, new TextSpan(start, start + line.Length), "line"));
            start += line.Length + 1;
        }

        var article = new Article(Article.IdOf(capture.Id, 0), capture.Id, capture.Page, text, blocks.ToImmutable(), null, null, [], [], null, UncertainDate.Unknown("no date on the page"), "none", null, null, null, []);
        return new ReadPage(capture, [article]);
    }
}
