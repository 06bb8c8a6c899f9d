using System.Globalization;

namespace Dateline.Stories;

/// <summary>Places articles as they come: into the story that it resembles most, or into a new one. Ids run on and are never used again; a merged story stays known as a redirect.</summary>
public sealed class StoryStream
{
    private readonly Vocabulary vocabulary = new();
    private readonly StoryIndex index = new();
    private readonly List<StoryProfile> stories = [];
    private readonly List<Article> articles = [];
    private readonly PlacingWeights weights;

    public StoryStream()
        : this(PlacingWeights.Default)
    {
    }

    internal StoryStream(PlacingWeights weights) => this.weights = weights;

    internal IReadOnlyList<StoryProfile> Stories => stories;

    internal IReadOnlyList<Article> Articles => articles;

    public Placement Add(Article article)
    {
        var vector = TermVector.Of(article, vocabulary);
        var best = default(StoryProfile);
        var second = default(StoryProfile);
        float bestScore = 0, secondScore = 0, bestSame = 0;
        foreach (var story in index.Likely(vector))
        {
            var same = story.Similarity(vector);
            var score = same * Nearness(story, article.Published);
            if (score > bestScore || (score == bestScore && best is not null && story.Id.Value < best.Id.Value))
            {
                (second, secondScore) = (best, bestScore);
                (best, bestScore, bestSame) = (story, score, same);
            }
            else if (score > secondScore)
            {
                (second, secondScore) = (story, score);
            }
        }

        var at = articles.Count;
        articles.Add(article);
        if (best is null || bestScore < weights.Join)
        {
            var nearest = best;
            best = new StoryProfile(new StoryId(stories.Count + 1));
            stories.Add(best);
            best.Add(at, vector, article.Published);
            index.Add(best, vector);
            return new Placement(article.Id, best.Id, bestScore, nearest is null ? "no story shares its words" : string.Create(CultureInfo.InvariantCulture, $"nearest is {nearest.Id} with {bestScore:0.00}, below {weights.Join:0.00}"));
        }

        best.Add(at, vector, article.Published);
        index.Add(best, vector);
        var why = string.Create(CultureInfo.InvariantCulture, $"likeness {bestSame:0.00}, nearness in time {bestScore / bestSame:0.00}");
        if (second is not null && secondScore >= weights.Join && best.Similarity(second) >= weights.Merge)
        {
            var (older, younger) = best.Id.Value < second.Id.Value ? (best, second) : (second, best);
            older.Absorb(younger);
            index.Add(older, vector);
            why += $"; {younger.Id} merged into {older.Id}";
            best = older;
        }

        return new Placement(article.Id, best.Id, bestScore, why);
    }

    /// <summary>The story in which the article stands by now, after all merges. The article's number counts from 0 in order of arrival.</summary>
    public IEnumerable<(ArticleId Article, StoryId Story)> Standing()
    {
        var standing = new StoryId[articles.Count];
        foreach (var story in stories)
            if (story.MergedInto is null) foreach (var article in story.Articles) standing[article] = story.Id;
        return articles.Select((article, at) => (article.Id, standing[at]));
    }

    /// <summary>1 on the same day, falling with the days between; 1 where either is undated.</summary>
    private float Nearness(StoryProfile story, UncertainDate published)
    {
        if (story.Newest is not { } newest || story.Oldest is not { } oldest || (published.To ?? published.From) is not { } to || (published.From ?? published.To) is not { } from) return 1;
        var gap = from > newest ? from.DayNumber - newest.DayNumber : to < oldest ? oldest.DayNumber - to.DayNumber : 0;
        return weights.Floor + ((1 - weights.Floor) * MathF.Exp(-gap / weights.Days));
    }
}

/// <summary>How placing decides.</summary>
/// <param name="Join">Likeness times nearness from which an article joins a story.</param>
/// <param name="Merge">Likeness of two stories, both joinable by one article, from which they become one.</param>
/// <param name="Days">Days after which nearness has fallen by two thirds of what it can fall.</param>
/// <param name="Floor">Nearness of what lies years apart.</param>
internal sealed record PlacingWeights(float Join, float Merge, float Days, float Floor)
{
    public static PlacingWeights Default { get; } = new(0.30f, 0.55f, 6f, 0.55f);
}
