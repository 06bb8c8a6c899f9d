using System.Text.Json;
using Dateline.Intake;
using Dateline.Storage;

namespace Dateline.Quality;

/// <summary>A story with gold, and the ledger that the pipeline makes of its pages.</summary>
internal sealed class StorySet
{
    public StorySet(string folder)
    {
        Name = Path.GetFileName(folder);
        Pages = Directory.EnumerateFiles(Path.Combine(folder, "pages")).ToDictionary(f => Path.GetFileName(f), f => new GoldPage(File.ReadAllText(f)), StringComparer.Ordinal);
        Tracks = JsonLines.Read(Path.Combine(folder, "gold", "tracks.jsonl"));
        ExtraTracks = JsonLines.Read(Path.Combine(folder, "gold", "extra_tracks.jsonl"));
        Statements = JsonLines.Read(Path.Combine(folder, "gold", "statements.jsonl"));
        PageGold = JsonLines.Read(Path.Combine(folder, "gold", "pages.jsonl"));
        Provenance = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "gold", "provenance.json"))).RootElement;
        var captures = CaptureReader.Read([Path.Combine(folder, "pages")]).OfType<Arrival.Got>().Select(a => a.Capture).DistinctBy(c => c.Id);
        Ledger = Pipeline.Follow([.. InOrder.Select(captures, Derived.From).SelectMany(d => d.Articles)]);
        Articles = Ledger.Articles.ToDictionary(a => a.Article.Id, a => a.Article);
    }

    public string Name { get; }

    public Dictionary<string, GoldPage> Pages { get; }

    public List<JsonElement> Tracks { get; }

    public List<JsonElement> ExtraTracks { get; }

    public List<JsonElement> Statements { get; }

    public List<JsonElement> PageGold { get; }

    public JsonElement Provenance { get; }

    public Ledger Ledger { get; }

    public Dictionary<ArticleId, Article> Articles { get; }

    public string PageOf(ArticleId article) => Articles[article].Page;

    /// <summary>The words from the first to the last of a statement's content.</summary>
    public string ContentOf(Statement statement) => statement.ContentCover.Slice(Articles[statement.Article].Text);
}
