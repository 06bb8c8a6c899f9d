using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dateline.Storage;
using Dateline.Storage.Sqlite;

namespace Dateline.Server.Tests;

/// <summary>A story of two hundred pages, forty questions and a hundred sources, made by rule.</summary>
public sealed class LargeStoryTests
{
    private const int Pages = 200;
    private const int Limit = 300_000;

    [Fact]
    public async Task Pages_stay_small_however_long_the_story()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-server-");
        using (var ledger = SqliteLedger.Open(Path.Combine(folder.FullName, "ledger.db")))
        {
            var articles = Enumerable.Range(0, Pages).Select(Article).ToImmutableArray();
            foreach (var article in articles) ledger.Append(new Derived(CaptureOf(article.Article.Page), [article], null));
            ledger.Replace(LedgerOf(articles));
            var (app, client) = await SampleSite.StartAsync(ledger);
            await using (app)
            using (client)
            {
                foreach (var path in new[] { "/", "/stories/story-1", "/stories/story-1?clock=said&asof=2026-03-20", "/tracks/story-1-t0", "/tracks/story-1-t1?clock=said&page=2", $"/articles/{articles[7].Article.Id}" })
                {
                    var page = await client.GetStringAsync(path);
                    Assert.InRange(Encoding.UTF8.GetByteCount(page), 1000, Limit);
                }

                // what is left out for length is a click away
                Assert.DoesNotContain("Spokesman 199", await client.GetStringAsync("/stories/story-1"), StringComparison.Ordinal);
                var sources = "";
                for (var n = 1; n <= 5; n++) sources += await client.GetStringAsync($"/stories/story-1?sources={n}");
                for (var n = 0; n < 100; n++) Assert.Contains($"Spokesman {n}</span>", sources, StringComparison.Ordinal);
                Assert.Contains($"/articles/{articles[^1].Article.Id}", await client.GetStringAsync("/stories/story-1?articles=7"), StringComparison.Ordinal);
            }
        }

        folder.Delete(recursive: true);
    }

    private static Capture CaptureOf(string page) => Capture.Of(Encoding.UTF8.GetBytes(page), PageFormat.Text, page);

    private static AnnotatedArticle Article(int n)
    {
        var page = string.Create(CultureInfo.InvariantCulture, $"page-{n}.txt");
        var text = new StringBuilder();
        var blocks = new List<Block>();
        var statements = new List<Statement>();
        var id = Dateline.Article.IdOf(CaptureOf(page).Id, 0);
        var day = new DateOnly(2026, 1, 1).AddDays(n / 2);
        var date = UncertainDate.On(day, "written on the page");
        for (var line = 0; line < 12; line++)
        {
            var start = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"The water at gauge {line} had risen by {n + line} centimetres, and more rain would come before the week was out, Spokesman {(n + line) % 100} said");
            blocks.Add(new Block(line == 0 ? BlockRole.Headline : BlockRole.Body, new TextSpan(start, text.Length), "made by rule"));
            var source = $"Spokesman {(n + line) % 100}";
            statements.Add(new Statement(StatementId.Of(id, line), id, false, new Source([], source, source), [], [new TextSpan(start, start + 40)], Manner.Indirect, null, [], date, null, false, "by rule"));
            text.Append('\n');
        }

        var whole = text.ToString().TrimEnd('\n');
        var article = new Article(id, CaptureOf(page).Id, page, whole, [.. blocks], new Sourced($"The river on day {n}", "by rule"), new Sourced($"The Gauge {n % 40}", "by rule"), [], [], null, date, "by rule", null, "en", null, []);
        return new AnnotatedArticle(article, new Annotations(id, [], [], [], [], [], [.. statements]));
    }

    private static Ledger LedgerOf(ImmutableArray<AnnotatedArticle> articles)
    {
        var story = new StoryId(1);
        var tracks = Enumerable.Range(0, 40).Select(t =>
        {
            var entries = articles.Select((a, i) => new Entry(
                a.Article.Id, new TextSpan(0, 40), a.Article.Text[..40], $"Spokesman {(i + t) % 100}", t % 2 == 0 ? $"{100 + i}" : i % 3 == 0 ? "open" : "closed", a.Article.Published, a.Article.Published, a.Article.Published, null, new OriginId($"o{i % 60}"))).ToImmutableArray();
            return new Track(new TrackId($"story-1-t{t}"), story, $"How high is the water at gauge {t}?", t % 2 == 0 ? TrackKind.Quantity : TrackKind.State, 1, 9, entries,
                [.. Enumerable.Range(1, 8).Select(i => new Change(ChangeKind.Update, i - 1, i, entries[i].Published.From, "it rose"))]);
        });
        return new Ledger(
            Pipeline.Stamp, articles, [new Story(story, "The river rises", [.. articles.Select(a => a.Article.Id)], articles[0].Article.Published, articles[^1].Article.Published)], [],
            [.. Enumerable.Range(0, Pages - 1).Select(i => new Copy(articles[i].Article.Id, articles[i + 1].Article.Id, CopyKind.Partial, 0.3, [new Passage(new TextSpan(0, 60), new TextSpan(0, 60))], "same words"))],
            [.. Enumerable.Range(0, 60).Select(o => new Origin(new OriginId($"o{o}"), $"Root {o}", [.. articles.Where((_, i) => i % 60 == o).Select(a => a.Article.Id)], string.Join("; ", Enumerable.Repeat("text shared", 40))))],
            [.. tracks]);
    }
}
