using System.Collections.Immutable;

namespace Dateline.Stories;

/// <summary>How likely two articles are of one event: what decides where pages are not dated, so that time cannot tell two events of one kind apart.</summary>
internal static class PairLikeness
{
    public static readonly string[] Features = ["bias", "terms", "names", "numbers", "other-numbers", "years", "other-years", "told", "told-apart"];

    /// <summary>Days told at the heads: one event up to so many between them, another beyond so many.</summary>
    private const int Near = 7;
    private const int Apart = 60;

    /// <param name="vector">Of the article that comes.</param>
    /// <param name="row">In the order of <see cref="Features"/>.</param>
    public static void Fill(TermVector vector, ArticleTerms other, Vocabulary vocabulary, Span<float> row)
    {
        float dot = 0, square = 0, nameDot = 0, nameSquare = 0;
        var terms = other.Terms;
        var tallies = other.Tallies;
        var found = vector.Terms;
        for (var i = 0; i < terms.Length; i++)
        {
            var rarity = vocabulary.Weight(terms[i]);
            if (rarity <= 0) continue;
            var weight = rarity * ArticleTerms.Factor(tallies[i]);
            var isName = ArticleTerms.IsName(tallies[i]);
            square += weight * weight;
            if (isName) nameSquare += weight * weight;
            var at = vector.Find(terms[i]);
            if (at < 0) continue;
            dot += found[at].Weight * weight;
            if (isName && found[at].IsName) nameDot += found[at].Weight * weight;
        }

        var numbers = vector.Facts.LikeNumbers(other.Facts, vocabulary);
        var year = vector.Facts.SharesYear(other.Facts);
        var gap = vector.Facts.Told.Gap(other.Facts.Told);
        row[0] = 1;
        row[1] = square > 0 ? dot / MathF.Sqrt(square) : 0;
        row[2] = nameSquare * vector.Names > 0 ? nameDot / MathF.Sqrt(nameSquare * vector.Names) : 0;
        row[3] = numbers ?? 0;
        row[4] = numbers is null ? 0 : 1;
        row[5] = year == true ? 1 : 0;
        row[6] = year == false ? 1 : 0;
        row[7] = gap <= Near ? 1 : 0;
        row[8] = gap > Apart ? 1 : 0;
    }

    public static float Of(TermVector vector, ArticleTerms other, Vocabulary vocabulary, ImmutableArray<float> weights)
    {
        Span<float> row = stackalloc float[Features.Length];
        Fill(vector, other, vocabulary, row);
        return Of(row, weights);
    }

    /// <param name="row">As <see cref="Fill"/> leaves it.</param>
    public static float Of(ReadOnlySpan<float> row, ImmutableArray<float> weights)
    {
        var sum = 0f;
        for (var i = 0; i < row.Length; i++) sum += row[i] * weights[i];
        return 1 / (1 + MathF.Exp(-sum));
    }
}
