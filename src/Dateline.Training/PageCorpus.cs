using System.IO.Compression;
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

    public static readonly (string Name, float Weight)[] Sets = [("fundus", 1f), ("news424", 1f), ("wcxb_article", 1f), ("trafilatura", 1f)];

    public static IEnumerable<LabelledPage> Load(string data, bool html)
    {
        foreach (var (set, weight) in Sets)
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
                var labels = truth.TryGetProperty("text", out var body) && body.GetString() is { Length: > 0 } words ? FromBody(page.Lines, words) : FromSegments(page.Lines, truth);
                yield return new LabelledPage(set, id, SiteOf(set, id, truth), page, labels, Weights(page.Lines, labels, weight, set == "trafilatura"));
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

    /// <summary>A line is story where most of its word shingles stand in the gold; a line of fewer words, where it is a line of the gold.</summary>
    private static float[] FromBody(List<Line> lines, string gold)
    {
        var keys = Measure.KeysOf(gold);
        var shingles = new HashSet<long>();
        for (var i = 0; i + Shingle <= keys.Length; i++) shingles.Add(Hash(keys.AsSpan(i, Shingle)));
        var whole = gold.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => Measure.Of(l).Fold).ToHashSet();
        var labels = new float[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var own = lines[i].Measure.Keys;
            if (own.Length == 0) continue;
            if (own.Length < Shingle)
            {
                labels[i] = whole.Contains(lines[i].Measure.Fold) ? 1 : 0;
                continue;
            }

            var found = 0;
            for (var k = 0; k + Shingle <= own.Length; k++)
            {
                if (shingles.Contains(Hash(own.AsSpan(k, Shingle)))) found++;
            }

            labels[i] = found >= 0.5 * (own.Length - Shingle + 1) ? 1 : 0;
        }

        return labels;
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

    /// <summary>Each page weighs the same; half of a line's weight goes by its words, as the scorer counts, half by its being a line.</summary>
    private static float[] Weights(List<Line> lines, float[] labels, float weight, bool segments)
    {
        var story = Math.Max(80f, lines.Where((_, i) => labels[i] > 0).Sum(l => l.Measure.Words));
        return [.. lines.Select((l, i) => labels[i] < 0 ? 0 : segments ? 4f : weight * (0.15f + 100f * Math.Min(l.Measure.Words, 200) / story))];
    }

    private static long Hash(ReadOnlySpan<int> keys)
    {
        var hash = 14695981039346656037UL;
        foreach (var key in keys) hash = (hash ^ (uint)key) * 1099511628211UL;
        return (long)hash;
    }
}
