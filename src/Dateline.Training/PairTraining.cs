using System.Collections.Immutable;
using Dateline.Stories;

namespace Dateline.Training;

/// <summary>Learns how likely two undated articles are of one event, by logistic regression over the pairs of a stream that have words in common.</summary>
internal static class PairTraining
{
    private const float LeastTerms = 0.05f; // below, a pair is never looked at and teaches nothing
    private const int Rounds = 1500;
    private const double Step = 1;
    private const double Shrinkage = 0.0005;

    /// <summary>The pairs of a stream's labelled articles: their measures, and whether they are of one story. Words weigh as they do when the later one comes.</summary>
    public static List<(float[] Row, bool Same, string One, string Other)> Pairs(StorySample sample)
    {
        var pairs = new List<(float[], bool, string, string)>();
        var vocabulary = new Vocabulary();
        var vector = new TermVector();
        var before = new List<(ArticleTerms Terms, string Story)>();
        foreach (var article in sample.Articles)
        {
            var terms = ArticleTerms.Of(article);
            vocabulary.Add(terms.Terms);
            if (!sample.Gold.TryGetValue(article.Id, out var story)) continue;
            vector.Fill(terms, vocabulary);
            foreach (var (other, otherStory) in before)
            {
                var row = new float[PairLikeness.Features.Length];
                PairLikeness.Fill(vector, other, vocabulary, row);
                if (row[1] > LeastTerms) pairs.Add((row, story == otherStory, story, otherStory));
            }

            before.Add((terms, story));
        }

        return pairs;
    }

    public static ImmutableArray<float> Fit(IReadOnlyList<(float[] Row, bool Same, string One, string Other)> pairs)
    {
        var count = PairLikeness.Features.Length;
        var weights = new double[count];
        var gradient = new double[count];
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(gradient);
            foreach (var (row, same, _, _) in pairs)
            {
                var sum = 0.0;
                for (var i = 0; i < count; i++) sum += weights[i] * row[i];
                var error = (1 / (1 + Math.Exp(-sum))) - (same ? 1 : 0);
                for (var i = 0; i < count; i++) gradient[i] += error * row[i];
            }

            for (var i = 0; i < count; i++) weights[i] -= Step * ((gradient[i] / pairs.Count) + (i == 0 ? 0 : Shrinkage * weights[i]));
        }

        return [.. weights.Select(w => MathF.Round((float)w, 3))];
    }
}
