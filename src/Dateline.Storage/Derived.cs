using System.Collections.Immutable;

namespace Dateline.Storage;

/// <summary>A capture with all that was read out of it on its own: its articles, or the reason why there are none.</summary>
public sealed record Derived(Capture Capture, ImmutableArray<AnnotatedArticle> Articles, Rejection? Rejection)
{
    /// <summary>Reads and annotates: a function of the capture alone.</summary>
    public static Derived From(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        return Guard(capture, () => Pipeline.Read(capture).TryGet(out var page, out var rejection)
                ? new Derived(capture, [.. page.Articles.Select(Pipeline.Annotate)], null)
                : new Derived(capture, [], rejection))
            .TryGet(out var derived, out var fault)
            ? derived
            : new Derived(capture, [], fault);
    }

    /// <summary>Reads alone.</summary>
    public static Outcome<ReadPage> Read(Capture capture) =>
        Guard(capture, () => Pipeline.Read(capture)).TryGet(out var outcome, out var fault) ? outcome : fault;

    /// <summary>Annotates alone.</summary>
    /// <param name="capture">Where the article came from.</param>
    public static Outcome<AnnotatedArticle> Annotate(Capture capture, Article article) => Guard(capture, () => Pipeline.Annotate(article));

    /// <summary>A page on which the pipeline itself fails is refused with a code: it must not cost the others.</summary>
    private static Outcome<T> Guard<T>(Capture capture, Func<T> work)
        where T : class
    {
        try
        {
            return work();
        }
#pragma warning disable CA1031 // whatever the fault is, the other pages are read
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            var place = error.StackTrace?.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Contains("Dateline.", StringComparison.Ordinal));
            var method = place is null ? "an unknown place" : place.Split('(')[0].Split(' ')[^1];
            return new Rejection(Codes.Fault, $"A fault in Dateline, {error.GetType().Name} in {method}: please report it. The page is kept.", capture.Page);
        }
    }
}
