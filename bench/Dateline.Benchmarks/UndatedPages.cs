using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Dateline.Annotation;
using Dateline.Time;

namespace Dateline.Benchmarks;

/// <summary>Dated pages whose dates are taken away: how many get an interval back, how many of these hold the true day, and how wide they are.</summary>
internal static class UndatedPages
{
    private const int Close = 7;

    /// <param name="files">JSON Lines as `timeline` takes them: with "published" and "story".</param>
    /// <param name="most">Pages of each story that are taken: once in a row from its middle, once spread over the whole.</param>
    /// <param name="show">Whether each page that fell out of its interval is named on stderr, with the step that lost it.</param>
    public static void Run(IReadOnlyList<string> files, int most, bool show)
    {
        var steps = new SortedDictionary<DateEvidence, (int Used, int Wrong)>();
        Console.Out.WriteLine("story\tpages\ttaken away\twithout\tintervals\thold\tnarrower than a week\tmedian days\tremarked");
        foreach (var file in files)
            foreach (var story in Lines(file).Where(l => l.Dated.Published.IsDay).GroupBy(l => l.Story).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var pages = story.OrderBy(l => l.Dated.Published.From).ToList();
                Measure(steps, show, $"{story.Key}, in a row", pages.Count <= most ? pages : pages.GetRange((pages.Count - most) / 2, most));
                if (pages.Count > most) Measure(steps, show, $"{story.Key}, spread", [.. Enumerable.Range(0, most).Select(i => pages[i * pages.Count / most])]);
            }

        foreach (var (kind, (used, wrong)) in steps) Console.Out.WriteLine(FormattableString.Invariant($"{kind}: held on {used} pages, lost the true day of {wrong}"));
    }

    private static void Measure(SortedDictionary<DateEvidence, (int Used, int Wrong)> steps, bool show, string name, List<Line> pages)
    {
        var dated = pages.ConvertAll(p => new AnnotatedArticle(p.Dated, Annotator.Annotate(p.Dated)));
        var bare = pages.ConvertAll(p => Pipeline.Annotate(p.Undated));
        Tell("all, alone", bare.Select((b, at) => (dated[at], b)));
        var copies = Pipeline.FindCopies([.. dated.Select(d => d.Article)]);
        Tell("one of all", dated.Select((d, at) => (d, Follow([.. dated.Select((other, n) => n == at ? bare[n] : other)], copies)[at])));
        var half = Follow([.. dated.Select((d, n) => n % 2 == 0 ? d : bare[n])], copies);
        Tell("every second", dated.Select((d, at) => (d, half[at])).Where((_, at) => at % 2 == 1));
        var few = Follow([.. dated.Select((d, n) => n % 10 == 5 ? d : bare[n])], copies);
        Tell("nine of ten", dated.Select((d, at) => (d, few[at])).Where((_, at) => at % 10 != 5));

        void Tell(string taken, IEnumerable<(AnnotatedArticle True, AnnotatedArticle Found)> found)
        {
            var all = found.ToList();
            var told = all.Where(p => p.Found.Article.Published is { From: not null, To: not null }).ToList();
            var widths = told.Select(p => p.Found.Article.Published.To!.Value.DayNumber - p.Found.Article.Published.From!.Value.DayNumber + 1).Order().ToList();
            var holds = told.Count(p => p.True.Article.Published.From >= p.Found.Article.Published.From && p.True.Article.Published.From <= p.Found.Article.Published.To);
            Console.Out.WriteLine(FormattableString.Invariant($"{name}\t{pages.Count}\t{taken}\t{all.Count}\t{told.Count}\t{holds}\t{widths.Count(w => w <= Close)}\t{(widths.Count == 0 ? 0 : widths[widths.Count / 2])}\t{told.Count(p => p.Found.Article.Remarks.Length > 0)}"));
            foreach (var (one, page) in told)
            {
                var day = one.Article.Published.From;
                foreach (var kind in page.Article.Derivation.Where(d => d.Holds).Select(d => d.Kind).Distinct()) steps[kind] = (steps.GetValueOrDefault(kind).Used + 1, steps.GetValueOrDefault(kind).Wrong);
                if (page.Article.Derivation.FirstOrDefault(d => d.Holds && (day < d.From || day > d.To)) is not { } wrong) continue;
                steps[wrong.Kind] = (steps[wrong.Kind].Used, steps[wrong.Kind].Wrong + 1);
                if (show) Console.Error.WriteLine($"{one.Article.Id} of {day:O} in {page.Article.Published}: {wrong.Kind} {wrong.From:O} to {wrong.To:O}, {wrong.Words} {wrong.Reason}");
            }
        }
    }

    private static ImmutableArray<AnnotatedArticle> Follow(ImmutableArray<AnnotatedArticle> pages, ImmutableArray<Copy> copies)
    {
        var story = new Story(new StoryId(1), "", [.. pages.Select(p => p.Article.Id)], UncertainDate.Unknown(""), UncertainDate.Unknown(""));
        return PublicationDater.FromStory(pages, [story], copies);
    }

    private sealed record Line(string Story, Article Dated, Article Undated);

    private static IEnumerable<Line> Lines(string file)
    {
        using var bytes = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            Article With(string? published) => ArticleText.Of(Text("id") ?? line, Text("text") ?? "", published, Text("outlet"), Text("title"));
            yield return new Line(Text("story") ?? "", With(Text("published")), With(null));
        }
    }
}
