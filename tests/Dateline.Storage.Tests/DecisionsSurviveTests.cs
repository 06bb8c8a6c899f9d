using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dateline.Storage.Sqlite;

namespace Dateline.Storage.Tests;

/// <summary>What people decided on stories holds in the ledger whatever is made again: after a rebuild, and where all pages come once more in another order.</summary>
public sealed class DecisionsSurviveTests : IDisposable
{
    private const int Pages = 10;
    private const int Decisions = 200;

    private readonly string folder = Directory.CreateTempSubdirectory("dateline-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Two_hundred_random_decisions_survive_a_rebuild_and_all_pages_in_another_order()
    {
        var random = new Random(7);
        var wanted = new Dictionary<(ArticleId, ArticleId), bool>();
        using var ledger = SqliteLedger.Open(Path.Combine(folder, "first.db"));
        Fill(ledger, Enumerable.Range(0, Pages));
        while (ledger.Decisions().Length < Decisions)
        {
            if (Ruled(ledger, random, wanted) is not { } ruling) continue;
            ledger.Decide(ruling, "ada", DateTimeOffset.UnixEpoch);
            Fold.Follow(ledger);
        }

        Assert.Contains(true, wanted.Values);
        Assert.Contains(false, wanted.Values);
        Assert.All(wanted, w => Assert.Equal(w.Value, AreOne(ledger, w.Key)));

        ledger.MarkStale();
        Fold.Rederive(ledger);
        Assert.True(Fold.Follow(ledger));
        Assert.All(wanted, w => Assert.Equal(w.Value, AreOne(ledger, w.Key)));

        for (var order = 0; order < 3; order++)
        {
            using var again = SqliteLedger.Open(Path.Combine(folder, $"again-{order}.db"));
            foreach (var decision in ledger.Decisions()) again.Decide(decision.Ruling, decision.By, decision.At);
            Fill(again, Enumerable.Range(0, Pages).OrderBy(_ => random.Next()));
            Assert.All(wanted, w => Assert.Equal(w.Value, AreOne(again, w.Key)));

            // without the log the pages fall otherwise: the decisions make the difference, and the test can fail
            using var without = SqliteLedger.Open(Path.Combine(folder, $"without-{order}.db"));
            Fill(without, Enumerable.Range(0, Pages));
            Assert.Contains(wanted, w => w.Value != AreOne(without, w.Key));
        }
    }

    private static bool AreOne(SqliteLedger ledger, (ArticleId A, ArticleId B) pair) => ledger.StoryOf(pair.A) == ledger.StoryOf(pair.B);

    /// <summary>Two affairs with two halves each, so that stories have something to be merged and split.</summary>
    private static void Fill(SqliteLedger ledger, IEnumerable<int> order)
    {
        foreach (var n in order)
        {
            var (who, where, what) = (n % 4) switch { 0 => ("Ada Brook", "Port Elvin", "ferries"), 1 => ("Ben Marsh", "Kessary", "dam"), 2 => ("Ilan Kesh", "Dorvik", "hostages"), _ => ("Hanna Grau", "Lorrane", "harvest") };
            var text = string.Create(CultureInfo.InvariantCulture, $"{where} waits for its {what}\n\n{where.ToUpperInvariant()}, March {3 + n}, 2031 - {who} said on Monday that {10 + n} {what} were counted in {where}.\n\"The {what} of {where} come first,\" {who} told reporters in {where}.");
            ledger.Append(Derived.From(Capture.Of(Encoding.UTF8.GetBytes(text), PageFormat.Text, $"page-{n}.txt")));
        }

        Fold.Follow(ledger);
    }

    private static Ruling? Ruled(SqliteLedger ledger, Random random, Dictionary<(ArticleId, ArticleId), bool> wanted)
    {
        var stories = ledger.Stories().Select(s => s.Story.Articles).ToList();
        var (one, other) = (stories[random.Next(stories.Count)], stories[random.Next(stories.Count)]);
        switch (random.Next(3))
        {
            case 0 when one != other:
                Hold([.. one, .. other], [.. one, .. other], true);
                return new Ruling.MergeStories(one, other);
            case 1 when one.Length > 1:
                var taken = one.OrderBy(_ => random.Next()).Take(random.Next(1, one.Length)).ToImmutableArray();
                ImmutableArray<ArticleId> left = [.. one.Except(taken)];
                Hold(taken, taken, true);
                Hold(taken, left, false);
                return new Ruling.SplitStory(taken, left);
            case 2 when one != other:
                var article = one[random.Next(one.Length)];
                Hold([article], one.Remove(article), false);
                Hold([article], other, true);
                Hold(other, other, true);
                return new Ruling.MoveArticle(article, one.Remove(article), other);
            default:
                return null;
        }

        void Hold(ImmutableArray<ArticleId> some, ImmutableArray<ArticleId> others, bool together)
        {
            foreach (var a in some)
                foreach (var b in others.Where(b => b != a)) wanted[(a, b)] = wanted[(b, a)] = together;
        }
    }
}
