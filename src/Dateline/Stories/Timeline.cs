using System.Collections.Immutable;

namespace Dateline.Stories;

/// <summary>The days of a story, the most salient first: by what its articles say of them, not by how much was published on them.</summary>
public static class Timeline
{
    /// <summary>A day ahead by more than this is an appointment, not yet an event.</summary>
    private const int Ahead = 4;

    /// <summary>An article looks back on what is so many days behind it: what is still told then was of weight.</summary>
    private const int LookBack = 2;

    /// <summary>Days on either side with which a day is compared.</summary>
    private const int Around = 3;

    /// <summary>Mentions of a day in one article that count.</summary>
    private const int Most = 4;

    public static ImmutableArray<DateOnly> Rank(IReadOnlyList<Article> story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Rank([.. story.Select(DatedArticle.Of)]);
    }

    /// <summary>The same for articles that are annotated already: a tenth of the work.</summary>
    public static ImmutableArray<DateOnly> Rank(IReadOnlyList<AnnotatedArticle> story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Rank([.. story.Select(DatedArticle.Of)]);
    }

    internal static ImmutableArray<DateOnly> Rank(IReadOnlyList<DatedArticle> story, StoryWords words, TimelineWeights weights)
    {
        var days = new Dictionary<DateOnly, Salience>();
        foreach (var article in story)
            foreach (var day in article.Days.Where(d => article.Published is not { } published || d.Day.DayNumber - published.DayNumber <= Ahead).GroupBy(d => d.Day))
                days[day.Key] = days.GetValueOrDefault(day.Key).With(Mentions(article, day, words, weights), article.Published?.DayNumber - day.Key.DayNumber >= LookBack ? weights.Late : 0);
        foreach (var article in story)
            if (article.Published is { } published && days.TryGetValue(published, out var named)) days[published] = named.With(weights.Published * Math.Pow(words.Near(article), weights.Article), 0);
        return [.. days.Select(d => (Day: d.Key, Score: d.Value.Score - (weights.Neighbours * Mean(d.Key)))).OrderByDescending(d => d.Score).ThenBy(d => d.Day).Select(d => d.Day)];

        double Mean(DateOnly day)
        {
            var sum = 0.0;
            for (var step = -Around; step <= Around; step++)
                if (step != 0 && day.DayNumber + step is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber) sum += days.GetValueOrDefault(DateOnly.FromDayNumber(number)).Plain;
            return sum / (2 * Around);
        }
    }

    private static ImmutableArray<DateOnly> Rank(List<DatedArticle> story) => Rank(story, new StoryWords(story), TimelineWeights.Trained);

    /// <summary>What the mentions of a day in one article are worth: the first most, the further ones less and less.</summary>
    private static double Mentions(DatedArticle article, IEnumerable<NamedDay> day, StoryWords words, TimelineWeights weights)
    {
        double sum = 0, share = 1;
        var near = Math.Pow(words.Near(article), weights.Article);
        foreach (var worth in day.Select(d => (d.Told ? weights.Told : 1) * Math.Pow(words.Near(article.Sentences[d.Sentence]), weights.Sentence) / (1 + (d.Sentence / weights.Position))).OrderDescending().Take(Most))
        {
            sum += near * worth * share;
            share *= weights.Further;
        }

        return sum;
    }

    /// <param name="Score">What counts for the day.</param>
    /// <param name="Plain">The same without what looking back adds: what its neighbours are measured against.</param>
    private readonly record struct Salience(double Score, double Plain)
    {
        public Salience With(double worth, double late) => new(Score + (worth * (1 + late)), Plain + worth);
    }
}
