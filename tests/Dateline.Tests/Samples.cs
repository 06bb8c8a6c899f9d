using System.Collections.Immutable;

namespace Dateline.Tests;

/// <summary>The sample story, read from samples/ and followed once for all tests.</summary>
internal static class Samples
{
    private static readonly Lazy<Ledger> LazyLedger = new(() => Pipeline.Follow(Articles()));

    public static Ledger Ledger => LazyLedger.Value;

    /// <summary>The root of the source tree: the folder of global.json.</summary>
    public static string Root
    {
        get
        {
            var at = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(at, "global.json"))) at = Path.GetDirectoryName(at.TrimEnd(Path.DirectorySeparatorChar))!;
            return at;
        }
    }

    public static IEnumerable<Capture> Captures() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "samples")).Order(StringComparer.Ordinal)
        let format = Path.GetExtension(file) switch { ".html" => PageFormat.Html, ".txt" => PageFormat.Text, _ => PageFormat.JsonLine }
        where format != PageFormat.JsonLine
        select Capture.Of(File.ReadAllBytes(file), format, Path.GetFileName(file));

    public static ImmutableArray<AnnotatedArticle> Articles() =>
        [.. Captures().SelectMany(c => Pipeline.Read(c).TryGet(out var page, out _) ? page.Articles : []).Select(Pipeline.Annotate)];
}
