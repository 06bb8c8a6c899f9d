using System.Collections.Immutable;

namespace Dateline.Stories;

/// <summary>The days of a story, the most salient first: by what its articles say of them, not by how much was published on them.</summary>
public static class Timeline
{
    /// <summary>A day ahead by more than this is an appointment, not yet an event.</summary>
    private const int Ahead = 2;

    /// <summary>Days on either side with which a day is compared, and how much of their mean it loses: a day stands out from its neighbours.</summary>
    private const int Around = 3;
    private const double Neighbours = 0.5;

    /// <summary>An article counts a day once; again if it looks back on it from two days later or more: what is still told then was of weight.</summary>
    private const int LookBack = 2;

    /// <summary>Ties go to the day with more telling sentences: of words that stand in many of the story's sentences.</summary>
    public static ImmutableArray<DateOnly> Rank(IReadOnlyList<Article> story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var frequency = new Dictionary<uint, int>();
        return Rank([.. story.SelectMany((article, at) => DatedSentences.Of(article, at, frequency))], frequency);
    }

    /// <summary>The same for articles that are annotated already: a tenth of the work.</summary>
    public static ImmutableArray<DateOnly> Rank(IReadOnlyList<AnnotatedArticle> story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var frequency = new Dictionary<uint, int>();
        return Rank([.. story.SelectMany((article, at) => DatedSentences.Of(article, at, frequency))], frequency);
    }

    private static ImmutableArray<DateOnly> Rank(List<DatedSentence> told, Dictionary<uint, int> frequency)
    {
        var days = told.Where(t => t.Published is not { } published || t.Day.DayNumber - published.DayNumber <= Ahead)
            .GroupBy(t => t.Day).ToDictionary(g => g.Key, g => (Articles: Articles(g), Weight: Telling(g, frequency)));
        return [.. days.Keys.Select(day => (day, Score: days[day].Articles.All + days[day].Articles.Late - (Neighbours * Mean(day)), days[day].Weight))
            .OrderByDescending(d => d.Score).ThenByDescending(d => d.Weight).ThenBy(d => d.day).Select(d => d.day)];

        double Mean(DateOnly day)
        {
            var sum = 0.0;
            for (var step = -Around; step <= Around; step++)
                if (step != 0 && day.DayNumber + step is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber && days.TryGetValue(DateOnly.FromDayNumber(number), out var other)) sum += other.Articles.All;
            return sum / (2 * Around);
        }
    }

    private static (int All, int Late) Articles(IEnumerable<DatedSentence> told)
    {
        int all = 0, late = 0;
        foreach (var article in told.GroupBy(t => t.Article))
        {
            all++;
            if (article.Any(t => t.Published is { } published && published.DayNumber - t.Day.DayNumber >= LookBack)) late++;
        }

        return (all, late);
    }

    private static double Telling(IEnumerable<DatedSentence> told, Dictionary<uint, int> frequency) =>
        told.Sum(t => t.Terms.Sum(term => Math.Log(1 + frequency[term])) / (t.Terms.Length + 3));
}
