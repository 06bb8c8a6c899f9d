namespace Dateline.Stories;

/// <summary>What an article and an episode have in common: the measures that placing weighs.</summary>
/// <param name="Terms">Cosine.</param>
/// <param name="Title">Cosine of the headlines.</param>
/// <param name="TitleTerms">The episode's headlines against the article's terms.</param>
/// <param name="Cover">Share of the article's squared weight that the episode knows at all.</param>
/// <param name="Names">The same of its names alone.</param>
/// <param name="Mean">Mean of the cosines with each of its articles: a large episode resembles everything more, its articles do not.</param>
/// <param name="Size">Articles of the episode.</param>
/// <param name="Gap">Days between the two; null where either is undated.</param>
internal readonly record struct Likeness(float Terms, float Title, float TitleTerms, float Cover, float Names, float Mean, int Size, int? Gap)
{
    /// <summary>A larger episode resembles everything more; beyond this it makes no difference.</summary>
    private const int SizeThatCounts = 4;

    public static readonly string[] Features = ["bias", "terms", "title", "title-terms", "cover", "names", "gap", "mean", "size"];

    public static Likeness Of(EpisodeProfile episode, TermVector vector, DaySpan days)
    {
        float dot = 0, cover = 0, names = 0;
        var found = vector.Terms;
        var terms = episode.Terms.Terms;
        var weights = episode.Terms.Weights;
        for (var i = 0; i < terms.Length; i++)
        {
            var at = vector.Find(terms[i]);
            if (at < 0) continue;
            ref readonly var term = ref found[at];
            dot += term.Weight * weights[i];
            cover += term.Weight * term.Weight;
            if (term.IsName) names += term.Weight * term.Weight;
        }

        float title = 0, titleTerms = 0;
        terms = episode.Title.Terms;
        weights = episode.Title.Weights;
        for (var i = 0; i < terms.Length; i++)
        {
            var at = vector.Find(terms[i]);
            if (at < 0) continue;
            title += found[at].Title * weights[i];
            titleTerms += found[at].Weight * weights[i];
        }

        return new Likeness(
            Ratio(dot, episode.Terms.Norm),
            Ratio(title, episode.Title.Norm),
            Ratio(titleTerms, episode.Title.Norm),
            cover,
            Ratio(names, vector.Names),
            dot / episode.Articles.Count,
            episode.Articles.Count,
            episode.IsDated ? episode.Days.Gap(days) : null);
    }

    /// <summary>In the order of <see cref="Features"/>.</summary>
    public void Fill(Span<float> row)
    {
        row[0] = 1;
        row[1] = Terms;
        row[2] = Title;
        row[3] = TitleTerms;
        row[4] = Cover;
        row[5] = Names;
        row[6] = MathF.Log(1 + (Gap ?? 0));
        row[7] = Mean;
        row[8] = MathF.Log(1 + Math.Min(SizeThatCounts, Size));
    }

    /// <summary>Same event: above 0 means the same.</summary>
    public float Event(StoryWeights weights)
    {
        Span<float> row = stackalloc float[Features.Length];
        Fill(row);
        var sum = 0f;
        for (var i = 0; i < row.Length; i++) sum += row[i] * weights.Dated[i];
        return sum;
    }

    /// <summary>Same story: a new turn of what older episodes began. Above 0 means the same.</summary>
    /// <param name="episodes">How many episodes there are: the more, the more alike two must be by more than chance.</param>
    public static float Story(EpisodeProfile episode, TermVector vector, DaySpan days, int episodes, StoryWeights weights)
    {
        var gap = episode.StoryDays.Gap(days) ?? 0;
        return (Cosine(episode.StoryTerms, vector) * MathF.Exp(-gap / weights.StoryDays)) - weights.StoryLeast(episodes);
    }

    /// <summary>Two stories that one article belongs to are one, if they are this much alike.</summary>
    public static bool Merge(EpisodeProfile one, EpisodeProfile other, int episodes, StoryWeights weights) => one.StoryTerms.Likeness(other.StoryTerms) >= weights.MergeFactor * weights.StoryLeast(episodes);

    private static float Cosine(TermSum sum, TermVector vector)
    {
        var dot = 0f;
        var found = vector.Terms;
        var terms = sum.Terms;
        for (var i = 0; i < terms.Length; i++)
        {
            var at = vector.Find(terms[i]);
            if (at >= 0) dot += found[at].Weight * sum.Weights[i];
        }

        return Ratio(dot, sum.Norm);
    }

    private static float Ratio(float value, float by) => by > 0 ? value / by : 0;
}
