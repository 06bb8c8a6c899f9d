using System.Text;
using Dateline.Decisions;
using Dateline.Exchange;
using Dateline.Storage.Sqlite;

namespace Dateline.Storage.Tests;

/// <summary>What people decided holds whatever is made again, for every kind of ruling, on the sample story in the real store.</summary>
public sealed class EveryRulingSurvivesTests : IDisposable
{
    private const int Decisions = 200;

    private readonly string folder = Directory.CreateTempSubdirectory("dateline-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(11)]
    public void Two_hundred_random_decisions_of_every_kind_survive_a_rebuild_and_all_pages_in_another_order(int seed)
    {
        var random = new Random(seed);
        using var ledger = SqliteLedger.Open(Path.Combine(folder, "first.db"));
        Fill(ledger, Pages());
        var broken = new List<string>();
        for (var made = 0; made < Decisions; made++)
        {
            var ruling = new RandomRulings(ledger.Load(), random).Next(made, ledger.Decisions());
            ledger.Decide(ruling, "ada", DateTimeOffset.UnixEpoch);
            Fold.Follow(ledger);
            if (ruling is not Ruling.Undo && !RulingHolds.In(ledger.Load(), ruling)) broken.Add($"{made + 1}, at once: {ruling.GetType().Name} {Rulings.Words(ruling)}");
        }

        var whole = ledger.Load();
        var standing = Rulings.Standing(ledger.Decisions());
        var holding = standing.Where(d => RulingHolds.In(whole, d.Ruling)).ToList();
        Assert.InRange(holding.Select(d => d.Ruling.GetType()).Distinct().Count(), 10, 11); // of one kind all may have been decided otherwise since

        var before = Written(whole);
        ledger.MarkStale();
        Fold.Rederive(ledger);
        Assert.True(Fold.Follow(ledger));
        Assert.Equal(before, Written(ledger.Load()));

        for (var order = 0; order < 3; order++)
        {
            using var again = SqliteLedger.Open(Path.Combine(folder, $"again-{order}.db"));
            foreach (var decision in ledger.Decisions()) again.Decide(decision.Ruling, decision.By, decision.At);
            Fill(again, Pages().OrderBy(_ => random.Next()));
            var other = again.Load();
            broken.AddRange(holding.Where(d => !RulingHolds.In(other, d.Ruling)).Select(d => $"{d.Number}, in order {order}: {d.Ruling.GetType().Name} {Rulings.Words(d.Ruling)}"));
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));

        // without the log most of it is otherwise: the test can fail
        using var without = SqliteLedger.Open(Path.Combine(folder, "without.db"));
        Fill(without, Pages());
        var found = without.Load();
        Assert.InRange(holding.Count(d => !RulingHolds.In(found, d.Ruling)), holding.Count / 2, holding.Count);
    }

    private static string Written(Ledger ledger) => Encoding.UTF8.GetString(Json.Bytes(json => LedgerJson.Write(json, ledger), Json.Indented));

    private static void Fill(SqliteLedger ledger, IEnumerable<Capture> pages)
    {
        foreach (var page in pages) ledger.Append(Derived.From(page));
        Fold.Follow(ledger);
    }

    private static IEnumerable<Capture> Pages()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "global.json"))) at = at.Parent!;
        return Directory.EnumerateFiles(Path.Combine(at.FullName, "samples")).Order(StringComparer.Ordinal).Where(f => Path.GetExtension(f) is ".html" or ".txt")
            .Select(f => Capture.Of(File.ReadAllBytes(f), Path.GetExtension(f) == ".html" ? PageFormat.Html : PageFormat.Text, Path.GetFileName(f)));
    }
}
