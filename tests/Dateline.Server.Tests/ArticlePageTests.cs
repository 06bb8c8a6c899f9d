using System.Net;
using System.Text;
using Dateline.Storage;
using Dateline.Storage.Sqlite;

namespace Dateline.Server.Tests;

public sealed class ArticlePageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task A_capture_comes_as_a_file_to_be_saved_byte_for_byte()
    {
        var article = site.Ledger.Load().Articles.First(a => a.Article.Page.EndsWith(".html", StringComparison.Ordinal)).Article;
        using var answer = await site.Client.GetAsync(new Uri($"/articles/{article.Id}/capture", UriKind.Relative));
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(article.Capture, CaptureId.Of(await answer.Content.ReadAsByteArrayAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(new Uri("/articles/none/capture", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_basis_of_a_value_stands_apart_from_it()
    {
        var signed = site.Ledger.Load().Articles.First(a => a.Article.Authors.Length > 0 && a.Article.Basis.Authors is not null).Article;
        var html = WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/articles/{signed.Id}"));
        Assert.Contains($"{signed.Authors[^1]}<span class=\"quiet\"> ({signed.Basis.Authors})", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stories_of_a_round_up_lead_to_each_other()
    {
        var page = site.Ledger.Load().Articles.GroupBy(a => a.Article.Capture).First(g => g.Count() > 1).Select(a => a.Article.Id).ToList();
        var html = await site.Client.GetStringAsync($"/articles/{page[0]}");
        foreach (var other in page.Skip(1)) Assert.Contains($"<li><a href=\"/articles/{other}\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_another_page_are_marked_with_the_root_they_rest_on()
    {
        var copy = site.Ledger.Load().Copies[0];
        foreach (var article in new[] { copy.A, copy.B }) Assert.Contains("class=\"m-shared h7\"", await site.Client.GetStringAsync($"/articles/{article}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_shows_the_day_it_resolves_to()
    {
        var dated = site.Ledger.Load().Articles.First(a => a.Annotations.Timexes.Any(t => t.When is { IsDay: true }));
        Assert.Contains("data-told=\"", await site.Client.GetStringAsync($"/articles/{dated.Article.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_captures_of_one_address_are_compared_line_by_line()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-server-");
        using (var ledger = SqliteLedger.Open(Path.Combine(folder.FullName, "ledger.db")))
        {
            foreach (var (page, toll) in new[] { ("first.html", "Twelve"), ("second.html", "Nineteen <script>alert(1)</script>") })
            {
                var html = $"<html><head><title>Ferry sinks off Port Elvin</title></head><body><h1>Ferry sinks off Port Elvin</h1><p>{toll} people drowned when a ferry sank off Port Elvin on Monday, the coast guard said.</p><p>The ferry had left the harbour in fog, its owner said in a statement to the newspaper.</p></body></html>";
                ledger.Append(Derived.From(Capture.Of(Encoding.UTF8.GetBytes(html), PageFormat.Html, page, new PageMetadata(Url: "https://harbour.example/ferry"))));
            }

            Fold.Follow(ledger);
            var articles = ledger.Load().Articles.Select(a => a.Article.Id).ToList();
            var (app, client) = await SampleSite.StartAsync(ledger);
            await using (app)
            using (client)
            {
                Assert.Contains($"/articles/{articles[1]}?against={articles[0]}#difference", await client.GetStringAsync($"/articles/{articles[1]}"), StringComparison.Ordinal);
                var compared = await client.GetStringAsync($"/articles/{articles[1]}?against={articles[0]}");
                Assert.Contains("<del><span class=\"hidden\">only there: </span>Twelve people", compared, StringComparison.Ordinal);
                Assert.Contains("<ins><span class=\"hidden\">only here: </span>Nineteen", compared, StringComparison.Ordinal);
                Assert.DoesNotContain("<script>", compared, StringComparison.Ordinal);
                Assert.DoesNotContain("id=\"difference\"", await client.GetStringAsync($"/articles/{articles[1]}?against=none"), StringComparison.Ordinal);
            }
        }

        folder.Delete(recursive: true);
    }
}
