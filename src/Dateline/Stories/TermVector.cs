namespace Dateline.Stories;

/// <summary>One article's terms with their weights by now, laid out to be asked for; of length 1, and so is its headline. Made once and filled again for each article.</summary>
internal sealed class TermVector
{
    private const int Slots = 1024;

    private readonly int[] slots = new int[Slots]; // number of the term + 1; 0 is free
    private readonly Term[] terms = new Term[Slots / 2];

    public int Count { get; private set; }

    /// <summary>Sorted by hash.</summary>
    public ReadOnlySpan<Term> Terms => terms.AsSpan(0, Count);

    /// <summary>Share of the squared length that names have.</summary>
    public float Names { get; private set; }

    /// <summary>What the article states besides its words.</summary>
    public ArticleFacts Facts { get; private set; } = ArticleFacts.None;

    public void Fill(ArticleTerms article, Vocabulary vocabulary)
    {
        Facts = article.Facts;
        Array.Clear(slots);
        Count = 0;
        float square = 0, titleSquare = 0, names = 0;
        var tallies = article.Tallies;
        for (var i = 0; i < article.Terms.Length; i++)
        {
            var rarity = vocabulary.Weight(article.Terms[i]);
            if (rarity <= 0) continue;
            var tally = tallies[i];
            var weight = rarity * ArticleTerms.Factor(tally);
            var title = ArticleTerms.IsTitle(tally) ? rarity : 0;
            var name = ArticleTerms.IsName(tally);
            terms[Count++] = new Term(article.Terms[i], weight, title, name);
            square += weight * weight;
            titleSquare += title * title;
            if (name) names += weight * weight;
        }

        float norm = square > 0 ? 1 / MathF.Sqrt(square) : 0, titleNorm = titleSquare > 0 ? 1 / MathF.Sqrt(titleSquare) : 0;
        Names = square > 0 ? names / square : 0;
        for (var i = 0; i < Count; i++)
        {
            ref var term = ref terms[i];
            term = term with { Weight = term.Weight * norm, Title = term.Title * titleNorm };
            var slot = term.Hash & (Slots - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (Slots - 1);
            slots[slot] = i + 1;
        }
    }

    /// <summary>The number of the term, or -1.</summary>
    public int Find(uint hash)
    {
        for (var slot = hash & (Slots - 1); slots[slot] is not 0 and var number; slot = (slot + 1) & (Slots - 1))
            if (terms[number - 1].Hash == hash) return number - 1;
        return -1;
    }

    /// <param name="Weight">In the article.</param>
    /// <param name="Title">In its headline; 0 where it does not stand there.</param>
    internal readonly record struct Term(uint Hash, float Weight, float Title, bool IsName);
}
