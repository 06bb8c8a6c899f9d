using System.Text.Json;
using Dateline.Exchange;
using Dateline.Reading;

namespace Dateline.Training;

/// <summary>Trains the forests that tell story from page, and measures them on pages of sites that they have not seen.</summary>
internal static class ReadingTraining
{
    private const int Folds = 5;
    private static readonly int Trees = int.Parse(Environment.GetEnvironmentVariable("TREES") ?? "160");
    private static readonly int Leaves = int.Parse(Environment.GetEnvironmentVariable("LEAVES") ?? "20");
    private static readonly double Rate = double.Parse(Environment.GetEnvironmentVariable("RATE") ?? "0.1", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Writes the models, trained on all pages, to a folder, and to another what models of the other folds read, as score_pages.py takes it. Either may be left out.</summary>
    public static void Run(string data, bool html, string? models, string? predictions)
    {
        var kind = html ? "html" : "text";
        var pages = PageCorpus.Load(data, html).ToList();
        var folds = FoldsOf(pages);
        Console.Error.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.Labels.Length)} lines");
        var rows = pages.ConvertAll(p => LineFeatures.Of(p.Page.Lines, p.Page.Context));
        var width = html ? LineFeatures.HtmlCount : LineFeatures.TextCount;

        // the second forest learns from scores of first forests that have not seen the page
        var scores = new float[pages.Count][];
        for (var round = 0; round < int.Parse(Environment.GetEnvironmentVariable("ROUNDS") ?? "1"); round++) {
        if (round > 0) Pseudo(pages, scores, 0.5f);
        for (var fold = 0; fold < Folds; fold++)
        {
            var first = Fit(pages, rows, width, i => folds[i] != fold);
            for (var i = 0; i < pages.Count; i++)
            {
                if (folds[i] == fold) scores[i] = ScoresOf(first, rows[i], width);
            }
        }

        }
        if (Environment.GetEnvironmentVariable("PSEUDO") is { } ps) Pseudo(pages, scores, float.Parse(ps, System.Globalization.CultureInfo.InvariantCulture));
        var second = pages.Select((p, i) => SecondRows(p.Page, rows[i], scores[i], width)).ToList();
        var secondWidth = width + (html ? ScoreFeatures.HtmlCount : ScoreFeatures.TextCount);
        if (models is not null)
        {
            Directory.CreateDirectory(models);
            Save(Path.Combine(models, $"reading-{kind}-second.bin"), pages, second, secondWidth, _ => true);
            Save(Path.Combine(models, $"reading-{kind}-first.bin"), pages, rows, width, _ => true);
        }

        if (predictions is not null) Predict(pages, second, folds, secondWidth, html, data, predictions);
    }

    private static void Predict(List<LabelledPage> pages, List<float[]> second, int[] folds, int secondWidth, bool html, string data, string predictions)
    {
        Directory.CreateDirectory(predictions);
        var writers = PageCorpus.Sets.ToDictionary(s => s.Name, s => File.Create(Path.Combine(predictions, $"{s.Name}.jsonl")));
        var urls = PageCorpus.Sets.SelectMany(s => File.ReadLines(Path.Combine(data, "extraction", s.Name, "pages.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).Select(e => (Key: s.Name + "/" + e.GetProperty("id").GetString(), Url: e.TryGetProperty("url", out var u) ? u.GetString() : null))).ToDictionary(p => p.Key, p => p.Url);
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

                if (Environment.GetEnvironmentVariable("THR") is not null) PageThreshold.Apply(page.Page.Lines);
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

    private static void Pseudo(List<LabelledPage> pages, float[][] scores, float weight)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i].Set is not "trafilatura") continue;
            float story = 0, other = 0;
            for (var j = 0; j < scores[i].Length; j++)
            {
                if (scores[i][j] > 0.5f) story += Math.Min(200, pages[i].Page.Lines[j].Measure.Words); else other += Math.Min(200, pages[i].Page.Lines[j].Measure.Words);
            }

            story = Math.Max(80, story);
            var factor = Math.Min(1, 1.5f * story / Math.Max(1, other));
            for (var j = 0; j < scores[i].Length; j++)
            {
                if (pages[i].Labels[j] >= 0) continue;
                if (scores[i][j] is > 0.12f and < 0.88f) continue;
                pages[i].Labels[j] = scores[i][j] > 0.5f ? 1 : 0;
                pages[i].Weights[j] = weight * (0.15f + 100f * Math.Min(pages[i].Page.Lines[j].Measure.Words, 200) / story * (pages[i].Labels[j] > 0 ? 1 : factor));
            }
        }
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
