using System.Collections.Immutable;
using Dateline.Storage.Extracts;
using Dateline.Stories;

namespace Dateline.Server;

/// <summary>A day of which a story's pages speak, with the sentence of one of them.</summary>
/// <param name="Articles">How many of the pages speak of it.</param>
/// <param name="Date">Where the words stand that name the day.</param>
public sealed record DayTold(DateOnly Day, int Articles, ArticleId Article, TextSpan Sentence, TextSpan Date);

/// <summary>The most salient days of a story by the event's time, in their order.</summary>
public static class DayTimeline
{
    public const int Most = StoryExtractQuery.DaysShown;

    public static ImmutableArray<DayTold> Of(LedgerIndex index, Story story)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(story);
        var told = story.Articles.SelectMany(id => StoryFacts.Days(index.Annotated(id)).Select(d => new DayTold(d.Day, 1, id, d.Sentence, d.Date))).ToLookup(t => t.Day);
        return
        [
            .. Timeline.Rank(story.Articles.Select(index.Annotated).ToList()).Where(told.Contains).Take(Most).Order()
                .Select(day => told[day].MinBy(t => StoryFacts.Distance(index.Article(t.Article), day))! with { Articles = told[day].Select(t => t.Article).Distinct().Count() }),
        ];
    }
}
