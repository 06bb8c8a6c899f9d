using System.Globalization;

namespace Dateline.Stories;

/// <summary>Places articles as they come, each into the story of its event. A new event of an affair that is known opens a story that redirects to the older one. Ids run on and are never used again.</summary>
public sealed class StoryStream
{
    private readonly Vocabulary vocabulary = new();
    private readonly StoryIndex index = new();
    private readonly List<StoryProfile> stories = [];
    private readonly List<ArticleId> articles = [];

    internal IReadOnlyList<StoryProfile> Stories => stories;

    /// <summary>The placement names the story of the event, before redirects.</summary>
    public Placement Add(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var vector = TermVector.Of(article, vocabulary);
        var likely = index.Likely(vector);
        var (best, score) = Best(likely, s => Likeness.Event(s, vector, article.Published));
        string why;
        if (best is null || score < 0)
        {
            var nearest = best is null ? "no story shares its words" : string.Create(CultureInfo.InvariantCulture, $"nearest event is {best.Id}, {score:0.00}");
            best = new StoryProfile(new StoryId(stories.Count + 1));
            stories.Add(best);
            why = $"a new event, {nearest}{Affair(best, likely, vector, article.Published)}";
        }
        else
        {
            why = string.Create(CultureInfo.InvariantCulture, $"the event of {best.Id}, {score:0.00}");
        }

        best.Add(articles.Count, vector, article.Published);
        index.Add(best, vector);
        articles.Add(article.Id);
        return new Placement(article.Id, best.Id, score, why);
    }

    /// <summary>Each article with the story in which it stands by now, after all redirects, in order of arrival.</summary>
    public IEnumerable<(ArticleId Article, StoryId Story)> Standing()
    {
        var standing = new StoryId[articles.Count];
        foreach (var story in stories)
            foreach (var article in story.Articles) standing[article] = story.Standing.Id;
        return articles.Select((article, at) => (article, standing[at]));
    }

    /// <summary>Redirects a new story to the affair that it belongs to, and the affairs that it joins to the oldest of them.</summary>
    private string Affair(StoryProfile story, List<StoryProfile> likely, TermVector vector, UncertainDate published)
    {
        var affairs = likely.Select(s => s.Standing).Distinct().ToList();
        var (best, score) = Best(affairs, s => Likeness.Affair(s, vector, published, stories.Count));
        if (best is null || score < 0) return "";
        foreach (var other in affairs)
        {
            if (other == best || Likeness.Affair(other, vector, published, stories.Count) < 0 || !Likeness.Merge(best, other, stories.Count)) continue;
            var (older, younger) = best.Id.Value < other.Id.Value ? (best, other) : (other, best);
            younger.RedirectTo(older);
            best = older;
        }

        story.RedirectTo(best);
        return string.Create(CultureInfo.InvariantCulture, $"; a turn of {best.Id}, {score:0.00}");
    }

    private static (StoryProfile? Story, float Score) Best(List<StoryProfile> stories, Func<StoryProfile, float> score)
    {
        var best = default(StoryProfile);
        var most = float.MinValue;
        foreach (var story in stories)
        {
            var own = score(story);
            if (own > most || (own == most && best is not null && story.Id.Value < best.Id.Value)) (best, most) = (story, own);
        }

        return (best, best is null ? 0 : most);
    }
}
