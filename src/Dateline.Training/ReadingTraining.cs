using System.Text.Json;
using Dateline.Exchange;
using Dateline.Reading;

namespace Dateline.Training;

/// <summary>Trains the forests that tell story from page, and measures them on pages of sites that they have not seen.</summary>
internal static class ReadingTraining
{
    private const int Folds = 5;
    private const int Trees = 160;
    private const int Leaves = 20;
    private const double Rate = 0.1;

    /// <summary>Writes the models, trained on all pages, to a folder, and to another what models of the other folds read, as score_pages.py takes it. Either may be left out.</summary>
    public static void Run(string data, bool html, string? models, string? predictions)
    {
        var kind = html ? "html" : "text";
        var pages = PageCorpus.Load(data, html).ToList();
        var folds = FoldsOf(pages);
        Console.Error.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.Labels.Length)} lines");
        var width = html ? LineFeatures.HtmlCount : LineFeatures.TextCount;

        // pages of which the gold has snippets only are labelled by a forest that has not seen them, where it is sure; then all is learned again
        GuessedLabels.Add(pages, FirstScores(pages, RowsOf(pages, folds), folds, width));
        var rows = RowsOf(pages, folds);
        var scores = FirstScores(pages, rows, folds, width);
        var second = pages.Select((p, i) => SecondRows(p.Page, rows[i], scores[i], width)).ToList();
        var secondWidth = width + (html ? ScoreFeatures.HtmlCount : ScoreFeatures.TextCount);
        if (models is not null)
        {
            Directory.CreateDirectory(models);
            new PageWordTrainer(pages).Write(models, html);
            Save(Path.Combine(models, $"reading-{kind}-second.bin"), pages, second, secondWidth, _ => true);
            Save(Path.Combine(models, $"reading-{kind}-first.bin"), pages, rows, width, _ => true);
        }

        if (predictions is not null) Predict(pages, second, folds, secondWidth, html, data, predictions);
    }

    /// <summary>Each page's scores by a first forest that has not seen it: what the second learns from.</summary>
    private static float[][] FirstScores(List<LabelledPage> pages, List<float[]> rows, int[] folds, int width)
    {
        var scores = new float[pages.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            var first = Fit(pages, rows, width, i => folds[i] != fold);
            for (var i = 0; i < pages.Count; i++)
            {
                if (folds[i] == fold) scores[i] = ScoresOf(first, rows[i], width);
            }
        }

        return scores;
    }

    private static void Predict(List<LabelledPage> pages, List<float[]> second, int[] folds, int secondWidth, bool html, string data, string predictions)
    {
        Directory.CreateDirectory(predictions);
        var writers = PageCorpus.Sets.ToDictionary(set => set, set => File.Create(Path.Combine(predictions, $"{set}.jsonl")));
        var urls = PageCorpus.Sets.SelectMany(set => File.ReadLines(Path.Combine(data, "extraction", set, "pages.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).Select(e => (Key: set + "/" + e.GetProperty("id").GetString(), Url: e.TryGetProperty("url", out var u) ? u.GetString() : null))).ToDictionary(p => p.Key, p => p.Url);
        double right = 0, all = 0;
        for (var fold = 0; fold < Folds; fold++)
        {
            var forest = Fit(pages, second, secondWidth, i => folds[i] != fold);
            for (var i = 0; i < pages.Count; i++)
            {
                if (folds[i] != fold) continue;
                var page = pages[i];
                for (var j = 0; j < page.Labels.Length; j++)
                {
                    var score = forest.Score(second[i].AsSpan(j * secondWidth, secondWidth));
                    page.Page.Lines[j].Score = score;
                    if (page.Labels[j] < 0) continue;
                    all += page.Weights[j];
                    if (score >= Roles.Kept == page.Labels[j] > 0) right += page.Weights[j];
                }

                PageThreshold.Apply(page.Page.Lines);
                Roles.Settle(page.Page);
                var capture = Capture.Of(new byte[] { 1 }, html ? PageFormat.Html : PageFormat.Text, page.Id, new PageMetadata(Url: urls.GetValueOrDefault(page.Set + "/" + page.Id)));
                var article = ArticleBuilder.Build(capture, string.Join('\n', page.Page.Lines.Select(l => l.Text)), Relaid(page.Page), capture.Metadata, null, []);
                using (var json = new Utf8JsonWriter(writers[page.Set], Json.Compact)) ArticleJson.Write(json, article, page.Id);
                writers[page.Set].WriteByte((byte)'\n');
            }
        }

        foreach (var writer in writers.Values) writer.Dispose();
        Console.Error.WriteLine($"weighted accuracy on unseen sites {right / all:0.0000}");
    }

    /// <summary>The same lines one behind the other, as the joined text has them.</summary>
    private static PreparedPage Relaid(PreparedPage page)
    {
        var offset = 0;
        foreach (var line in page.Lines)
        {
            line.Start = offset;
            offset += line.Text.Length + 1;
        }

        return page;
    }

    /// <summary>Each page's rows with the weights of words that pages of the other folds gave.</summary>
    private static List<float[]> RowsOf(List<LabelledPage> pages, int[] folds)
    {
        var words = new PageWords[Folds];
        for (var fold = 0; fold < Folds; fold++) words[fold] = new PageWordTrainer(pages.Where((_, i) => folds[i] != fold)).ToWords();
        return [.. pages.Select((p, i) => FirstRows(p.Page, words[folds[i]]))];
    }

    private static float[] FirstRows(PreparedPage page, PageWords words)
    {
        var width = page.Context.IsHtml ? LineFeatures.HtmlCount : LineFeatures.TextCount;
        var rows = new float[page.Lines.Count * width];
        var features = new LineFeatures(page.Lines, page.Context, words);
        for (var i = 0; i < page.Lines.Count; i++) features.Fill(i, rows.AsSpan(i * width, width));
        return rows;
    }

    private static int[] FoldsOf(List<LabelledPage> pages)
    {
        // a fixed hash of the site, so that the folds stay when pages come or go
        return [.. pages.Select(p => (int)((uint)Measure.KeyOf(p.Site) % Folds))];
    }

    private static float[] ScoresOf(Forest forest, float[] rows, int width)
    {
        var scores = new float[rows.Length / width];
        for (var i = 0; i < scores.Length; i++) scores[i] = forest.Score(rows.AsSpan(i * width, width));
        return scores;
    }

    private static float[] SecondRows(PreparedPage page, float[] first, float[] scores, int width)
    {
        var count = page.Context.IsHtml ? ScoreFeatures.HtmlCount : ScoreFeatures.TextCount;
        var wide = width + count;
        var rows = new float[scores.Length * wide];
        var around = new ScoreFeatures(page.Lines, scores, page.Tree);
        for (var i = 0; i < scores.Length; i++)
        {
            first.AsSpan(i * width, width).CopyTo(rows.AsSpan(i * wide));
            around.Fill(i, rows.AsSpan(i * wide + width, count));
        }

        return rows;
    }

    private static Forest Fit(List<LabelledPage> pages, List<float[]> rows, int width, Func<int, bool> take)
    {
        using var memory = new MemoryStream();
        Train(memory, pages, rows, width, take);
        memory.Position = 0;
        return Forest.Load(memory);
    }

    private static void Save(string path, List<LabelledPage> pages, List<float[]> rows, int width, Func<int, bool> take)
    {
        using var file = File.Create(path);
        Train(file, pages, rows, width, take);
    }

    private static void Train(Stream output, List<LabelledPage> pages, List<float[]> rows, int width, Func<int, bool> take)
    {
        var chosen = new List<float>();
        var labels = new List<float>();
        var weights = new List<float>();
        for (var i = 0; i < pages.Count; i++)
        {
            if (!take(i)) continue;
            for (var j = 0; j < pages[i].Labels.Length; j++)
            {
                if (pages[i].Labels[j] < 0) continue;
                chosen.AddRange(rows[i].AsSpan(j * width, width));
                labels.Add(pages[i].Labels[j]);
                weights.Add(pages[i].Weights[j]);
            }
        }

        new ForestTrainer([.. chosen], width, [.. labels], [.. weights]).Train(output, Trees, Leaves, Rate);
    }
}
