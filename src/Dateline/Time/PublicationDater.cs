using System.Collections.Immutable;
using Dateline.Annotation;

namespace Dateline.Time;

/// <summary>Dates undated pages by reasoning, as an interval with its reasons; never by the clock.</summary>
internal static class PublicationDater
{
    public const string OwnTextBasis = "reasoned from the page";
    public const string StoryBasis = "reasoned from the story";

    /// <summary>From the page's own words: weekday words, ages, captions, the newest date on it. A dated article is returned as it is; without a year on the page nothing is claimed.</summary>
    public static AnnotatedArticle FromOwnText(AnnotatedArticle article)
    {
        if (article.Article.Published.IsKnown) return article;
        var clues = PageClues.Of(article);
        if (clues.Window is not { } window) return article;
        var days = new CandidateDays(window.From, window.To, window.Reason);
        days.ApplyAll(clues.Clues);
        return Dated(article, days.ToDate(DateAnchor.Text), OwnTextBasis);
    }

    /// <summary>Narrowed by the other pages of the story; articles whose date changed are annotated again.</summary>
    public static ImmutableArray<AnnotatedArticle> FromStory(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Story> stories, ImmutableArray<Copy> copies)
    {
        if (history.All(a => IsStated(a.Article))) return history;
        var found = new Dictionary<ArticleId, UncertainDate>();
        var byId = new Dictionary<ArticleId, AnnotatedArticle>();
        foreach (var article in history) byId[article.Article.Id] = article;
        foreach (var story in stories)
        {
            var members = story.Articles.Where(byId.ContainsKey).Select(id => byId[id]).ToList();
            if (members.All(a => IsStated(a.Article))) continue;
            foreach (var (id, date) in StoryDating.Narrow(members, copies)) found[id] = date;
        }

        return [.. history.Select(a => found.TryGetValue(a.Article.Id, out var date) ? Dated(a, date, StoryBasis) : a)];
    }

    /// <summary>Whether the date is the page's or its metadata's own, not reasoned.</summary>
    internal static bool IsStated(Article article) => article.Published.IsKnown && article.PublishedBasis is not (OwnTextBasis or StoryBasis);

    private static AnnotatedArticle Dated(AnnotatedArticle annotated, UncertainDate published, string basis)
    {
        var article = annotated.Article with { Published = published, PublishedBasis = basis };
        return new AnnotatedArticle(article, Annotator.Annotate(article));
    }
}
