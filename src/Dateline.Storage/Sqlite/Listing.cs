using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Writes what a list of stories shows beside each story.</summary>
internal sealed class Listing
{
    private const int MostEntities = 60;
    private const int MostDays = 400;
    private const int MostWords = 4000;

    private readonly Dictionary<ArticleId, AnnotatedArticle> articles;
    private readonly ILookup<ArticleId, Origin> origins;
    private readonly ILookup<StoryId, Track> tracks;

    public Listing(Ledger ledger)
    {
        articles = ledger.Articles.ToDictionary(a => a.Article.Id);
        origins = ledger.Origins.SelectMany(o => o.Articles.Select(a => (a, o))).ToLookup(p => p.a, p => p.o);
        tracks = ledger.Tracks.ToLookup(t => t.Story);
    }

    public void Write(SqliteConnection connection, SqliteTransaction transaction, Story story)
    {
        var inside = story.Articles.Where(articles.ContainsKey).Select(a => articles[a]).ToList();
        var key = StoryKey.Of(story.Id);
        var outlets = inside.Select(a => a.Article.Outlet?.Value).OfType<string>().GroupBy(o => o, StringComparer.OrdinalIgnoreCase).ToList();
        var changes = tracks[story.Id].SelectMany(t => t.Changes.Select(c => (Track: t, Change: c))).ToList();
        connection.Execute(
            "UPDATE stories SET first_day = @first, last_day = @last, articles = @articles, outlets = @outlets, origins = @origins, changes = @changes, latest = @latest, days = @days, words = @words WHERE id = @key",
            new
            {
                key,
                first = Payload.Day(story.First.From ?? story.First.To),
                last = Payload.Day(story.Last.To ?? story.Last.From),
                articles = inside.Count,
                outlets = outlets.Count,
                origins = OriginCount.Least([.. inside.Select(a => a.Article.Id)], inside.SelectMany(a => origins[a.Article.Id]).Distinct()),
                changes = changes.Count,
                latest = Latest(changes),
                days = string.Join(',', inside.Where(a => a.Article.Published.IsDay).GroupBy(a => a.Article.Published.From!.Value).OrderBy(g => g.Key).Take(MostDays).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key:O} {g.Count()}"))),
                words = Words(story, inside),
            },
            transaction);
        foreach (var outlet in outlets)
            connection.Execute("INSERT INTO story_outlets (story, outlet, articles) VALUES (@key, @outlet, @count)", new { key, outlet = outlet.Key, count = outlet.Count() }, transaction);
        var entities = inside.SelectMany(a => a.Annotations.Mentions.Select(m => m.Entity).Distinct(StringComparer.OrdinalIgnoreCase)).Where(e => e.Length is > 1 and < 200)
            .GroupBy(e => e, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostEntities);
        foreach (var entity in entities)
            connection.Execute("INSERT OR IGNORE INTO story_entities (story, entity, articles) VALUES (@key, @entity, @count)", new { key, entity = entity.Key, count = entity.Count() }, transaction);
    }

    private static string? Latest(List<(Track Track, Change Change)> changes)
    {
        if (changes.Count == 0) return null;
        var (track, change) = changes.MaxBy(c => c.Change.At ?? DateOnly.MinValue); // the first of a day is that of the most salient question
        return Payload.Json(new LatestChange(track.Id, track.Question, change.Kind, track.Entries[change.Before].Value, track.Entries[change.After].Value, change.At));
    }

    private string Words(Story story, List<AnnotatedArticle> inside)
    {
        var words = string.Join('\n', inside.Select(a => a.Article.Title?.Value).Prepend(story.Title).Concat(tracks[story.Id].Select(t => t.Question)).OfType<string>().Distinct(StringComparer.Ordinal)).ToLowerInvariant();
        return words.Length > MostWords ? words[..MostWords] : words;
    }
}
