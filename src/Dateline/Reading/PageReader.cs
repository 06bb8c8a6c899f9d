namespace Dateline.Reading;

/// <summary>A capture's bytes to its articles: charset, format, blocks with roles and reasons, metadata with their basis.</summary>
internal static class PageReader
{
    private const int MostBytes = 64 << 20;
    private const int MostCharacters = 16 << 20; // of a page that is only lines: every one of them becomes a block
    private const int Magic = 1024; // bytes looked at to tell text from the rest

    public static Outcome<ReadPage> Read(Capture capture)
    {
        var bytes = capture.Bytes.Span;
        if (bytes.IsEmpty) return new Rejection(Codes.Empty, "The page holds no bytes.", capture.Page);
        if (bytes.Length > MostBytes) return new Rejection(Codes.TooLarge, $"The page holds {bytes.Length} bytes; at most {MostBytes} are read.", capture.Page);
        if (IsBinary(bytes)) return new Rejection(Codes.Binary, "The bytes are no text; give the page as HTML or as plain text.", capture.Page);
        var remarks = new List<Remark>();
        var text = Charsets.Decode(bytes, capture.Metadata.Charset, capture.Format == PageFormat.Html, remarks);
        switch (capture.Format)
        {
            case PageFormat.Html: return ReadHtml(capture, text, capture.Metadata, null, remarks);
            case PageFormat.JsonLine: break;
            default: return ReadText(capture, text, capture.Metadata, null, remarks);
        }

        if (JsonPage.Parse(text) is not { } page) return new Rejection(Codes.BrokenLine, "The line is no JSON object with \"html\" or \"text\".", capture.Page);
        var metadata = capture.Metadata with
        {
            Outlet = capture.Metadata.Outlet ?? page.Outlet,
            Published = capture.Metadata.Published ?? page.Published,
            Url = capture.Metadata.Url ?? page.Url,
            Basis = capture.Metadata.Basis ?? "json line",
        };
        return page.Html is { } html ? ReadHtml(capture, html, metadata, page.Title, remarks) : ReadText(capture, page.Text!, metadata, page.Title, remarks);
    }

    private static Outcome<ReadPage> ReadText(Capture capture, string text, PageMetadata metadata, string? title, List<Remark> remarks)
    {
        if (text.Length > MostCharacters) return new Rejection(Codes.TooLarge, $"The text holds {text.Length} characters; at most {MostCharacters} are read.", capture.Page);
        var clean = CleanText.Of(text);
        return Settle(capture, PreparedPage.OfText(clean, remarks), clean, metadata, title, remarks);
    }

    private static Outcome<ReadPage> ReadHtml(Capture capture, string source, PageMetadata metadata, string? title, List<Remark> remarks)
    {
        var page = PreparedPage.OfHtml(CleanText.Of(source), remarks);
        return Settle(capture, page, string.Join('\n', page.Lines.Concat(page.All.Unread).Select(l => l.Text)), metadata, title, remarks);
    }

    private static Outcome<ReadPage> Settle(Capture capture, PreparedPage page, string text, PageMetadata metadata, string? title, List<Remark> remarks)
    {
        if (page.Tree is { IsTruncated: true } || page.All.IsTooLong) return new Rejection(Codes.TooLarge, $"The page has more elements or lines than are read ({HtmlPage.MostNodes} and {PageLines.Most}); cut it into single pages.", capture.Page);
        if (page.Lines.Count == 0) return new Rejection(Codes.Empty, "The page holds no words.", capture.Page);
        (page.Context.IsHtml ? ReadingModel.Html : ReadingModel.Text).Score(page);
        SmallPage.Mend(page);
        if (page.Context.IsHtml && !page.Lines.Any(l => l.Score >= Roles.Kept)) return new Rejection(Codes.NoArticle, "No line of the page reads like a story: an index, a search or a consent page?", capture.Page);
        if (IndexPage.Headlines(page) is > 0 and var headlines) return new Rejection(Codes.NoArticle, $"The page holds {headlines} linked headlines and no more than a teaser under each: an index, a search or a home page?", capture.Page);
        Roles.Settle(page);
        return PageParts.Of(capture, page, ArticleBuilder.Build(capture, text, page, metadata, title, remarks));
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8) || bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith("GIF8"u8)) return true;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || Charsets.WideEncoding(bytes) is not null) return false;
        var controls = 0;
        var head = bytes[..Math.Min(bytes.Length, Magic)];
        foreach (var b in head)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B)) controls++;
        }

        return controls > head.Length / 10;
    }
}
