using System.Runtime.InteropServices;
using Dateline.Tracing;

namespace Dateline.Stories;

/// <summary>What an article is about: its terms with weights, each list of length 1. Terms are word stems and, apart from them, pairs of capitalised words.</summary>
/// <param name="Terms">Heaviest first.</param>
/// <param name="Title">The terms of the headline alone.</param>
internal sealed record TermVector((uint Term, float Weight)[] Terms, (uint Term, float Weight)[] Title)
{
    private const int BodyWords = 320;
    private const int LeadWords = 60;
    private const int MostTerms = 150;
    private const float TitleCount = 2.5f;
    private const float LeadCount = 1.6f;
    private const float NameFactor = 1.2f;

    /// <summary>Weighs the article's terms by the vocabulary, and enters them into it.</summary>
    public static TermVector Of(Article article, Vocabulary vocabulary)
    {
        var counts = new Dictionary<uint, Tally>();
        var title = article.Blocks.FirstOrDefault(b => b.Role == BlockRole.Headline)?.Span;
        if (title is { } span) Count(counts, article.Text, Words.Of(article.Text, span), isTitle: true);
        Count(counts, article.Text, Words.OfBody(article, BodyWords), isTitle: false);
        vocabulary.Add(counts.Keys);
        var terms = new List<(uint Term, float Weight)>(counts.Count);
        var titleTerms = new List<(uint Term, float Weight)>();
        foreach (var (term, tally) in counts)
        {
            var weight = vocabulary.Weight(term) * (tally.IsName ? NameFactor : 1);
            if (weight <= 0) continue;
            terms.Add((term, (1 + MathF.Log(Math.Max(1, tally.Weighed))) * weight));
            if (tally.InTitle) titleTerms.Add((term, weight));
        }

        terms.Sort((x, y) => y.Weight != x.Weight ? y.Weight.CompareTo(x.Weight) : x.Term.CompareTo(y.Term));
        if (terms.Count > MostTerms) terms.RemoveRange(MostTerms, terms.Count - MostTerms);
        return new TermVector(OfLengthOne(terms), OfLengthOne(titleTerms));
    }

    private static (uint Term, float Weight)[] OfLengthOne(List<(uint Term, float Weight)> terms)
    {
        var square = 0f;
        foreach (var (_, weight) in terms) square += weight * weight;
        var norm = MathF.Sqrt(square);
        foreach (ref var term in CollectionsMarshal.AsSpan(terms)) term.Weight /= norm;
        return [.. terms];
    }

    private static void Count(Dictionary<uint, Tally> counts, string text, Words words, bool isTitle)
    {
        uint previous = 0; // the stem of the capitalised word before
        for (var i = 0; i < words.Count; i++)
        {
            var marks = words.Marks[i];
            var span = words.Spans[i];
            if ((marks & WordMarks.Stop) != 0 || (span.Length == 1 && (marks & WordMarks.Number) == 0))
            {
                previous = 0;
                continue;
            }

            var stem = Stem.Hash(text.AsSpan(span.Start, span.Length));
            var capital = (marks & WordMarks.Capital) != 0;
            var weight = isTitle ? TitleCount : i < LeadWords ? LeadCount : 1;
            var telling = !isTitle && (marks & WordMarks.Opening) == 0; // headlines capitalise what they like
            Enter(counts, stem, weight, isTitle, telling ? 1 : 0, telling && capital ? 1 : 0);
            if (capital && previous != 0 && !isTitle) Enter(counts, (previous * 0x9E3779B1u) ^ stem, weight, isTitle, 1, 1);
            previous = capital ? stem : 0;
        }
    }

    private static void Enter(Dictionary<uint, Tally> counts, uint term, float weight, bool isTitle, int seen, int capitals)
    {
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _);
        tally = new Tally(tally.Weighed + weight, tally.InTitle || isTitle, tally.Seen + seen, tally.Capitals + capitals);
    }

    private readonly record struct Tally(float Weighed, bool InTitle, int Seen, int Capitals)
    {
        public bool IsName => Capitals * 2 > Seen;
    }
}
