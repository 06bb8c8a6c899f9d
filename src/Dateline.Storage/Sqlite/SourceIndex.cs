using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Dateline.Exchange;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Writes who says what across the stories, with the fold.</summary>
internal sealed class SourceIndex
{
    public const string Clear = "DELETE FROM source_statements; DELETE FROM sources;";

    private const int MostDays = 400;
    private const int MostFlows = 60;
    private const int MostStories = 60;
    private const int MostCalled = 8;
    private const int LongestCue = 120; // characters

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly Ledger ledger;
    private readonly Dictionary<ArticleId, AnnotatedArticle> articles;
    private readonly Dictionary<ArticleId, Story> storyOf = [];
    private readonly Dictionary<StoryId, SourceNames> names = [];
    private readonly Dictionary<string, int> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> holders = new(StringComparer.Ordinal); // their names, where they say nothing themselves
    private readonly Dictionary<ArticleId, CodePoints> points = [];

    public SourceIndex(SqliteConnection connection, SqliteTransaction transaction, Ledger ledger)
    {
        (this.connection, this.transaction, this.ledger) = (connection, transaction, ledger);
        articles = ledger.Articles.ToDictionary(a => a.Article.Id);
        foreach (var story in ledger.Stories)
        {
            foreach (var article in story.Articles) storyOf[article] = story;
            names[story.Id] = new SourceNames(story.Id, story.Articles.Where(articles.ContainsKey).Select(a => articles[a]));
        }
    }

    /// <summary>The source that holds an answer, counted; null where that is the outlet or nobody in particular.</summary>
    public string? Of(StoryId story, Entry entry)
    {
        if (!names.TryGetValue(story, out var known) || known.Of(entry) is not { } key) return null;
        answers[key.Id] = answers.GetValueOrDefault(key.Id) + 1;
        holders.TryAdd(key.Id, key.Name);
        return key.Id;
    }

    public TextSpan Points(ArticleId article, TextSpan span)
    {
        if (!points.TryGetValue(article, out var of)) points[article] = of = new CodePoints(articles[article].Article.Text);
        return new TextSpan(of.Of(span.Start), of.Of(span.End));
    }

    public void Write()
    {
        var voices = ledger.Articles.SelectMany(Said).GroupBy(s => s.Key.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var (id, said) in voices) Write(id, said);
        foreach (var (id, name) in holders)
            if (!voices.ContainsKey(id)) Write(id, name, []);
    }

    private IEnumerable<SaidAt> Said(AnnotatedArticle annotated)
    {
        var story = storyOf.GetValueOrDefault(annotated.Article.Id);
        var known = story is not null ? names[story.Id] : new SourceNames(null, [annotated]);
        foreach (var statement in annotated.Annotations.Statements)
        {
            if (!statement.IsSaying || statement.Content.Length == 0 || known.Of(statement) is not { } key) continue;
            var said = statement.Said is { IsKnown: true } told ? told : annotated.Article.Published;
            yield return new SaidAt(key, statement, annotated.Article, story, said.From ?? said.To);
        }
    }

    private void Write(string id, List<SaidAt> said)
    {
        var wordings = said.GroupBy(s => Wording(s.Statement.ContentCover.Slice(s.Article.Text))).ToList();
        foreach (var wording in wordings)
        {
            var first = wording.OrderBy(s => s.Day ?? DateOnly.MaxValue).ThenBy(s => s.Statement.Id.Value, StringComparer.Ordinal).First();
            foreach (var one in wording) Write(id, one, wording.Key, repeats: one != first);
        }

        Write(id, said.GroupBy(s => s.Key.Name, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key, said, wordings.Count);
    }

    private void Write(string id, SaidAt one, long wording, bool repeats)
    {
        var (statement, text) = (one.Statement, one.Article.Text);
        var place = Points(one.Article.Id, statement.ContentCover);
        var cue = string.Join(' ', statement.Cue.Select(c => c.Slice(text)));
        connection.Execute(
            "INSERT INTO source_statements (source, repeats, day, statement, article, story, wording, point_start, point_end, manner) VALUES (@id, @repeats, @day, @statement, @article, @story, @wording, @start, @end, @manner)",
            new
            {
                id,
                repeats,
                day = Payload.Day(one.Day) ?? "",
                statement = statement.Id.Value,
                article = one.Article.Id.Value,
                story = one.Story is { } story ? StoryKey.Of(story.Id) : (long?)null,
                wording,
                start = place.Start,
                end = place.End,
                manner = Payload.Json(new HowSaid(statement.Manner, cue.Length > LongestCue ? "" : cue, statement.Channel, statement.Relay, statement.Said, statement.Hedge)),
            },
            transaction);
    }

    private void Write(string id, string name, List<SaidAt> said, int wordings = 0)
    {
        var days = said.Where(s => s.Day is not null).GroupBy(s => s.Day!.Value).OrderBy(g => g.Key).ToList();
        var summary = new SourceSummary(
            id, name, new SourceKey(id, name).IsNamed, said.Count, wordings, answers.GetValueOrDefault(id), said.Select(s => s.Article.Id).Distinct().Count(),
            said.Select(s => s.Article.Outlet?.Value).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count(), days.Count > 0 ? days[0].Key : null, days.Count > 0 ? days[^1].Key : null,
            [.. days.TakeLast(MostDays).Select(g => new DayCount(g.Key, g.Count()))],
            [.. said.GroupBy(s => (Through: Through(s), Outlet: s.Article.Outlet?.Value ?? s.Article.Page)).Select(g => new SourceFlow(g.Key.Through, g.Key.Outlet, g.Count())).OrderByDescending(f => f.Statements).ThenBy(f => f.Outlet, StringComparer.Ordinal).ThenBy(f => f.Through, StringComparer.Ordinal).Take(MostFlows)],
            [.. said.Where(s => s.Story is not null).GroupBy(s => s.Story!.Id).Select(g => new SourceStory(g.Key, g.First().Story!.Title, g.Count())).OrderByDescending(s => s.Statements).ThenBy(s => s.Story).Take(MostStories)],
            [.. said.SelectMany(s => new[] { s.Statement.Source.Text, s.Statement.Source.Entity }).OfType<string>().Where(w => w.Length > 3 && char.IsUpper(w[0]) && w != name).GroupBy(w => w, StringComparer.OrdinalIgnoreCase).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostCalled).Select(g => g.Key)]);
        connection.Execute("INSERT INTO sources (id, name, summary, stamp) VALUES (@id, @name, @summary, @stamp)", new { id, name, summary = Payload.Json(summary), stamp = ledger.Stamp }, transaction);
    }

    /// <summary>The medium nearest to the source, else where it was said.</summary>
    private static string? Through(SaidAt said) => said.Statement.Relay is [.., var far] ? far : said.Statement.Channel is { Length: > 0 } channel ? channel : null;

    /// <summary>Letters and digits alone: quotation marks and white space differ between copies of one text.</summary>
    private static long Wording(string text) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant())));

    private sealed record SaidAt(SourceKey Key, Statement Statement, Article Article, Story? Story, DateOnly? Day);
}
