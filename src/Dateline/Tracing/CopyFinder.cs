using System.Collections.Immutable;

namespace Dateline.Tracing;

/// <summary>Tells which articles of a collection share text. A bounded number of candidates is aligned, so the cost of an article does not grow with their number. Of each article it holds hashed words and metadata, no text.</summary>
internal sealed class CopyFinder
{
    /// <summary>Collections up to this size are indexed run by run, so that the order of arrival makes no difference; larger ones are winnowed.</summary>
    private const int Small = 2_000;

    private const int Candidates = 24;
    private const int PostingsBudget = 600;
    private const int PostingsOfRun = 48;
    private const int StockWeeks = 3;
    private const int StockLookBack = 12;

    private readonly List<Article> articles = [];
    private readonly List<Words> bodies = [];
    private readonly ShingleIndex index = new();
    private readonly Dictionary<int, int> hits = [];
    private readonly List<int> found = [];
    private uint[] shingles = new uint[1024];

    /// <summary>All copies of a collection, each article's in a row, best first. A small collection is indexed before any is asked about, so that order makes no difference.</summary>
    /// <param name="collection">Asked for once, one after the other.</param>
    public static ImmutableArray<Copy> Find(IEnumerable<Article> collection)
    {
        var finder = new CopyFinder();
        var copies = ImmutableArray.CreateBuilder<Copy>();
        foreach (var article in collection)
        {
            if (finder.articles.Count == Small) finder.IndexAll(window: null, copies);
            finder.Enter(article);
            if (finder.articles.Count <= Small) continue;
            finder.Index(finder.articles.Count - 1, window: null);
            copies.AddRange(finder.Ask(finder.articles.Count - 1));
        }

        if (finder.articles.Count <= Small) finder.IndexAll(window: 1, copies);
        return copies.ToImmutable();
    }

    /// <summary>The first articles, kept until it is known whether more come: all of a small collection are indexed before any is asked about, of a large one each in its turn.</summary>
    private void IndexAll(int? window, ImmutableArray<Copy>.Builder copies)
    {
        if (window is not null)
            for (var at = 0; at < articles.Count; at++) Index(at, window);
        for (var at = 0; at < articles.Count; at++)
        {
            if (window is null) Index(at, window);
            copies.AddRange(Ask(at));
        }
    }

    private void Enter(Article article)
    {
        bodies.Add(Words.OfBody(article).Trimmed());
        articles.Add(article with { Text = "", Blocks = [] });
    }

    private void Index(int at, int? window) => index.Add(at, Runs(bodies[at]), window ?? ShingleIndex.Window(bodies[at].Count));

    private ReadOnlySpan<uint> Runs(Words words)
    {
        if (shingles.Length < words.Count) shingles = new uint[words.Count * 2];
        Shingles.Fill(words, Shingles.Length, shingles);
        return shingles.AsSpan(0, words.Count);
    }

    /// <summary>The copies between the article and those before it.</summary>
    private IEnumerable<Copy> Ask(int at)
    {
        var runs = Runs(bodies[at]);
        var stock = StockWords(runs);
        var copies = new List<(Copy Copy, int Same)>();
        foreach (var earlier in Likely(runs, at))
            if (Compare(articles[earlier], bodies[earlier], articles[at], bodies[at], stock) is { } shared) copies.Add(shared);
        return copies.OrderByDescending(c => c.Same).ThenBy(c => c.Copy.A.Value, StringComparer.Ordinal).ThenBy(c => c.Copy.B.Value, StringComparer.Ordinal).Select(c => c.Copy);
    }

    /// <summary>The earlier articles that share the most runs, the rarest runs asked first.</summary>
    private List<int> Likely(ReadOnlySpan<uint> runs, int before)
    {
        var asked = new List<(int Count, uint Run)>();
        foreach (var run in runs)
            if (run != 0 && index.Count(run) is > 1 and var count) asked.Add((count, run));
        asked.Sort();
        hits.Clear();
        var budget = PostingsBudget;
        var last = 0u;
        foreach (var (count, run) in asked)
        {
            if (run == last) continue;
            last = run;
            found.Clear();
            index.Articles(run, PostingsOfRun, found);
            budget -= found.Count;
            foreach (var at in found)
                if (at < before) hits[at] = hits.GetValueOrDefault(at) + 1;
            if (budget <= 0) break;
        }

        return [.. hits.OrderByDescending(h => h.Value).ThenBy(h => h.Key).Take(Candidates).Select(h => h.Key)];
    }

    /// <summary>Marks the later article's words that stand in runs known from several weeks: boilerplate and background lines.</summary>
    private bool[] StockWords(ReadOnlySpan<uint> runs)
    {
        var stock = new bool[runs.Length];
        for (var i = 0; i < runs.Length; i++)
        {
            if (runs[i] == 0 || index.Count(runs[i]) < StockWeeks) continue;
            found.Clear();
            index.Articles(runs[i], StockLookBack, found);
            if (Weeks() >= StockWeeks) stock.AsSpan(i, Shingles.Length).Fill(true);
        }

        return stock;
    }

    private int Weeks()
    {
        var weeks = 0;
        var last = int.MinValue;
        foreach (var at in found)
        {
            if ((articles[at].Published.From ?? articles[at].Published.To) is not { } day || Math.Abs(day.DayNumber - (long)last) < 7) continue;
            weeks++;
            last = day.DayNumber;
        }

        return weeks;
    }

    private static (Copy Copy, int Same)? Compare(Article earlier, Words earlierWords, Article later, Words laterWords, bool[] stock)
    {
        // one fixed side first, so that the order of arrival makes no difference
        var turned = string.CompareOrdinal(earlier.Id.Value, later.Id.Value) > 0;
        var (first, firstWords, second, secondWords) = turned ? (later, laterWords, earlier, earlierWords) : (earlier, earlierWords, later, laterWords);
        var runs = Aligner.Align(firstWords, secondWords);
        if (runs.Count == 0) return null;
        var shared = SharedText.Of(firstWords, secondWords, runs, run => turned ? Stock(run.FirstA, run.LastA) : Stock(run.FirstB, run.LastB));
        if (!shared.IsCopy) return null;
        var (a, b, why) = Direction.Of(first, second, shared);
        var passages = a == first ? shared.Passages : [.. shared.Passages.Select(p => new Passage(p.B, p.A))];
        return (new Copy(a.Id, b.Id, shared.Kind, shared.Share, passages, $"{shared.Why}; {why}"), shared.Same);
    
        int Stock(int from, int to)
        {
            var count = 0;
            for (var i = from; i <= to; i++)
                if (stock[i] && (laterWords.Marks[i] & (WordMarks.Stop | WordMarks.Quoted | WordMarks.Capital)) == 0) count++;
            return count;
        }
    }
}
