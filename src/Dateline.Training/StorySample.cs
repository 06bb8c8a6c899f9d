using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Dateline.Stories;

namespace Dateline.Training;

/// <summary>A stream of articles, some or all with their gold story.</summary>
internal sealed class StorySample(List<Article> articles, Dictionary<ArticleId, string> gold)
{
    private readonly List<ArticleTerms> terms = [.. articles.Select(ArticleTerms.Of)];

    public IReadOnlyList<Article> Articles => articles;

    public IReadOnlyDictionary<ArticleId, string> Gold => gold;

    public static StorySample Read(string file)
    {
        var articles = Lines(file).Select(Article).ToList();
        var stories = Lines(file).Where(l => l.TryGetProperty("story", out _)).Concat(Lines(Path.Combine(Path.GetDirectoryName(file)!, "gold.jsonl")));
        var gold = stories.Where(l => Text(l, "id") is not null && Text(l, "story") is not null && Text(l, "noise") != "true").ToDictionary(l => new ArticleId(Text(l, "id")!), l => Text(l, "story")!);
        return new StorySample(articles, gold);
    }

    /// <summary>The articles of every other topic: a topic is what a story's name has of digits (events of one kind stand together there).</summary>
    public StorySample Half(bool first)
    {
        var mine = gold.Where(g => int.Parse(string.Concat(g.Value.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture) % 2 == (first ? 0 : 1)).ToDictionary(g => g.Key, g => g.Value);
        return new StorySample([.. articles.Where(a => mine.ContainsKey(a.Id))], mine);
    }

    /// <summary>The articles of all samples in one stream, as they were published; the undated, whom nothing puts later, first.</summary>
    public static StorySample Joined(params StorySample[] samples) =>
        new([.. samples.SelectMany(s => s.Articles).OrderBy(a => DaySpan.Of(a.Published).First ?? DateOnly.MinValue).ThenBy(a => a.Id.Value, StringComparer.Ordinal)], samples.SelectMany(s => s.Gold).ToDictionary());

    /// <summary>Where each article was put as it came.</summary>
    public Dictionary<ArticleId, StoryId> Placed(StoryWeights weights) => Stream(weights).Placed;

    /// <summary>Where each article stands at the end, once all have come.</summary>
    public Dictionary<ArticleId, StoryId> Standing(StoryWeights weights) => Stream(weights).Stream.Standing().ToDictionary(s => s.Article, s => s.Story);

    /// <summary>Compares the articles that have a gold story with where they were found.</summary>
    public (double BCubed, double Pairs) Score(IReadOnlyDictionary<ArticleId, StoryId> found)
    {
        var placed = articles.Where(a => gold.ContainsKey(a.Id)).Select(a => (Gold: gold[a.Id], Found: found[a.Id])).ToList();
        var golds = placed.CountBy(p => p.Gold).ToDictionary();
        var sizes = placed.CountBy(p => p.Found).ToDictionary();
        var both = placed.CountBy(p => p).ToList();
        static double Two(int n) => n * (n - 1.0) / 2;
        return (
            Harmonic(both.Sum(b => (double)b.Value * b.Value / sizes[b.Key.Found]) / placed.Count, both.Sum(b => (double)b.Value * b.Value / golds[b.Key.Gold]) / placed.Count),
            Harmonic(both.Sum(b => Two(b.Value)) / sizes.Values.Sum(Two), both.Sum(b => Two(b.Value)) / golds.Values.Sum(Two)));
    }

    private (StoryStream Stream, Dictionary<ArticleId, StoryId> Placed) Stream(StoryWeights weights)
    {
        var stream = new StoryStream(weights);
        var placed = new Dictionary<ArticleId, StoryId>();
        for (var at = 0; at < articles.Count; at++) placed[articles[at].Id] = stream.Add(articles[at].Id, terms[at], DaySpan.Of(articles[at].Published)).Story;
        return (stream, placed);
    }

    private static double Harmonic(double precision, double recall) => precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;

    internal static Article Article(JsonElement line) => ArticleText.Of(Text(line, "id")!, Text(line, "text") ?? "", Text(line, "published"), Text(line, "outlet"), Text(line, "title"));

    internal static IEnumerable<JsonElement> Lines(string file)
    {
        using var bytes = File.OpenRead(file);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
        while (reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.Clone();
        }
    }

    internal static string? Text(JsonElement line, string name) =>
        !line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
}
