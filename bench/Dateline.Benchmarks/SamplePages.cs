using System.Collections.Immutable;
using Dateline.Intake;

namespace Dateline.Benchmarks;

/// <summary>The made-up pages of samples/, before and after each stage.</summary>
internal static class SamplePages
{
    public static ImmutableArray<Capture> Captures { get; } = [.. CaptureReader.Read([Folder()]).OfType<Arrival.Got>().Select(a => a.Capture)];

    public static ImmutableArray<Article> Articles { get; } = [.. Captures.SelectMany(c => Pipeline.Read(c).TryGet(out var page, out _) ? page.Articles : [])];

    public static ImmutableArray<AnnotatedArticle> Annotated { get; } = [.. Articles.Select(Pipeline.Annotate)];

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Dateline.slnx"))) return Path.Combine(at.FullName, "samples");
        throw new InvalidOperationException("The benchmarks must run inside the source tree.");
    }
}
