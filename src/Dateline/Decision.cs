using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dateline;

/// <summary>What a person changed, with who and when. Decisions are kept for ever, in an append-only log; taking one back is a decision too.</summary>
/// <param name="Number">Its place in the log, from 1.</param>
/// <param name="By">Who decided, as they call themselves.</param>
public sealed record Decision(int Number, DateTimeOffset At, string By, Ruling Ruling);

/// <summary>The exact words that a decision is about. The offsets count while the page is read as it was then; after that the words find it.</summary>
/// <param name="Quote">The words of <paramref name="Span"/>, verbatim.</param>
public sealed record Evidence(ArticleId Article, TextSpan Span, string Quote);

/// <summary>What was decided. It names articles and exact words, never stories or tracks: these are derived, and come out otherwise when pages are added in another order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "ruling")]
[JsonDerivedType(typeof(MergeStories), "merge-stories")]
[JsonDerivedType(typeof(SplitStory), "split-story")]
[JsonDerivedType(typeof(MoveArticle), "move-article")]
[JsonDerivedType(typeof(NameEntity), "name-entity")]
[JsonDerivedType(typeof(NameSpeaker), "name-speaker")]
[JsonDerivedType(typeof(DropStatement), "drop-statement")]
[JsonDerivedType(typeof(MoveEntry), "move-entry")]
[JsonDerivedType(typeof(MergeTracks), "merge-tracks")]
[JsonDerivedType(typeof(NameQuestion), "name-question")]
[JsonDerivedType(typeof(DropChange), "drop-change")]
[JsonDerivedType(typeof(AddNote), "add-note")]
[JsonDerivedType(typeof(Undo), "undo")]
public abstract record Ruling
{
    private Ruling()
    {
    }

    /// <summary>The articles that it speaks of.</summary>
    public abstract IEnumerable<ArticleId> Articles();

    /// <summary>Two stories are one: all these articles stand together.</summary>
    public sealed record MergeStories(ImmutableArray<ArticleId> One, ImmutableArray<ArticleId> Other) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => One.Concat(Other);
    }

    /// <summary>One story is two: the articles taken out stand together, and with none of those that are left.</summary>
    public sealed record SplitStory(ImmutableArray<ArticleId> Taken, ImmutableArray<ArticleId> Left) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => Taken.Concat(Left);
    }

    /// <summary>The article belongs to another story than the one in which it stood.</summary>
    /// <param name="From">The other articles of the story in which it stood.</param>
    /// <param name="To">The articles of the story that it belongs to.</param>
    public sealed record MoveArticle(ArticleId Article, ImmutableArray<ArticleId> From, ImmutableArray<ArticleId> To) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => From.Concat(To).Prepend(Article);
    }

    /// <summary>What the pages call one name is another: two names of one entity, or, within some articles only, one name of two.</summary>
    /// <param name="Name">The canonical name as the pipeline has it.</param>
    /// <param name="Entity">The canonical name that it shall be.</param>
    /// <param name="Within">Empty: everywhere.</param>
    public sealed record NameEntity(string Name, string Entity, ImmutableArray<ArticleId> Within) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => Within;
    }

    /// <summary>Who says it, where that was wrong or missing.</summary>
    public sealed record NameSpeaker(Evidence Statement, string Speaker) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => [Statement.Article];
    }

    /// <summary>Nobody is quoted here: the words are the outlet's own.</summary>
    public sealed record DropStatement(Evidence Statement) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => [Statement.Article];
    }

    /// <summary>The entry answers another question.</summary>
    /// <param name="To">The entries of that question.</param>
    public sealed record MoveEntry(Evidence Entry, ImmutableArray<Evidence> To) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => To.Select(e => e.Article).Prepend(Entry.Article);
    }

    /// <summary>Two questions are one.</summary>
    public sealed record MergeTracks(ImmutableArray<Evidence> One, ImmutableArray<Evidence> Other) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => One.Concat(Other).Select(e => e.Article);
    }

    /// <summary>What the track's entries answer, in a person's words.</summary>
    public sealed record NameQuestion(ImmutableArray<Evidence> Track, string Question) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => Track.Select(e => e.Article);
    }

    /// <summary>Between these two entries nothing changed, or not so.</summary>
    public sealed record DropChange(Evidence Before, Evidence After, ChangeKind Kind) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => [Before.Article, After.Article];
    }

    /// <summary>A remark by a person; it changes nothing else.</summary>
    /// <param name="On">The words it is about; empty where it is about whole articles.</param>
    public sealed record AddNote(ImmutableArray<ArticleId> About, ImmutableArray<Evidence> On, string Text) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => About.Concat(On.Select(e => e.Article));
    }

    /// <summary>An earlier decision is taken back; taking that back in turn brings it to life again.</summary>
    /// <param name="Number">Its place in the log.</param>
    public sealed record Undo(int Number) : Ruling
    {
        public override IEnumerable<ArticleId> Articles() => [];
    }
}
