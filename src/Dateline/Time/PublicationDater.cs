using System.Collections.Immutable;
using Dateline.Annotation;

namespace Dateline.Time;

/// <summary>Dates undated pages by reasoning, as an interval with its reasons; never by the clock.</summary>
internal static class PublicationDater
{
    public const string OwnTextBasis = "reasoned from the page";
    public const string StoryBasis = "reasoned from the story";

    /// <summary>From the page's own words: weekday words, ages, captions, notices, the newest date on it. A dated article is returned as it is; without a year on the page nothing is claimed.</summary>
    public static AnnotatedArticle FromOwnText(AnnotatedArticle article)
    {
        if (article.Article.Published.IsKnown) return article;
        var days = CandidateDays.Of(PageClues.Of(article));
        return days.IsBounded ? Dated(article, days, DateAnchor.Text, OwnTextBasis, Plain) : article;
    }

    /// <summary>Narrowed by the other pages of the story; articles whose date changed are annotated again.</summary>
    /// <param name="annotate">Annotates an article as the history did, with what people corrected in it; null: nothing was corrected.</param>
    public static ImmutableArray<AnnotatedArticle> FromStory(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Story> stories, ImmutableArray<Copy> copies, Func<Article, AnnotatedArticle>? annotate = null)
    {
        if (history.All(a => IsStated(a.Article))) return history;
        var found = new Dictionary<ArticleId, CandidateDays>();
        var storyOf = stories.SelectMany(s => s.Articles.Select(a => (Article: a, s.Id))).ToDictionary(p => p.Article, p => p.Id);
        // pages in the order in which they came: each narrows what those before it left
        foreach (var story in history.Where(a => storyOf.ContainsKey(a.Article.Id)).GroupBy(a => storyOf[a.Article.Id]))
        {
            var members = story.ToList();
            if (members.All(a => IsStated(a.Article))) continue;
            foreach (var (id, days) in StoryDating.Narrow(members, copies)) found[id] = days;
        }

        return [.. history.Select(a => found.TryGetValue(a.Article.Id, out var days) ? Dated(a, days, DateAnchor.Story, StoryBasis, annotate ?? Plain) : a)];
    }

    /// <summary>Whether the date is the page's or its metadata's own, not reasoned.</summary>
    internal static bool IsStated(Article article) => article.Published.IsKnown && article.PublishedBasis is not (OwnTextBasis or StoryBasis);

    private static AnnotatedArticle Dated(AnnotatedArticle annotated, CandidateDays days, DateAnchor anchor, string basis, Func<Article, AnnotatedArticle> annotate)
    {
        var before = annotated.Article;
        var published = days.ToDate(anchor);
        if (days.Steps.All(s => s.Other is null || !s.Holds) && before.Published.IsKnown) (published, basis) = (before.Published, before.PublishedBasis);
        var article = before with
        {
            Published = published,
            PublishedBasis = basis,
            Derivation = days.Steps,
            Remarks = [.. before.Remarks.Where(r => r.Code != Codes.DateContradiction), .. days.Remarks],
        };
        return published.From == before.Published.From && published.To == before.Published.To ? new AnnotatedArticle(article, annotated.Annotations) : annotate(article);
    }

    private static AnnotatedArticle Plain(Article article) => new(article, Annotator.Annotate(article));
}
