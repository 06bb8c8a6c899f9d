using System.Runtime.InteropServices;
using Dateline.Tracing;

namespace Dateline.Stories;

/// <summary>What an article is about: its terms with weights, of length 1, heaviest first. Terms are words and, apart from them, names of several words.</summary>
internal readonly struct TermVector
{
    private const int BodyWords = 320;
    private const int LeadWords = 60;
    private const float TitleCount = 2.5f;
    private const float LeadCount = 1.6f;
    private const float NameFactor = 1.4f;
    private const int MostTerms = 120;

    public TermVector((uint Term, float Weight)[] terms) => Terms = terms;

    public (uint Term, float Weight)[] Terms { get; }

    public static TermVector Of(Article article, Vocabulary vocabulary)
    {
        var counts = new Dictionary<uint, (float Count, bool Name)>();
        var title = article.Blocks.FirstOrDefault(b => b.Role == BlockRole.Headline)?.Span;
        if (title is { } span) Count(counts, Words.Of(article.Text, span), int.MaxValue, TitleCount, TitleCount, names: false);
        Count(counts, Words.OfBody(article, BodyWords), BodyWords, LeadCount, 1, names: true);
        var distinct = new uint[counts.Count];
        counts.Keys.CopyTo(distinct, 0);
        vocabulary.Add(distinct);
        var terms = new List<(uint Term, float Weight)>(counts.Count);
        foreach (var (term, (count, name)) in counts)
        {
            var weight = (1 + MathF.Log(count)) * vocabulary.Weight(term) * (name ? NameFactor : 1);
            if (weight > 0) terms.Add((term, weight));
        }

        terms.Sort((x, y) => y.Weight != x.Weight ? y.Weight.CompareTo(x.Weight) : x.Term.CompareTo(y.Term));
        if (terms.Count > MostTerms) terms.RemoveRange(MostTerms, terms.Count - MostTerms);
        var norm = MathF.Sqrt(terms.Sum(t => t.Weight * t.Weight));
        foreach (ref var term in CollectionsMarshal.AsSpan(terms)) term.Weight /= norm;
        return new TermVector([.. terms]);
    }

    private static void Count(Dictionary<uint, (float Count, bool Name)> counts, Words words, int limit, float lead, float rest, bool names)
    {
        uint previous = 0;
        for (var i = 0; i < words.Count && i < limit; i++)
        {
            var traits = words.Traits[i];
            if ((traits & WordTraits.Stop) != 0)
            {
                previous = 0;
                continue;
            }

            var weight = i < LeadWords ? lead : rest;
            var name = names && (traits & (WordTraits.Capital | WordTraits.Opening)) == WordTraits.Capital;
            Add(counts, words.Hashes[i], weight, name);
            if (name && previous != 0) Add(counts, (previous * 0x9E3779B1u) ^ words.Hashes[i], weight, true);
            previous = (traits & WordTraits.Capital) != 0 ? words.Hashes[i] : 0;
        }
    }

    private static void Add(Dictionary<uint, (float Count, bool Name)> counts, uint term, float weight, bool name)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out var known);
        slot = known ? (slot.Count + weight, slot.Name || name) : (Math.Max(1, weight), name);
    }
}
