using System.Collections.Immutable;
using Dateline.Storage.Sqlite;

namespace Dateline.Storage.Tests.Sqlite;

/// <summary>A search by days finds what lies in them, however wide the intervals of the pages are.</summary>
public sealed class SearchDaysTests : IDisposable
{
    private const int Pages = 60;
    private static readonly DateOnly Start = new(2031, 3, 1);

    private readonly string folder = Directory.CreateTempSubdirectory("dateline-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Days_narrow_a_search_to_the_pages_that_can_be_out_in_them()
    {
        var random = new Random(5);
        using var ledger = SqliteLedger.Open(Path.Combine(folder, "ledger.db"));
        for (var i = 0; i < Pages; i++) ledger.Append(Sample.Derived($"{i}.txt", i % 3 == 0 ? $"no ferry runs {i}" : $"no tram runs {i}"));
        ImmutableArray<AnnotatedArticle> dated = [.. ledger.History().Select(a => a with { Article = a.Article with { Published = Some(random) } })];
        var made = Sample.Ledger(dated);
        ledger.Replace(made with { Articles = dated });
        for (var round = 0; round < 200; round++)
        {
            DateOnly? from = random.Next(3) == 0 ? null : Start.AddDays(random.Next(-5, 45)), to = random.Next(3) == 0 ? null : Start.AddDays(random.Next(-5, 45));
            var fits = dated.Select(a => a.Article).Where(a => (from is null || (a.Published.To ?? a.Published.From) >= from) && (to is null || (a.Published.From ?? a.Published.To) <= to)).ToList();
            foreach (var word in (string?[])[null, "tram", "halted"])
            {
                var found = ledger.Search(new SearchQuery(word, SearchKind.Any, From: from, To: to));
                var wanted = fits.Where(a => word is null or "halted" || a.Text.Contains(word, StringComparison.Ordinal)).ToList();
                Assert.Equal(word == "halted" ? wanted.Count : 2 * wanted.Count, found.Total); // the page and its statement; the title is the page's alone
                Assert.Subset(wanted.Select(a => a.Id).ToHashSet(), found.Hits.Select(h => h.Article).ToHashSet());
                if (word is null) Assert.Equal(found.Hits.Select(h => h.Published.To ?? h.Published.From ?? DateOnly.MinValue).OrderDescending(), found.Hits.Select(h => h.Published.To ?? h.Published.From ?? DateOnly.MinValue));
            }
        }
    }

    /// <summary>To the day, as an interval of a few days or of a month, open to one side, or not known at all.</summary>
    private static UncertainDate Some(Random random)
    {
        var day = Start.AddDays(random.Next(40));
        return random.Next(6) switch
        {
            0 => UncertainDate.Unknown("no date"),
            1 => UncertainDate.Between(day, day.AddDays(random.Next(1, 5)), DateGrain.Day, "weekday", DateAnchor.Published),
            2 => UncertainDate.Between(day, day.AddDays(30), DateGrain.Day, "ages", DateAnchor.Published),
            3 => UncertainDate.Between(null, day, DateGrain.Day, "before", DateAnchor.Published),
            _ => UncertainDate.On(day, "given"),
        };
    }
}
