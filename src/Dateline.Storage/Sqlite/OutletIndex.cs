using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Writes what each outlet prints of its own and of others, with the fold.</summary>
internal sealed class OutletIndex
{
    public const string Clear = "DELETE FROM outlet_articles; DELETE FROM outlets;";

    private const int MostNames = 60;
    private const int MostPeriods = 240;
    private const int MonthlyFrom = 62; // days

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly Ledger ledger;
    private readonly Dictionary<ArticleId, Article> articles;
    private readonly Dictionary<ArticleId, StoryId> storyOf;
    private readonly ILookup<ArticleId, Origin> origins;
    private readonly ILookup<ArticleId, Copy> copies;

    public OutletIndex(SqliteConnection connection, SqliteTransaction transaction, Ledger ledger)
    {
        (this.connection, this.transaction, this.ledger) = (connection, transaction, ledger);
        articles = ledger.Articles.ToDictionary(a => a.Article.Id, a => a.Article);
        storyOf = ledger.Stories.SelectMany(s => s.Articles.Select(a => (Article: a, s.Id))).GroupBy(p => p.Article).ToDictionary(g => g.Key, g => g.First().Id);
        origins = ledger.Origins.SelectMany(o => o.Articles.Select(a => (a, o))).ToLookup(p => p.a, p => p.o);
        copies = ledger.Copies.SelectMany(c => new[] { (c.A, c), (c.B, c) }).ToLookup(p => p.Item1, p => p.c);
    }

    public void Write()
    {
        var printed = articles.Values.Where(a => a.Outlet is not null)
            .Select(a => new Printed(a, Day(a), storyOf.TryGetValue(a.Id, out var story) ? story : null, CarriedWords.Of(a, copies[a.Id], id => origins[id], id => articles[id].Outlet?.Value ?? articles[id].Page)))
            .GroupBy(p => p.Article.Outlet!.Value, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.OrdinalIgnoreCase);
        var heirs = printed.SelectMany(o => o.Value.SelectMany(p => p.Words.From.Select(f => (From: f.Origin, To: o.Key, f.Characters)))).ToLookup(h => h.From, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, own) in printed)
        {
            foreach (var one in own) Write(name, one);
            var summary = Summary(name, own, [.. heirs[name].Select(h => (h.To, h.Characters))], printed.ContainsKey);
            connection.Execute("INSERT INTO outlets (name, summary, stamp) VALUES (@name, @summary, @stamp)", new { name, summary = Payload.Json(summary), stamp = ledger.Stamp }, transaction);
        }
    }

    private void Write(string outlet, Printed one) => connection.Execute(
        "INSERT INTO outlet_articles (outlet, day, article, story, published, characters, carried, origins) VALUES (@outlet, @day, @article, @story, @published, @characters, @carried, @origins)",
        new
        {
            outlet,
            day = Payload.Day(one.Day) ?? "",
            article = one.Article.Id.Value,
            story = one.Story is { } story ? StoryKey.Of(story) : (long?)null,
            published = Payload.Date(one.Article.Published),
            characters = one.Words.Characters,
            carried = one.Words.Carried,
            origins = Payload.Json([.. one.Words.From.Select(f => new NameCount(f.Origin, f.Characters))]),
        },
        transaction);

    private static OutletSummary Summary(string name, List<Printed> own, List<(string Name, int Characters)> heirs, Func<string, bool> isOutlet)
    {
        var days = own.Select(p => p.Day).OfType<DateOnly>().ToList();
        var (first, last) = days.Count > 0 ? (days.Min(), days.Max()) : ((DateOnly?)null, (DateOnly?)null);
        var monthly = first is { } from && last is { } to && to.DayNumber - from.DayNumber > MonthlyFrom;
        return new OutletSummary(
            name, own.Count, own.Select(p => p.Story).OfType<StoryId>().Distinct().Count(), first, last, own.Sum(p => (long)p.Words.Characters), own.Sum(p => (long)p.Words.Carried),
            Shares(own.SelectMany(p => p.Words.From), isOutlet), Shares(heirs, isOutlet),
            [.. own.SelectMany(p => p.Article.Agencies.Distinct(StringComparer.OrdinalIgnoreCase)).GroupBy(a => a, StringComparer.OrdinalIgnoreCase).Select(g => new NameCount(g.Key, g.Count())).OrderByDescending(c => c.Count).ThenBy(c => c.Name, StringComparer.Ordinal).Take(MostNames)],
            monthly,
            [.. own.Where(p => p.Day is not null).GroupBy(p => monthly ? new DateOnly(p.Day!.Value.Year, p.Day.Value.Month, 1) : p.Day!.Value).OrderBy(g => g.Key).TakeLast(MostPeriods)
                .Select(g => new OutletPeriod(g.Key, g.Count(), g.Sum(p => (long)p.Words.Characters), g.Sum(p => (long)p.Words.Carried)))]);
    }

    private static System.Collections.Immutable.ImmutableArray<OutletShare> Shares(IEnumerable<(string Name, int Characters)> parts, Func<string, bool> isOutlet) =>
        [.. parts.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(g => new OutletShare(g.Key, g.Sum(p => (long)p.Characters), g.Count(), isOutlet(g.Key))).OrderByDescending(s => s.Characters).ThenBy(s => s.Origin, StringComparer.Ordinal).Take(MostNames)];

    private static DateOnly? Day(Article article) => article.Published.From ?? article.Published.To;

    private sealed record Printed(Article Article, DateOnly? Day, StoryId? Story, CarriedWords Words);
}
