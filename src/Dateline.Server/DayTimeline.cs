using System.Collections.Immutable;
using Dateline.Stories;

namespace Dateline.Server;

/// <summary>A day of which a story's pages speak, with the sentence of one of them.</summary>
/// <param name="Articles">How many of the pages speak of it.</param>
/// <param name="Date">Where the words stand that name the day.</param>
public sealed record DayTold(DateOnly Day, int Articles, ArticleId Article, TextSpan Sentence, TextSpan Date);

/// <summary>The most salient days of a story by the event's time, in their order.</summary>
public static class DayTimeline
{
    public const int Most = 12;

    public static ImmutableArray<DayTold> Of(LedgerIndex index, Story story)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(story);
        var told = story.Articles.SelectMany(id => Told(index.Annotated(id))).ToLookup(t => t.Day);
        return
        [
            .. Timeline.Rank(story.Articles.Select(index.Annotated).ToList()).Where(told.Contains).Take(Most).Order()
                .Select(day => told[day].MinBy(t => Math.Abs((index.Article(t.Article).Published.Middle?.DayNumber ?? int.MaxValue / 2) - day.DayNumber))! with { Articles = told[day].Select(t => t.Article).Distinct().Count() }),
        ];
    }

    private static IEnumerable<DayTold> Told(AnnotatedArticle annotated)
    {
        var (article, notes) = annotated;
        foreach (var timex in notes.Timexes)
        {
            if (timex.When is not { IsDay: true, From: { } day }) continue;
            foreach (var sentence in notes.Sentences)
                if (sentence.Span.Contains(timex.Span) && article.Blocks[sentence.Block].IsStory) yield return new DayTold(day, 1, article.Id, sentence.Span, timex.Span);
        }
    }
}
