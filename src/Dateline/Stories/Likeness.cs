namespace Dateline.Stories;

/// <summary>How placing decides. Above 0 means: the same.</summary>
internal static class Likeness
{
    private const int SizeThatCounts = 4;

    /// <summary>Same event: log-odds by logistic regression on news of many outlets, with dates; the terms' likeness alone without.</summary>
    /// <remarks>A larger story resembles everything more, hence the size; beyond four articles it makes no difference.</remarks>
    public static float Event(StoryProfile story, TermVector vector, UncertainDate published)
    {
        var terms = story.Terms.Likeness(vector.Terms);
        var size = MathF.Log(1 + Math.Min(SizeThatCounts, story.Articles.Count));
        if (!story.IsDated || story.Days.Gap(default(DaySpan).With(published)) is not { } gap) return 12 * (terms - (0.03f * size) - 0.23f);
        return 2.95f + (4.2f * terms) + (2.4f * story.Title.Likeness(vector.Title)) + (2.6f * story.Title.Likeness(vector.Terms)) - (2.7f * MathF.Log(1 + gap)) - (2.5f * size);
    }

    /// <summary>Same affair: a new turn of what an older story began. The more stories there are, the more alike two must be by more than chance.</summary>
    /// <param name="stories">How many stories there are.</param>
    public static float Affair(StoryProfile story, TermVector vector, UncertainDate published, int stories)
    {
        var gap = story.AffairDays.Gap(default(DaySpan).With(published)) ?? 0;
        return (story.Affair.Likeness(vector.Terms) * MathF.Exp(-gap / AffairDays)) - AffairLeast(stories);
    }

    /// <summary>Two affairs that one article belongs to are one, if they are this much alike.</summary>
    public static bool Merge(StoryProfile one, StoryProfile other, int stories) => one.Affair.Likeness(other.Affair) >= 2 * AffairLeast(stories);

    private const float AffairDays = 200;

    private static float AffairLeast(int stories) => 0.12f + (0.04f * MathF.Log(1 + stories));
}
