using System.Runtime.InteropServices;
using Dateline.Tracing;

namespace Dateline.Stories;

/// <summary>What an article is about, in five bytes a term: word stems and, apart from them, pairs of capitalised words, with how often and where they stand. A function of the article alone; what a term weighs, the stream's vocabulary says.</summary>
internal sealed class ArticleTerms
{
    private const int BodyWords = 320;
    private const int LeadWords = 60;
    private const int Most = 128;
    private const float TitleCount = 2.5f;
    private const float LeadCount = 1.6f;
    private const float NameFactor = 1.2f;
    private const byte TitleMark = 0x80;
    private const byte NameMark = 0x40;
    private const byte TallyMask = 0x3F;
    private const float Steps = 16; // of the logarithm of a tally

    private readonly uint[] terms;
    private readonly byte[] tallies;

    private ArticleTerms(uint[] terms, byte[] tallies, ArticleFacts facts)
    {
        this.terms = terms;
        this.tallies = tallies;
        Facts = facts;
    }

    public ReadOnlySpan<uint> Terms => terms;

    public ReadOnlySpan<byte> Tallies => tallies;

    public ArticleFacts Facts { get; }

    public static ArticleTerms Of(Article article)
    {
        var counts = new Dictionary<uint, Tally>();
        var title = Words.Of(article.Text, article.Blocks.FirstOrDefault(b => b.Role == BlockRole.Headline)?.Span ?? default);
        var body = Words.OfBody(article, BodyWords);
        Count(counts, article.Text, title, isTitle: true);
        Count(counts, article.Text, body, isTitle: false);
        var kept = counts.Select(c => (Term: c.Key, Tally: Pack(c.Value))).ToArray();
        if (kept.Length > Most)
        {
            // the heaviest by what is known before any stream, so that the order of arrival makes no difference
            var weights = Array.ConvertAll(kept, k => -Factor(k.Tally) * Background.Weight(k.Term));
            Array.Sort(weights, kept);
            kept = kept[..Most];
        }

        Array.Sort(kept, (x, y) => x.Term.CompareTo(y.Term));
        return new ArticleTerms(Array.ConvertAll(kept, k => k.Term), Array.ConvertAll(kept, k => k.Tally), ArticleFacts.Of(article, title, body));
    }

    /// <summary>As they were kept; sorted by term.</summary>
    public static ArticleTerms Of(uint[] terms, byte[] tallies, ArticleFacts facts) => new(terms, tallies, facts);

    public void Write(BinaryWriter into)
    {
        into.WriteArray(terms);
        into.WriteArray(tallies);
        Facts.Write(into);
    }

    public static ArticleTerms Read(BinaryReader from) => new(from.ReadArray<uint>(), from.ReadArray<byte>(), ArticleFacts.Read(from));

    public static bool IsTitle(byte tally) => (tally & TitleMark) != 0;

    public static bool IsName(byte tally) => (tally & NameMark) != 0;

    /// <summary>By what a term's rarity is multiplied in this article.</summary>
    public static float Factor(byte tally) => (1 + ((tally & TallyMask) / Steps)) * (IsName(tally) ? NameFactor : 1);

    public static byte Pack(float weighed, bool isTitle, bool isName) =>
        (byte)(Math.Min(TallyMask, (int)MathF.Round(Steps * MathF.Log(Math.Max(1, weighed)))) | (isTitle ? TitleMark : 0) | (isName ? NameMark : 0));

    private static byte Pack(Tally tally) => Pack(tally.Weighed, tally.InTitle, tally.IsName);

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
