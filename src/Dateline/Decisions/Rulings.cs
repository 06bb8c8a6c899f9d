using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Decisions;

/// <summary>Makes rulings of what a person points at in a ledger, and puts rulings into words.</summary>
public static class Rulings
{
    private const int MostQuoted = 80; // characters of a quote in a sentence

    public static Ruling Merge(Story one, Story other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new Ruling.MergeStories(one.Articles, other.Articles);
    }

    /// <param name="taken">Articles of the story; at least one stays.</param>
    public static Ruling Split(Story story, IReadOnlyCollection<ArticleId> taken)
    {
        ArgumentNullException.ThrowIfNull(story);
        return new Ruling.SplitStory([.. story.Articles.Where(taken.Contains)], [.. story.Articles.Where(a => !taken.Contains(a))]);
    }

    /// <param name="from">The story in which the article stands.</param>
    public static Ruling Move(ArticleId article, Story from, Story to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return new Ruling.MoveArticle(article, from.Articles.Remove(article), to.Articles);
    }

    public static Evidence At(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new Evidence(entry.Article, entry.Span, entry.Quote);
    }

    /// <param name="article">The article in which the statement stands.</param>
    public static Evidence At(Statement statement, Article article)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(article);
        return new Evidence(statement.Article, statement.ContentCover, statement.ContentCover.Slice(article.Text));
    }

    public static ImmutableArray<Evidence> At(Track track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return [.. track.Entries.Select(At)];
    }

    /// <summary>The decisions of a log that stand: neither taken back nor themselves the taking back of another.</summary>
    public static ImmutableArray<Decision> Standing(ImmutableArray<Decision> log) => Decisions.Standing.Of(log);

    /// <summary>What was decided, as a sentence without a stop: "3 articles and 2 articles are one story".</summary>
    public static string Words(Ruling ruling) => ruling switch
    {
        Ruling.MergeStories merge => $"{Count(merge.One.Length)} and {Count(merge.Other.Length)} are one story",
        Ruling.SplitStory split => $"{Count(split.Taken.Length)} and {Count(split.Left.Length)} are two stories",
        Ruling.MoveArticle move => $"article {move.Article} belongs to the story of {Count(move.To.Length)}",
        Ruling.NameEntity { Within.IsEmpty: true } same => $"\u201C{same.Name}\u201D is {same.Entity}",
        Ruling.NameEntity name => $"\u201C{name.Name}\u201D in {Count(name.Within.Length)} is {name.Entity}",
        Ruling.NameSpeaker speaker => $"{speaker.Speaker} says {Quoted(speaker.Statement)}",
        Ruling.DropStatement drop => $"nobody is quoted with {Quoted(drop.Statement)}",
        Ruling.MoveEntry move => $"{Quoted(move.Entry)} answers the same question as {Quoted(move.To[0])}",
        Ruling.MergeTracks merge => $"{Quoted(merge.One[0])} and {Quoted(merge.Other[0])} answer one question",
        Ruling.NameQuestion name => $"the question is: {name.Question}",
        Ruling.DropChange drop => $"no {drop.Kind.ToString().ToLowerInvariant()} from {Quoted(drop.Before)} to {Quoted(drop.After)}",
        Ruling.AddNote note => note.Text,
        Ruling.Undo undo => string.Create(CultureInfo.InvariantCulture, $"decision {undo.Number} is taken back"),
        _ => throw new ArgumentOutOfRangeException(nameof(ruling)),
    };

    private static string Count(int articles) => articles == 1 ? "1 article" : string.Create(CultureInfo.InvariantCulture, $"{articles} articles");

    private static string Quoted(Evidence evidence) => evidence.Quote.Length <= MostQuoted ? $"\u201C{evidence.Quote}\u201D" : $"\u201C{evidence.Quote[..MostQuoted].TrimEnd()} \u2026\u201D";
}
