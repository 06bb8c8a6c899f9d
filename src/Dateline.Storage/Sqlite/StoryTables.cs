using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Dateline.Stories;
using Dateline.Storage.Extracts;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Writes what pages read of a story, with the fold: after the stories, the entries and the changes.</summary>
internal sealed class StoryTables : IDisposable
{
    public const string Clear = "DELETE FROM change_outlets; DELETE FROM story_holders; DELETE FROM story_flows; DELETE FROM story_timelines; DELETE FROM story_days; DELETE FROM story_statements; DELETE FROM story_voices;";

    /// <summary>So many holders of a story have a colour of their own.</summary>
    public const int HoldersKept = 7;

    private const int DaysKept = 40;
    private const int StepsKept = 7;

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly Ledger ledger;
    private readonly Dictionary<ArticleId, AnnotatedArticle> articles;
    private readonly ILookup<ArticleId, string> roots;
    private readonly ILookup<StoryId, Track> tracks;
    private readonly Prepared head, article, voice, statement, day, timeline, flow, holder, track, entry;

    public StoryTables(SqliteConnection connection, SqliteTransaction transaction, Ledger ledger)
    {
        (this.connection, this.transaction, this.ledger) = (connection, transaction, ledger);
        articles = ledger.Articles.ToDictionary(a => a.Article.Id);
        roots = ledger.Origins.SelectMany(o => o.Articles.Select(a => (a, o.Name))).ToLookup(p => p.a, p => p.Name);
        tracks = ledger.Tracks.ToLookup(t => t.Story);
        head = Prepare("UPDATE articles SET head = @a WHERE id = @b", 2);
        article = Prepare("UPDATE story_articles SET from_day = @a, to_day = @b, outlet = @c WHERE story = @d AND position = @e", 5);
        voice = Prepare("INSERT INTO story_voices (story, voice, name, statements) VALUES (@a, @b, @c, @d)", 4);
        statement = Prepare("INSERT INTO story_statements (story, voice, wording, place, to_day, id, source, statement) VALUES (@a, @b, @c, @d, @e, @f, @g, @h)", 8);
        day = Prepare("INSERT INTO story_days (story, day, place, to_day, distance, late, ahead, sentence_start, sentence_end, date_start, date_end) VALUES (@a, @b, @c, @d, @e, @f, @g, @h, @i, @j, @k)", 11);
        timeline = Prepare("INSERT INTO story_timelines (story, position, day) VALUES (@a, @b, @c)", 3);
        flow = Prepare("INSERT INTO story_flows (story, place, root, through, outlet, statements, to_day) VALUES (@a, @b, @c, @d, @e, @f, @g)", 7);
        holder = Prepare("INSERT INTO story_holders (story, position, holder) VALUES (@a, @b, @c)", 3);
        track = Prepare("UPDATE tracks SET entries = @a, pages = @b, holders = @c, steps = @d WHERE id = @e", 5);
        entry = Prepare("UPDATE entries SET to_day = @a, event_day = @b, said_day = @c, published_day = @d WHERE track = @e AND position = @f", 6);
    }

    public void Write()
    {
        foreach (var (one, _) in ledger.Articles) head.Run(Payload.Json(one).Length, one.Id.Value);
        foreach (var story in ledger.Stories)
        {
            var key = StoryKey.Of(story.Id);
            var inside = story.Articles.Where(articles.ContainsKey).Select(a => articles[a]).ToList();
            WriteArticles(key, story);
            WriteVoices(key, inside, new SourceNames(story.Id, inside));
            WriteDays(key, inside);
            WriteFlows(key, inside);
            WriteTracks(key, story.Id);
        }

        connection.Execute(
            """
            UPDATE changes SET story = (SELECT t.story FROM tracks t WHERE t.id = changes.track),
                to_day = (SELECT CASE WHEN b.to_day IS NULL OR e.to_day IS NULL THEN NULL ELSE max(b.to_day, e.to_day) END FROM entries b, entries e WHERE b.track = changes.track AND b.position = changes.before AND e.track = changes.track AND e.position = changes.after);
            WITH printed AS (
                SELECT ba.outlet AS before, ea.outlet AS after, c.at, c.story, c.track, c.position, b.holder = 'outlet' AND e.holder = 'outlet' AS voice
                FROM changes c JOIN entries b ON b.track = c.track AND b.position = c.before JOIN articles ba ON ba.id = b.article JOIN entries e ON e.track = c.track AND e.position = c.after JOIN articles ea ON ea.id = e.article)
            INSERT INTO change_outlets (outlet, at, story, track, position, own)
            SELECT before, at, story, track, position, voice AND after IS NOT NULL AND before = after COLLATE NOCASE FROM printed WHERE before IS NOT NULL
            UNION ALL SELECT after, at, story, track, position, 0 FROM printed WHERE after IS NOT NULL AND (before IS NULL OR before <> after COLLATE NOCASE);
            """,
            transaction: transaction);
    }

