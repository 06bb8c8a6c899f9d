using System.Collections.Immutable;

namespace Dateline.Stories;

/// <summary>Puts each article into a story, one pass in stream order.</summary>
internal static class Placer
{
    private const int ClosestDays = 31;

    private const int LongestTitle = 120; // characters

    public static PlacedHistory Place(ImmutableArray<AnnotatedArticle> history)
    {
        var stream = new StoryStream();
        var placements = history.Select(h => stream.Add(h.Article)).ToList();
        var standing = stream.Standing().Select(s => s.Story).ToList();
        var episodes = stream.InEpisodes().ToDictionary(e => e.Article, e => e.Episode);
        return new PlacedHistory([.. placements.Select((p, at) => p with { Story = standing[at] })], [.. stream.Redirects()], [.. stream.Moves], episodes);
    }

    /// <summary>The stories that placements make, with their episodes.</summary>
    public static ImmutableArray<Story> Gather(ImmutableArray<AnnotatedArticle> history, PlacedHistory placed)
    {
        var articles = history.ToDictionary(h => h.Article.Id, h => h.Article);
        return [.. placed.Placements.GroupBy(p => p.Story, p => articles[p.Article]).OrderBy(g => g.Key).Select(story => Describe(
            story.Key, [.. story], [.. story.GroupBy(a => placed.EpisodeOf[a.Id]).OrderBy(g => g.Key).Select(g => Describe(g.Key, [.. g]))]))];
    }

    /// <summary>Titles, order and first and last dates once the articles' dates are known.</summary>
    public static ImmutableArray<Story> Describe(ImmutableArray<Story> stories, ImmutableArray<AnnotatedArticle> dated)
    {
        var articles = dated.ToDictionary(d => d.Article.Id, d => d.Article);
        return [.. stories.Select(s => Describe(s.Id, Articles(s.Articles), [.. s.Episodes.Select(e => Describe(e.Id, Articles(e.Articles)))]))];

        ImmutableArray<Article> Articles(ImmutableArray<ArticleId> ids) => [.. ids.Select(a => articles[a])];
    }

    private static Story Describe(StoryId id, ImmutableArray<Article> articles, ImmutableArray<Episode> episodes)
    {
        var whole = Describe(id, articles);
        var sorted = episodes.OrderBy(e => e.First.From ?? e.First.To ?? DateOnly.MaxValue).ThenBy(e => e.Id.Value);
        return new Story(id, whole.Title, whole.Articles, whole.First, whole.Last) { Episodes = [.. sorted] };
    }

    private static Episode Describe(StoryId id, ImmutableArray<Article> articles)
    {
        var sorted = articles.Select((a, at) => (a, at)).OrderBy(p => p.a.Published.Middle ?? DateOnly.MaxValue).ThenBy(p => p.a.Published.Moment ?? DateTimeOffset.MaxValue).ThenBy(p => p.at).Select(p => p.a).ToImmutableArray();
        // a page that is dated to half a year says little about when its story began
        var dated = sorted.Where(a => a.Published.IsKnown).ToList();
        var closely = dated.Where(a => a.Published is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber <= ClosestDays).ToList();
        if (closely.Count > 0) dated = closely;
        var first = dated.Count == 0 ? UncertainDate.Unknown("no article of the story is dated") : dated[0].Published;
        var last = dated.Count == 0 ? first : dated.MaxBy(a => a.Published.To ?? a.Published.From)!.Published;
        return new Episode(id, Title(sorted), [.. sorted.Select(a => a.Id)], first, last);
    }

    private static string Title(ImmutableArray<Article> articles) =>
        articles.FirstOrDefault(a => a.Title is not null && Labelled(a) is null)?.Title?.Value ?? articles.Select(Labelled).FirstOrDefault(t => t is not null) ?? articles[0].Page;

    /// <summary>"Ansel", where the lines begin with "Ansel: The captain of a ferry ...": the label alone tells nobody what the story is, its first sentence does.</summary>
    private static string? Labelled(Article article)
    {
        if (article.Title is not { Value: var label }) return null;
        var line = article.Story.Select(b => b.Span.Slice(article.Text)).FirstOrDefault(t => t.StartsWith(label + ": ", StringComparison.Ordinal));
        if (line is null) return null;
        var stop = line.IndexOf(". ", label.Length, StringComparison.Ordinal);
        var sentence = (stop < 0 ? line : line[..stop]).TrimEnd('.', ' ');
        return sentence.Length <= LongestTitle || sentence.LastIndexOf(' ', LongestTitle) is not (> 0 and var cut) ? sentence : sentence[..cut] + "…";
    }
}

/// <summary>A collection as it was placed.</summary>
/// <param name="Placements">For each article, in order, the story in which it stands.</param>
/// <param name="Redirects">Where the ids lead under which no story stands.</param>
/// <param name="EpisodeOf">The episode of each article.</param>
internal sealed record PlacedHistory(ImmutableArray<Placement> Placements, ImmutableArray<Redirect> Redirects, ImmutableArray<StoryMove> Moves, IReadOnlyDictionary<ArticleId, StoryId> EpisodeOf);
