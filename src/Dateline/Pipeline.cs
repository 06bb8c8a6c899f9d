using System.Collections.Immutable;
using Dateline.Annotation;
using Dateline.Decisions;
using Dateline.Reading;
using Dateline.Stories;
using Dateline.Time;
using Dateline.Tracing;
using Dateline.Tracks;

namespace Dateline;

/// <summary>The whole product on one screen. bytes -> Capture -> Article -> Annotations, a function of one capture; then tracing, placing and following over the history.</summary>
public static class Pipeline
{
    public const string Version = "0.1.0";

    /// <summary>What every derived row carries: the version, and the hash of all rules, lexicons and models.</summary>
    public static string Stamp { get; } = $"{Version}+{Resources.Hash}";

    /// <summary>One capture to its articles with all that stands in them. Pure: parallel, cacheable, restartable.</summary>
    public static Outcome<ReadPage> Read(Capture capture) => PageReader.Read(capture);

    public static AnnotatedArticle Annotate(Article article) =>
        PublicationDater.FromOwnText(new AnnotatedArticle(article, Annotator.Annotate(article)));

    /// <summary>Tracing alone: on words, without annotations.</summary>
    public static ImmutableArray<Copy> FindCopies(IEnumerable<Article> articles) => CopyFinder.Find(articles);

    /// <summary>Folds over the articles in the order in which they came, under what people decided.</summary>
    /// <param name="log">All decisions; those that were taken back do nothing.</param>
    public static Ledger Follow(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Decision> log = default)
    {
        var decisions = Standing.Of(log);
        var amended = DecidedArticles.Amend(history, decisions);               // speakers and names as people corrected them
        var copies = Tracer.FindCopies(amended);                               // which passages came from where
        var placed = DecidedStories.Place(amended, decisions);                 // which story, and why
        var stories = Placer.Gather(amended, placed);
        var dated = PublicationDater.FromStory(amended, stories, copies, a => DecidedArticles.Annotate(a, decisions)); // undated pages, dated by the others
        var origins = Tracer.FindOrigins(dated, stories, copies);              // on whose word it rests
        var tracks = Follower.Follow(dated, stories, copies, origins, decisions); // update / contradict / deny / correct / confirm
        return new Ledger(Stamp, dated, Placer.Describe(stories, dated), placed.Placements, copies, origins, tracks) { Redirects = placed.Redirects, Moves = placed.Moves, Decisions = log.IsDefault ? [] : log };
    }
}
