namespace Dateline.Stories;

/// <summary>
/// Groups articles by what they tell, whatever their order: the two groups whose articles are, on the mean over all pairs, likeliest of one event become one, until none are likely enough
/// (agglomerative clustering with average linkage; Sokal and Michener, 1958). For a few articles: the time grows with the third power of their number.
/// </summary>
internal static class PairLinkage
{
    /// <summary>Pairs with less in common are of two events.</summary>
    private const float LeastTerms = 0.02f;

    /// <param name="articles">Ties are broken by their order.</param>
    /// <returns>The groups, each with the places of its articles in <paramref name="articles"/>, by their first article.</returns>
    public static List<List<int>> Groups(IReadOnlyList<ArticleTerms> articles, Vocabulary vocabulary, StoryWeights weights)
    {
        var likely = Likely(articles, vocabulary, weights);
        var groups = Enumerable.Range(0, articles.Count).Select(i => new List<int> { i }).ToList();
        while (true)
        {
            var (one, other) = (-1, -1);
            for (var i = 0; i < groups.Count; i++)
                for (var j = i + 1; j < groups.Count; j++)
                    if (one < 0 || likely[i][j] > likely[one][other]) (one, other) = (i, j);
            if (one < 0 || likely[one][other] < weights.PairLinked) break;
            Join(one, other);
        }

        foreach (var group in groups) group.Sort();
        return groups;

        void Join(int kept, int gone)
        {
            float own = groups[kept].Count, others = groups[gone].Count;
            for (var j = 0; j < groups.Count; j++) likely[j][kept] = likely[kept][j] = ((likely[kept][j] * own) + (likely[gone][j] * others)) / (own + others);
            groups[kept].AddRange(groups[gone]);
            groups.RemoveAt(gone);
            likely.RemoveAt(gone);
            foreach (var row in likely) row.RemoveAt(gone);
        }
    }

    /// <summary>For each pair how likely it is of one event, in a square matrix.</summary>
    private static List<List<float>> Likely(IReadOnlyList<ArticleTerms> articles, Vocabulary vocabulary, StoryWeights weights)
    {
        var likely = articles.Select(_ => Enumerable.Repeat(0f, articles.Count).ToList()).ToList();
        var vector = new TermVector();
        Span<float> row = stackalloc float[PairLikeness.Features.Length];
        for (var i = 0; i < articles.Count; i++)
        {
            vector.Fill(articles[i], vocabulary);
            for (var j = 0; j < i; j++)
            {
                PairLikeness.Fill(vector, articles[j], vocabulary, row);
                if (row[1] >= LeastTerms) likely[i][j] = likely[j][i] = PairLikeness.Of(row, weights.Pairs);
            }
        }

        return likely;
    }
}