    public void Dispose()
    {
        foreach (var one in (ImmutableArray<Prepared>)[head, article, voice, statement, day, timeline, flow, holder, track, entry]) one.Dispose();
    }

    /// <summary>What sorts before what by a clock: the middle of the interval, and the moment where it is known.</summary>
    public static string? SortKey(UncertainDate? date) =>
        date?.Middle is { } middle ? middle.ToString("O", CultureInfo.InvariantCulture) + (date.Moment is { } moment ? moment.UtcDateTime.ToString(" yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture) : " ~") : null;

    private Prepared Prepare(string sql, int values) => new(connection, transaction, sql, values);

    private void WriteArticles(long key, Story story)
    {
        for (var i = 0; i < story.Articles.Length; i++)
        {
            if (!articles.TryGetValue(story.Articles[i], out var annotated)) continue;
            var published = annotated.Article.Published;
            article.Run(Payload.Day(published.From), Payload.Day(published.To), annotated.Article.Outlet?.Value, key, i);
        }
    }

    private void WriteVoices(long key, List<AnnotatedArticle> inside, SourceNames sources)
    {
        var voices = new Dictionary<string, (int Voice, string Name, int Statements)>(StringComparer.OrdinalIgnoreCase);
        var place = 0;
        foreach (var annotated in inside)
        {
            var to = Payload.Day(annotated.Article.Published.To);
            foreach (var said in StoryFacts.Said(annotated))
            {
                var name = StoryFacts.Speaker(said);
                var known = voices.TryGetValue(name, out var held) ? held : (Voice: voices.Count, Name: name, Statements: 0);
                voices[name] = known with { Statements = known.Statements + 1 };
                statement.Run(key, known.Voice, StoryFacts.Hash(StoryFacts.Wording(said.ContentCover.Slice(annotated.Article.Text))), place++, to, said.Id.Value, sources.Of(said)?.Id, Payload.Json(said));
            }
        }

        foreach (var (number, name, statements) in voices.Values) voice.Run(key, number, name, statements);
    }

    private void WriteDays(long key, List<AnnotatedArticle> inside)
    {
        var told = new HashSet<DateOnly>();
        for (var place = 0; place < inside.Count; place++)
        {
            var one = inside[place].Article;
            foreach (var (named, sentence, date) in StoryFacts.Days(inside[place]).DistinctBy(d => d.Day))
            {
                told.Add(named);
                day.Run(
                    key, Payload.Day(named), place, Payload.Day(one.Published.To), StoryFacts.Distance(one, named), StoryFacts.IsLate(one, named) ? 1 : 0, StoryFacts.IsAhead(one, named) ? 1 : 0,
                    sentence.Start, sentence.End, date.Start, date.End);
            }
        }

        if (told.Count == 0) return;
        var position = 0;
        foreach (var ranked in Timeline.Rank(inside).Where(told.Contains).Take(DaysKept)) timeline.Run(key, position++, Payload.Day(ranked));
    }

    private void WriteFlows(long key, List<AnnotatedArticle> inside)
    {
        for (var place = 0; place < inside.Count; place++)
        {
            var one = inside[place].Article;
            var outlet = one.Outlet?.Value ?? one.Page;
            foreach (var chain in StoryFacts.Chains(inside[place], outlet, roots[one.Id].FirstOrDefault() ?? outlet).CountBy(c => c))
                flow.Run(key, place, chain.Key.Root, chain.Key.Through ?? "", outlet, chain.Value, Payload.Day(one.Published.To));
        }
    }

    private void WriteTracks(long key, StoryId story)
    {
        foreach (var one in tracks[story])
        {
            track.Run(one.Entries.Length, one.Entries.Select(e => e.Article).Distinct().Count(), one.Entries.Select(e => e.Holder).Distinct(StringComparer.Ordinal).Count(), Payload.Strings(Steps(one.Entries.Select(e => e.Value))), one.Id.Value);
            for (var i = 0; i < one.Entries.Length; i++)
            {
                var e = one.Entries[i];
                entry.Run(articles.TryGetValue(e.Article, out var annotated) ? Payload.Day(annotated.Article.Published.To) : null, SortKey(e.Time), SortKey(e.Said), SortKey(e.Published), one.Id.Value, i);
            }
        }

        var holders = tracks[story].SelectMany(t => t.Entries).Where(e => e.Holder != "outlet").CountBy(e => e.Holder, StringComparer.Ordinal).OrderByDescending(h => h.Value).ThenBy(h => h.Key, StringComparer.Ordinal).Take(HoldersKept);
        foreach (var (name, i) in holders.Select((h, i) => (h.Key, i))) holder.Run(key, i, name);
    }

    /// <summary>The answers in order, each once until it changes; of many the first three and the last two, with an empty one between.</summary>
    public static ImmutableArray<string> Steps(IEnumerable<string> values)
    {
        var steps = new List<string>();
        foreach (var value in values)
            if (steps.Count == 0 || steps[^1] != value) steps.Add(value);
        return steps.Count <= StepsKept ? [.. steps] : [.. steps.Take(3), "", .. steps.TakeLast(2)];
    }
}
