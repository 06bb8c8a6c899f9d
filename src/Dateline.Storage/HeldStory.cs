using System.Collections.Immutable;
using Dateline.Storage.Extracts;

namespace Dateline.Storage;

/// <summary>A story, or one question of it, opened to be written out: one state of the ledger, whose articles are read one by one, without their tokens, each time they are asked for. For one caller at a time.</summary>
public sealed class HeldStory : IDisposable
{
    private const int Long = 1000; // articles

    private readonly Func<ArticleId, AnnotatedArticle> read;
    private readonly IDisposable state;

    internal HeldStory(Ledger ledger, IEnumerable<AnnotatedArticle> articles, Func<ArticleId, AnnotatedArticle> read, ImmutableArray<ExtractedDay> days, ImmutableArray<ExtractedFlow> flows, IDisposable state) =>
        (Ledger, Articles, this.read, Days, Flows, this.state) = (ledger, articles, read, days, flows, state);

    /// <summary>All but the articles.</summary>
    public Ledger Ledger { get; }

    /// <summary>In the order in which they came.</summary>
    public IEnumerable<AnnotatedArticle> Articles { get; }

    /// <summary>The days of which its pages speak most.</summary>
    public ImmutableArray<ExtractedDay> Days { get; }

    /// <summary>From which roots its statements reached the outlets.</summary>
    public ImmutableArray<ExtractedFlow> Flows { get; }

    /// <summary>True for a story that takes tens of megabytes and more while it is written out.</summary>
    public static bool IsLong(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story.Articles.Length > Long;
    }

    public AnnotatedArticle Article(ArticleId article) => read(article);

    public void Dispose() => state.Dispose();
}
