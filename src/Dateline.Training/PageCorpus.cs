using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Dateline.Reading;

namespace Dateline.Training;

/// <summary>A page of a development set with the labels that its gold projects on its lines.</summary>
/// <param name="Site">Pages of one site stay in one fold.</param>
/// <param name="Labels">1 story, 0 not, -1 unknown: for each line.</param>
internal sealed record LabelledPage(string Set, string Id, string Site, PreparedPage Page, float[] Labels, float[] Weights);

/// <summary>The development sets of article extraction: pages, gold, labels for each line.</summary>
internal static class PageCorpus
{
    private const int Shingle = 4;
    private const int MostWords = 200; // of one line
    private const float MostOther = 1.5f;
    private const float FewestWords = 80; // of a story, for the weights
    private const float LineWeight = 0.15f;
    private const float PageWeight = 100;
    private const float SnippetWeight = 4;

    public static readonly string[] Sets = ["fundus", "news424", "wcxb_article", "trafilatura"];

    public static IEnumerable<LabelledPage> Load(string data, bool html)
    {
        foreach (var set in Sets)
        {
            var folder = Path.Combine(data, "extraction", set);
            var excluded = Excluded(Path.Combine(folder, "exclude.json"));
            var gold = File.ReadLines(Path.Combine(folder, "gold.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).ToDictionary(g => g.GetProperty("id").GetString()!);
            foreach (var (id, bytes) in html ? Pages(folder) : Texts(folder))
            {
                if (!gold.TryGetValue(id, out var truth) || excluded.Contains(id)) continue;
                var remarks = new List<Remark>();
                var text = CleanText.Of(Charsets.Decode(bytes, null, html, remarks));
                var page = html ? PreparedPage.OfHtml(text, remarks) : PreparedPage.OfText(text);
                var whole = truth.TryGetProperty("text", out var body) && body.GetString() is { Length: > 0 };
                var labels = whole ? FromBody(page.Lines, body.GetString()!) : FromSegments(page.Lines, truth);
                yield return new LabelledPage(set, id, SiteOf(set, id, truth), page, labels, whole ? Weights(page.Lines, labels, 1) : [.. labels.Select(l => l < 0 ? 0 : SnippetWeight)]);
            }
        }
    }

    private static HashSet<string> Excluded(string file) =>
        File.Exists(file) ? JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("text").EnumerateArray().Select(e => e.GetString()!).ToHashSet() : [];

    private static IEnumerable<(string Id, byte[] Bytes)> Pages(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "html"), "*.html.gz").Order(StringComparer.Ordinal))
        {
            using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var memory = new MemoryStream();
            gzip.CopyTo(memory);
            yield return (Path.GetFileName(file)[..^8], memory.ToArray());
        }
    }

    private static IEnumerable<(string Id, byte[] Bytes)> Texts(string folder)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "text.jsonl.gz")), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var json = JsonDocument.Parse(line).RootElement;
            yield return (json.GetProperty("id").GetString()!, Encoding.UTF8.GetBytes(json.GetProperty("text").GetString()!));
        }
    }

    private static string SiteOf(string set, string id, JsonElement gold)
    {
        if (gold.TryGetProperty("publisher", out var publisher)) return publisher.GetString()!;
        if (gold.TryGetProperty("url", out var url) && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var uri)) return uri.Host;
        return set + id;
    }

    /// <summary>A line is story where most of its words are covered by shingles that the page's words, line behind line, share with the gold; so the cells of a table count too, short as they are.</summary>
    private static float[] FromBody(List<Line> lines, string gold)
    {
        var keys = Measure.KeysOf(gold);
        var shingles = new Dictionary<long, int>();
        for (var i = 0; i + Shingle <= keys.Length; i++) CollectionsMarshal.GetValueRefOrAddDefault(shingles, Measure.FoldOf(keys.AsSpan(i, Shingle)), out _)++;
        int[] stream = [.. lines.SelectMany(l => l.Measure.Keys)];
        var covered = new bool[stream.Length];
        for (var i = 0; i + Shingle <= stream.Length; i++)
        {
            if (shingles.ContainsKey(Measure.FoldOf(stream.AsSpan(i, Shingle)))) Array.Fill(covered, true, i, Shingle);
        }

        var whole = gold.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => Measure.Of(l).Fold).ToHashSet();
        var labels = new float[lines.Count];
        var at = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var count = lines[i].Measure.Keys.Length;
            if (count == 0) continue;
            var share = covered.AsSpan(at, count).Count(true) / (float)count;
            labels[i] = share >= (count < Shingle ? 1 : 0.6f) || whole.Contains(lines[i].Measure.Fold) ? 1 : 0;
            at += count;
        }

        OneOfEach(lines, labels, shingles);
        return labels;
    }

    /// <summary>Of equal lines only as many are story as the gold has: those with most story around them.</summary>
    private static void OneOfEach(List<Line> lines, float[] labels, Dictionary<long, int> shingles)
    {
        foreach (var group in Enumerable.Range(0, lines.Count).Where(i => labels[i] > 0 && lines[i].Measure.Keys.Length >= Shingle).GroupBy(i => lines[i].Measure.Fold).Where(g => g.Count() > 1).ToList())
        {
            var most = Math.Max(1, shingles.GetValueOrDefault(Measure.FoldOf(lines[group.First()].Measure.Keys.AsSpan(0, Shingle))));
            foreach (var extra in group.OrderByDescending(i => Around(lines, labels, i)).ThenBy(i => i).Skip(most)) labels[extra] = 0;
        }
    }

    private static float Around(List<Line> lines, float[] labels, int i)
    {
        float sum = 0;
        for (var j = Math.Max(0, i - 4); j < Math.Min(lines.Count, i + 5); j++) sum += j == i ? 0 : labels[j] * Math.Min(lines[j].Measure.Words, 30);
        return sum;
    }

    private static float[] FromSegments(List<Line> lines, JsonElement gold)
    {
        var labels = new float[lines.Count];
        Array.Fill(labels, -1);
        Mark("with", 1);
        Mark("without", 0);
        Mark("comments", 0);
        return labels;

        void Mark(string name, float label)
        {
            if (!gold.TryGetProperty(name, out var snippets)) return;
            foreach (var snippet in snippets.EnumerateArray().Select(s => string.Join(' ', s.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
            {
                if (snippet.Length < 3) continue;
                for (var i = 0; i < lines.Count; i++)
                {
                    if (lines[i].Text.Contains(snippet, StringComparison.Ordinal)) labels[i] = label;
                }
            }
        }
    }

    /// <summary>A line weighs by its words against the story's, as the scorer counts, and a little by its being a line. What is not story weighs no more than <see cref="MostOther"/> stories, so that a page of a hundred teasers does not outweigh the others.</summary>
    public static float[] Weights(List<Line> lines, float[] labels, float weight)
    {
        var story = Math.Max(FewestWords, Words(1));
        var other = Math.Min(1, MostOther * story / Math.Max(1, Words(0)));
        return [.. lines.Select((l, i) => labels[i] < 0 ? 0 : weight * (LineWeight + PageWeight * Math.Min(l.Measure.Words, MostWords) / story * (labels[i] > 0 ? 1 : other)))];
        float Words(float label) => lines.Where((_, i) => labels[i] == label).Sum(l => Math.Min(l.Measure.Words, MostWords));
    }
}
