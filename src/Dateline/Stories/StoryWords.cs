namespace Dateline.Stories;

/// <summary>How near articles and sentences are to what their story is about: by the words that many of its articles have and news at large has not.</summary>
internal sealed class StoryWords
{
    /// <summary>A word of so few articles, or of so small a share of them, is not the story's.</summary>
    private const int LeastArticles = 2;
    private const double LeastShare = 0.05;

    private const int LeadSentences = 8;
    private const double Nearest = 3; // times the middle one: more is a list, not a report

    private readonly Dictionary<uint, double> weights = [];
    private readonly double middleSentence;
    private readonly double middleArticle;

    public StoryWords(IReadOnlyList<DatedArticle> story)
    {
        var counts = new Dictionary<uint, int>();
        var seen = new HashSet<uint>();
        foreach (var article in story)
        {
            seen.Clear();
            foreach (var sentence in article.Sentences) seen.UnionWith(sentence);
            foreach (var term in seen) counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        var least = Math.Max(LeastArticles, LeastShare * story.Count);
        foreach (var (term, count) in counts)
            if (count >= least) weights[term] = (double)count / story.Count * Background.Weight(term);
        middleSentence = Middle(story.SelectMany(a => a.Sentences).Select(Sum));
        middleArticle = Middle(story.Select(Lead));
    }

    /// <summary>1 for the middle one of the story's sentences; 1, too, where the articles have no words in common.</summary>
    public double Near(uint[] sentence) => Ratio(Sum(sentence), middleSentence);

    public double Near(DatedArticle article) => Ratio(Lead(article), middleArticle);

    private static double Ratio(double value, double middle) => middle > 0 ? Math.Min(Nearest, value / middle) : 1;

    private double Lead(DatedArticle article) => article.Sentences.Count == 0 ? 0 : article.Sentences.Take(LeadSentences).Average(Sum);

    private double Sum(uint[] sentence)
    {
        var sum = 0.0;
        foreach (var term in sentence) sum += weights.GetValueOrDefault(term);
        return sum;
    }

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
