using System.Runtime.InteropServices;

namespace Dateline.Stories;

/// <summary>
/// Groups articles by what they tell, whatever their order: the two groups whose articles are, on the mean over all pairs, likeliest of one event become one, until none are likely enough
/// (agglomerative clustering with average linkage; Sokal and Michener, 1958).
/// </summary>
internal static class PairLinkage
{
    /// <summary>Pairs with less in common are of two events.</summary>
    private const float LeastTerms = 0.02f;

    /// <param name="articles">Ties are broken by their order.</param>
    /// <returns>The groups, each with the places of its articles in <paramref name="articles"/>, by their first article.</returns>
    public static List<List<int>> Groups(IReadOnlyList<ArticleTerms> articles, Vocabulary vocabulary, StoryWeights weights)
    {
        var count = articles.Count;
        var likely = Likely(articles, vocabulary, weights);
        var groups = Enumerable.Range(0, count).Select(i => (List<int>?)[i]).ToArray();
        var nearest = new int[count]; // of each group, that which it is likeliest one with
        for (var i = 0; i < count; i++) nearest[i] = Nearest(i);
        while (true)
        {
            var one = -1;
            for (var i = 0; i < count; i++)
                if (nearest[i] >= 0 && (one < 0 || likely[(i * count) + nearest[i]] > likely[(one * count) + nearest[one]])) one = i;
            if (one < 0 || likely[(one * count) + nearest[one]] < weights.PairLinked) break;
            var (kept, gone) = (Math.Min(one, nearest[one]), Math.Max(one, nearest[one]));
            Join(kept, gone);
        }

        foreach (var group in groups) group?.Sort();
        return [.. groups.OfType<List<int>>()];

        int Nearest(int i)
        {
            var best = -1;
            for (var j = 0; j < count; j++)
                if (j != i && groups[j] is not null && (best < 0 || likely[(i * count) + j] > likely[(i * count) + best])) best = j;
            return best;
        }

        void Join(int kept, int gone)
        {
            float own = groups[kept]!.Count, other = groups[gone]!.Count;
            groups[kept]!.AddRange(groups[gone]!);
            groups[gone] = null;
            nearest[gone] = -1;
            for (var j = 0; j < count; j++)
            {
                if (j == kept || groups[j] is null) continue;
                likely[(j * count) + kept] = likely[(kept * count) + j] = ((likely[(kept * count) + j] * own) + (likely[(gone * count) + j] * other)) / (own + other);
            }

            nearest[kept] = Nearest(kept);
            for (var j = 0; j < count; j++)
            {
                if (j == kept || groups[j] is null) continue;
                if (nearest[j] == kept || nearest[j] == gone) nearest[j] = Nearest(j);
                else if (likely[(j * count) + kept] > likely[(j * count) + nearest[j]]) nearest[j] = kept;
            }
        }
    }

    /// <summary>For each pair how likely it is of one event, in a square matrix.</summary>
    private static float[] Likely(IReadOnlyList<ArticleTerms> articles, Vocabulary vocabulary, StoryWeights weights)
    {
        var count = articles.Count;
        var (terms, names) = Products(articles, vocabulary);
        var likely = new float[count * count];
        for (var i = 0; i < count; i++)
        {
            var own = terms[(i * count) + i];
            var ownNames = names[(i * count) + i];
            for (var j = 0; j < i; j++)
            {
                var cosine = Ratio(terms[(i * count) + j], own, terms[(j * count) + j]);
                if (cosine < LeastTerms) continue;
                var ofNames = Ratio(names[(i * count) + j], ownNames, names[(j * count) + j]);
                likely[(i * count) + j] = likely[(j * count) + i] = PairLikeness.Of(cosine, ofNames, articles[i].Facts, articles[j].Facts, vocabulary, weights.Pairs);
            }
        }

        return likely;

        static float Ratio(float product, float one, float other) => one * other > 0 ? product / MathF.Sqrt(one * other) : 0;
    }

    /// <summary>Scalar products of the articles' terms, and of their names alone: term by term over the articles that have it.</summary>
    private static (float[] Terms, float[] Names) Products(IReadOnlyList<ArticleTerms> articles, Vocabulary vocabulary)
    {
        var count = articles.Count;
        var (terms, names) = (new float[count * count], new float[count * count]);
        var holders = new Dictionary<uint, List<(int Article, float Weight, float Name)>>();
        for (var i = 0; i < count; i++)
        {
            for (var t = 0; t < articles[i].Terms.Length; t++)
            {
                var term = articles[i].Terms[t];
                var rarity = vocabulary.Weight(term);
                if (rarity <= 0) continue;
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, term, out _);
                var tally = articles[i].Tallies[t];
                var weight = rarity * ArticleTerms.Factor(tally);
                (list ??= []).Add((i, weight, ArticleTerms.IsName(tally) ? weight : 0));
            }
        }

        foreach (var list in holders.Values)
        {
            for (var a = 0; a < list.Count; a++)
            {
                var (one, weight, name) = list[a];
                for (var b = 0; b <= a; b++)
                {
                    terms[(one * count) + list[b].Article] += weight * list[b].Weight;
                    names[(one * count) + list[b].Article] += name * list[b].Name;
                }
            }
        }

        return (terms, names);
    }
}
