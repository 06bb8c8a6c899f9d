using Dateline.Stories;

namespace Dateline.Benchmarks;

/// <summary>A stream of articles from a fixed sequence of numbers: sizes of stories by a power law, fading day by day, common words by Zipf's law, and names that are new for ever (Heaps' law).</summary>
internal sealed class MadeStream(int seed)
{
    private const int ArticlesADay = 3_000;
    private const double LargeStories = 1.9;   // exponent of the sizes: six in ten have one article, a few have thousands
    private const int LargestStory = 5_000;
    private const double FadesIn = 2.5;        // days, for a story of ordinary size
    private const int LateOneIn = 50;          // articles that come three days late
    private const int CommonWords = 60;        // of an article
    private const int Vocabulary = 60_000;     // common words there are
    private const int OwnTerms = 45;           // of a story: names, pairs of names, its own words
    private const double OwnKept = 0.55;       // share of them in each article
    private const double NewNames = 0.35;      // share of a story's own terms that nobody wrote before

    private readonly Random random = new(seed);
    private readonly PriorityQueue<Story, double> due = new();
    private uint names = Vocabulary;
    private int stories;

    public IEnumerable<(int Story, ArticleTerms Terms, DaySpan Days)> Articles()
    {
        var first = new DateOnly(2031, 1, 1);
        for (var clock = 0.0; ; clock += 1.0 / ArticlesADay)
        {
            // as many stories begin as keep the rate of articles
            if (due.Count == 0 || !due.TryPeek(out _, out var at) || at > clock) Begin(clock);
            var story = due.Dequeue();
            var day = first.AddDays((int)clock - (random.Next(LateOneIn) == 0 ? 3 : 0));
            if (--story.Left > 0) due.Enqueue(story, clock + (-Math.Log(1 - random.NextDouble()) * story.Gap));
            yield return (story.Number, Terms(story), new DaySpan(day, day));
        }
    }

    private void Begin(double clock)
    {
        var size = (int)Math.Min(LargestStory, Math.Pow(1 - random.NextDouble(), -1 / (LargeStories - 1)));
        var own = new uint[OwnTerms];
        for (var i = 0; i < own.Length; i++) own[i] = Hash(random.NextDouble() < NewNames ? ++names : Old());
        due.Enqueue(new Story(++stories, size, own, FadesIn * (1 + Math.Log(size)) / size), clock);
    }

    /// <summary>A name that was written before, the frequent ones more often.</summary>
    private uint Old() => (uint)(Vocabulary / 4 * Math.Pow((names + 1) / (Vocabulary / 4.0), random.NextDouble()));

    private ArticleTerms Terms(Story story)
    {
        var terms = new SortedDictionary<uint, byte>();
        for (var i = 0; i < CommonWords; i++)
            terms[Hash((uint)Math.Pow(Vocabulary, random.NextDouble()))] = ArticleTerms.Pack(1 + random.Next(3), isTitle: random.Next(20) == 0, isName: false);
        foreach (var own in story.Own)
            if (random.NextDouble() < OwnKept) terms[own] = ArticleTerms.Pack(1 + random.Next(5), isTitle: random.Next(8) == 0, isName: random.Next(2) == 0);
        return ArticleTerms.Of([.. terms.Keys], [.. terms.Values], ArticleFacts.None);
    }

    private static uint Hash(uint number) => (number + 1) * 2654435769u;

    private sealed class Story(int number, int size, uint[] own, double gap)
    {
        public int Number => number;

        public int Left { get; set; } = size;

        public uint[] Own => own;

        public double Gap => gap;
    }
}
