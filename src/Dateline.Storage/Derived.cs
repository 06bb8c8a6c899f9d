using System.Collections.Immutable;

namespace Dateline.Storage;

/// <summary>A capture with all that was read out of it on its own: its articles, or the reason why there are none.</summary>
public sealed record Derived(Capture Capture, ImmutableArray<AnnotatedArticle> Articles, Rejection? Rejection)
{
    /// <summary>Reads and annotates: a function of the capture alone.</summary>
    public static Derived From(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        return Pipeline.Read(capture).TryGet(out var page, out var rejection)
            ? new Derived(capture, [.. page.Articles.Select(Pipeline.Annotate)], null)
            : new Derived(capture, [], rejection);
    }
}
