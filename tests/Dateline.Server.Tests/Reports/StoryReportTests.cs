using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Server.Reports;

namespace Dateline.Server.Tests.Reports;

public sealed partial class StoryReportTests
{
    [Fact]
    public async Task The_html_report_fetches_nothing_and_its_links_stay_inside()
    {
        var html = await TextOfAsync("html");
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
        var ids = Id().Matches(html).Select(m => m.Groups["id"].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        foreach (Match match in Href().Matches(html))
        {
            var to = WebUtility.HtmlDecode(match.Groups["to"].Value);
            Assert.StartsWith("#", to, StringComparison.Ordinal);
            Assert.Contains(to[1..], ids);
        }
    }

    [Fact]
    public async Task The_html_report_holds_every_quote_and_every_line()
    {
        var text = WebUtility.HtmlDecode(Tag().Replace(await TextOfAsync("html"), ""));
        foreach (var entry in MadeStory.Ledger.Tracks.SelectMany(t => t.Entries)) Assert.Contains(entry.Quote, text, StringComparison.Ordinal);
        foreach (var (article, _) in MadeStory.Articles)
            foreach (var block in article.Blocks) Assert.Contains(block.Span.Slice(article.Text), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_markdown_report_names_changes_and_lets_no_markup_through()
    {
        var text = await TextOfAsync("md");
        Assert.StartsWith("# The dam ", text, StringComparison.Ordinal);
        Assert.Contains("### How many people were killed?\n\n**Update**, 7 Mar 2026", text, StringComparison.Ordinal);
        Assert.Contains("- Before: **at least 12**. _at least 12 people had been killed_ Interior Ministry; The Dorvik Courier, 3 Mar 2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text.Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_report_is_the_ledger_of_the_story()
    {
        using var json = JsonDocument.Parse(await TextOfAsync("json"));
        Assert.Equal("dateline-ledger/1", json.RootElement.GetProperty("format").GetString());
        Assert.Equal(3, json.RootElement.GetProperty("tracks").GetArrayLength());
    }

    [Fact]
    public async Task The_same_story_gives_the_same_report()
    {
        foreach (var format in StoryReport.Formats) Assert.Equal(await TextOfAsync(format), await TextOfAsync(format));
    }

    [Fact]
    public async Task An_unknown_format_is_the_callers_mistake() =>
        await Assert.ThrowsAsync<ArgumentException>(() => StoryReport.WriteAsync(MadeStory.Ledger, "docx", Stream.Null));

    [Fact]
    public async Task The_html_report_written_article_by_article_is_the_page_made_at_once()
    {
        var html = await TextOfAsync("html");
        var order = MadeStory.Ledger.Stories[0].Articles.Select(a => html.IndexOf($"<article class=\"page\" id=\"a-{a}\"", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
        Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
        Assert.InRange(html.IndexOf("id=\"texts\"", StringComparison.Ordinal), 0, order[0]);
        Assert.EndsWith("</html>", html, StringComparison.Ordinal);
    }

    private static async Task<string> TextOfAsync(string format)
    {
        using var written = new MemoryStream();
        await StoryReport.WriteAsync(MadeStory.Ledger, format, written);
        return Encoding.UTF8.GetString(written.ToArray());
    }

    [GeneratedRegex("href=\"(?<to>[^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex(" id=\"(?<id>[^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
