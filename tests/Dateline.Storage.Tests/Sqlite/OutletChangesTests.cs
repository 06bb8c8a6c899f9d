using System.Collections.Immutable;
using Dateline.Storage.Sqlite;

namespace Dateline.Storage.Tests.Sqlite;

/// <summary>The changes of an outlet are those that it prints one side of, whatever else is asked for.</summary>
public sealed class OutletChangesTests : IDisposable
{
    private static readonly string[] Outlets = ["The Harbour Post", "THE HARBOUR POST", "Vale Courier", "Radio Tamsin"];

    private readonly string folder = Directory.CreateTempSubdirectory("dateline-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Changes_of_an_outlet_are_all_that_it_prints_a_side_of_once_each_and_the_newest_first()
    {
        var random = new Random(3);
        using var ledger = SqliteLedger.Open(Path.Combine(folder, "ledger.db"));
        for (var i = 0; i < 12; i++) ledger.Append(Sample.Derived($"{i}.txt", $"no ferry runs {i}"));
        ImmutableArray<AnnotatedArticle> pages = [.. ledger.History().Select((a, i) => a with { Article = a.Article with { Outlet = i % 5 == 4 ? null : new Sourced(Outlets[i % 5], "given") } })];
        var outletOf = pages.ToDictionary(p => p.Article.Id, p => p.Article.Outlet?.Value ?? "");
        var made = Sample.Ledger(pages);
        Entry Answer(int i) => made.Tracks[0].Entries[0] with { Article = pages[i].Article.Id, Holder = random.Next(2) == 0 ? "outlet" : "Ada Brook", Statement = null };
        ImmutableArray<Track> tracks = [.. Enumerable.Range(0, 4).Select(n => made.Tracks[0] with
        {
            Id = new TrackId($"story-1-t{n}"),
            Entries = [.. Enumerable.Range(0, 10).Select(_ => Answer(random.Next(pages.Length)))],
            Changes = [.. Enumerable.Range(1, 9).Select(i => new Change(i % 2 == 0 ? ChangeKind.Update : ChangeKind.Denial, i - 1, i, i % 4 == 0 ? null : new DateOnly(2031, 3, 1 + random.Next(20)), "why"))],
        })];
        ledger.Replace(made with { Articles = pages, Tracks = tracks });
        var all = tracks.SelectMany(t => t.Changes.Select(c => (Track: t, Change: c, Before: t.Entries[c.Before], After: t.Entries[c.After]))).ToList();
        foreach (var outlet in Outlets.Append("Nobody"))
        {
            bool Prints(Entry entry) => string.Equals(outletOf[entry.Article], outlet, StringComparison.OrdinalIgnoreCase);
            var wanted = all.Where(c => Prints(c.Before) || Prints(c.After)).ToList();
            var found = ledger.Changes(new ChangeQuery { Outlet = outlet });
            Assert.Equal((wanted.Count, wanted.Count), (found.Total, found.Changes.Length));
            Assert.Equal(wanted.Select(c => (c.Track.Id, c.Change.After)).ToHashSet(), found.Changes.Select(c => (c.Track, tracks.Single(t => t.Id == c.Track).Changes.Single(k => ChangeKey.Of(tracks.Single(t => t.Id == c.Track), k) == c.Id).After)).ToHashSet());
            Assert.Equal(found.Changes.OrderByDescending(c => c.At ?? DateOnly.MinValue).Select(c => c.At), found.Changes.Select(c => c.At));
            Assert.Equal(wanted.Count(c => c.Change.Kind == ChangeKind.Denial && c.Change.At >= new DateOnly(2031, 3, 9)), ledger.Changes(new ChangeQuery { Outlet = outlet, Kind = ChangeKind.Denial, From = new DateOnly(2031, 3, 9) }).Total);
            Assert.Equal(wanted.Count(c => Prints(c.Before) && Prints(c.After) && c.Before.Holder == "outlet" && c.After.Holder == "outlet"), ledger.Changes(new ChangeQuery { Outlet = outlet, Own = true }).Total);
            Assert.Equal(wanted.Count(c => c.Before.Holder != "outlet" && c.After.Holder != "outlet"), ledger.Changes(new ChangeQuery { Outlet = outlet, Source = "ada-brook", Own = true }).Total);
        }
    }
}
