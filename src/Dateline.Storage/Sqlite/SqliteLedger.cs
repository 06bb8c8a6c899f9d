using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Dateline.Storage.Extracts;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>A ledger in one SQLite file: no server, no set-up. Write-ahead log, so that pages can be read while others are added.</summary>
public sealed class SqliteLedger : ILedger
{
    private readonly SqliteStore store;
    private readonly VersionCache cache = new();

    private SqliteLedger(SqliteStore store) => (this.store, Users) = (store, new UserTables(store));

    public IUsers Users { get; }

    public string Location => store.Path;

    /// <summary>Opens the file, making it and its folder where they are missing, and brings it to the newest schema.</summary>
    /// <exception cref="LedgerException">it cannot be opened, is damaged, or is no ledger</exception>
    public static SqliteLedger Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) throw new LedgerException($"{full} is a folder; name a file with --ledger PATH.");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException($"{Path.GetDirectoryName(full)} cannot be made ({error.Message}); name another file with --ledger PATH.", error);
        }

        var store = new SqliteStore(full);
        SqliteMigrations.Run(store);
        return new SqliteLedger(store);
    }

    public bool Holds(CaptureId capture) => store.Read(c => Seq(c, null, capture) is not null);

    public bool Append(Derived derived)
    {
        ArgumentNullException.ThrowIfNull(derived);
        var row = CaptureRow.Of(derived.Capture);
        return store.Write((connection, transaction) =>
        {
            if (Seq(connection, transaction, derived.Capture.Id) is not null) return false;
            connection.Execute(
                "INSERT INTO captures (id, page, format, outlet, published, url, charset, basis, captured_at, length, bytes, seal) VALUES (@Id, @Page, @Format, @Outlet, @Published, @Url, @Charset, @Basis, @CapturedAt, @Length, @Bytes, @Seal)",
                row,
                transaction);
            WriteDerived(connection, transaction, derived);
            return true;
        });
    }

    public void Rederive(Derived derived)
    {
        ArgumentNullException.ThrowIfNull(derived);
        store.Write<object?>((connection, transaction) =>
        {
            WriteDerived(connection, transaction, derived);
            return null;
        });
    }

    public bool Refuse(Quarantined quarantined)
    {
        ArgumentNullException.ThrowIfNull(quarantined);
        return store.Write((connection, transaction) => Refuse(connection, transaction, quarantined, null));
    }

    public IReadOnlyList<CaptureId> Captures() => Ids("SELECT id FROM captures ORDER BY seq");

    public Capture? Capture(CaptureId capture) => store.Read(c =>
        c.QuerySingleOrDefault<CaptureRow>($"SELECT {CaptureRow.Columns} FROM captures WHERE id = @id", new { id = capture.Value })?.ToCapture());

    public IReadOnlyList<AnnotatedArticle> ArticlesOf(CaptureId capture) => store.Read(connection => connection.Query<(byte[] Bytes, long Length)>(
        "SELECT a.own, a.own_length FROM articles a JOIN captures c ON c.seq = a.capture WHERE c.id = @id ORDER BY a.position", new { id = capture.Value })
        .Select(r => Payload.Article(Payload.Decompress(r.Bytes, r.Length))).ToList());

    public IEnumerable<Capture> StaleCaptures() =>
        Ids("SELECT id FROM captures WHERE stamp IS NULL OR stamp <> @stamp ORDER BY seq").Select(id => Capture(id)!);

    public void MarkStale() => store.Write<object?>((connection, transaction) =>
    {
        connection.Execute("UPDATE captures SET stamp = NULL; UPDATE fold SET due = 1;", transaction: transaction);
        return null;
    });

    public bool FoldIsDue() => store.Read(c => c.ExecuteScalar<bool>(
        "SELECT due = 1 OR (coalesce(stamp, '') <> @stamp AND EXISTS (SELECT 1 FROM captures)) FROM fold", new { stamp = Pipeline.Stamp }));

    public IEnumerable<AnnotatedArticle> History()
    {
        using var connection = store.Guard(store.Open);
        var rows = connection.Query<(byte[] Bytes, long Length)>("SELECT a.own, a.own_length FROM articles a JOIN captures c ON c.seq = a.capture ORDER BY c.seq, a.position", buffered: false);
        foreach (var (bytes, length) in rows) yield return store.Decode(() => Payload.Article(Payload.Decompress(bytes, length)));
    }

    public void Replace(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        store.Write<object?>((connection, transaction) =>
        {
            new CollectionWriter(connection, transaction, ledger.Stamp).Write(ledger);
            return null;
        });
    }

    public Ledger Load() => store.Read(c => new CollectionReader(c, null).Read());

    public Ledger? Load(StoryId story) => store.Read(c => new CollectionReader(c, story).Read()) is { Stories.Length: > 0 } ledger ? ledger : null;

    public HeldStory? Open(StoryId story) => Open(story, null);

    public HeldStory? Open(TrackId track) => track.Story is { } story ? Open(story, track) : null;

    private HeldStory? Open(StoryId story, TrackId? track)
    {
        var connection = store.Guard(store.Open);
        try
        {
            connection.BeginTransaction(deferred: true); // one state until it is closed, whatever is being written meanwhile
            var reader = new CollectionReader(connection, story, track: track);
            if (store.Decode(reader.Frame) is { Stories.Length: > 0 } frame && (track is null || frame.Tracks.Length > 0))
            {
                if (track is null && HeldStory.IsLong(frame.Stories[0])) cache.Clear(); // what is held for pages would stand beside what an export of a long story takes
                var facts = new StoryExtractReader(connection, story, new StoryExtractQuery());
                return new HeldStory(frame, store.Each(reader.Articles), id => store.Decode(() => reader.Article(id)), store.Decode(facts.Days), store.Decode(() => facts.Flows(int.MaxValue)), connection);
            }
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        connection.Dispose();
        return null;
    }

    public Ledger? Load(ArticleId article) => store.Read(c => Article(article) is not { } alone ? null
        : StoryOf(article) is { } story ? new CollectionReader(c, story, article).Read() : new Ledger(Pipeline.Stamp, [alone with { Annotations = alone.Annotations with { Tokens = [] } }], [], [], [], [], []));

    public Ledger? Load(TrackId track) => track.Story is { } story && store.Read(c => new CollectionReader(c, story, track: track).Read()) is { Tracks.Length: > 0 } ledger ? ledger : null;

    public Story? Story(StoryId story) => store.Read(c => new CollectionReader(c, story).Stories()) is [{ } found] ? found : null;

    public Track? Track(TrackId track) => track.Story is { } story && store.Read(c => new CollectionReader(c, story, track: track).Tracks()) is [{ } found] ? found : null;

    public ImmutableArray<Track> LastAnswers(StoryId story, int most) => store.Read(c => new StoryExtractReader(c, story, new StoryExtractQuery()).LastAnswers(most));

    public ImmutableArray<AnnotatedArticle> Heads(IEnumerable<ArticleId> articles) => store.Read(c => new ExtractReader(c).Articles(articles, []));

    public ImmutableArray<ListedStory> Like(StoryId story, int most) => store.Read(c => ListQuery.Like(c, story, most));

    public StoryExtract? Extract(StoryId story, StoryExtractQuery query) => cache.Get(Version(), (story, query), () => store.Read(c => new StoryExtractReader(c, story, query).Read()), e => e!.Ledger.Articles.Length);

    public TrackExtract? Extract(TrackId track, TrackExtractQuery query) => cache.Get(Version(), (track, query), () => store.Read(c => new TrackExtractReader(c, track, query).Read()), e => e!.Ledger.Articles.Length);

    public ArticleExtract? Extract(ArticleId article) => store.Read(c => new ArticleExtractReader(c, article).Read());

    public IReadOnlyList<StorySummary> Stories() => store.Read(SummaryQuery.Run);

    public StoryList List(StoryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return cache.Get(Version(), query, () => store.Read(c => ListQuery.Run(c, query)));
    }

    public IReadOnlyList<(string Outlet, int Stories)> Outlets(int most) => cache.Get(Version(), (nameof(Outlets), most), () => store.Read(c => ListQuery.Outlets(c, most)));

    public SearchList Search(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return cache.Get(Version(), query, () => store.Read(c => SearchRun.Run(c, query)));
    }

    public ChangeList Changes(ChangeQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        // what a person has seen is no part of the ledger's state
        return query.Reader is null ? cache.Get(Version(), query, () => store.Read(c => ChangesQuery.Run(c, query))) : store.Read(c => ChangesQuery.Run(c, query));
    }

    public int MarkSeen(string by, DateTimeOffset at) => store.Write((connection, transaction) => connection.Execute(
        "INSERT INTO seen_changes (by, change, at) SELECT DISTINCT @by, id, @at FROM changes WHERE id IS NOT NULL ON CONFLICT (by, change) DO NOTHING", new { by, at = Moment(at) }, transaction));

    public int UnmarkSeen(string by) => store.Write((connection, transaction) => connection.Execute(
        "DELETE FROM seen_changes WHERE by = @by AND at = (SELECT max(at) FROM seen_changes WHERE by = @by)", new { by }, transaction));

    public DateTimeOffset? SeenAt(string by) => store.Read(c =>
        c.ExecuteScalar<string?>("SELECT max(at) FROM seen_changes WHERE by = @by", new { by }) is { } at ? DateTimeOffset.ParseExact(at, "O", CultureInfo.InvariantCulture) : (DateTimeOffset?)null);

    public SourceSummary? Source(string id) => store.Read(c => VoiceQuery.Source(c, id));

    public SaidList Said(SaidQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return store.Read(c => VoiceQuery.Said(c, query));
    }

    public ImmutableArray<HeldAnswer> Answers(string source, int most) => store.Read(c => VoiceQuery.Answers(c, source, most));

    public OutletSummary? Outlet(string name) => store.Read(c => VoiceQuery.Outlet(c, name));

    public OutletList Printed(string outlet, int skip, int take) => store.Read(c => VoiceQuery.Printed(c, outlet, skip, take));

    public string Version() => store.Read(connection =>
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var (stamp, digest, due) = connection.QuerySingle<(string?, string?, long)>("SELECT stamp, digest, due FROM fold");
        var decisions = connection.ExecuteScalar<string?>("SELECT seal FROM decisions ORDER BY number DESC LIMIT 1");
        var (captures, refused) = connection.QuerySingle<(long, long)>("SELECT (SELECT coalesce(max(seq), 0) FROM captures), (SELECT coalesce(max(seq), 0) FROM quarantine)");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Pipeline.Stamp} {stamp} {digest} {due} {decisions} {captures} {refused}"))))[..20];
    });

    public AnnotatedArticle? Article(ArticleId article) => store.Read(connection =>
    {
        var row = connection.QuerySingleOrDefault<(byte[]? Bytes, long Length)>("SELECT coalesce(dated, own), coalesce(dated_length, own_length) FROM articles WHERE id = @id", new { id = article.Value });
        return row.Bytes is null ? null : Payload.Article(Payload.Decompress(row.Bytes, row.Length));
    });

    public Neighbours Neighbours(ArticleId article) => store.Read(c => NeighbourQuery.Run(c, article));

    public StoryId? StoryOf(ArticleId article) => store.Read(c =>
        c.ExecuteScalar<long?>("SELECT story FROM story_articles WHERE article = @id", new { id = article.Value }) is { } story ? StoryKey.Id(story) : (StoryId?)null);

    public StoryId? LeadsTo(StoryId story) => store.Read(c =>
        c.ExecuteScalar<long?>("SELECT leads FROM redirects WHERE story = @story", new { story = StoryKey.Of(story) }) is { } leads ? StoryKey.Id(leads) : (StoryId?)null);

    public ImmutableArray<Decision> Decisions() => store.Read(CollectionReader.Decisions);

    public ImmutableArray<Decision> Decisions(StoryId story) => store.Read(c => new CollectionReader(c, story).About());

    public Decision Decide(Ruling ruling, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        return store.Write((connection, transaction) =>
        {
            var last = connection.QuerySingleOrDefault<(long Number, string? Seal)>("SELECT number, seal FROM decisions ORDER BY number DESC LIMIT 1", transaction: transaction);
            var decision = new Decision((int)last.Number + 1, at, by, ruling);
            connection.Execute(DecisionRow.Insert, DecisionRow.Of(decision, last.Seal ?? ""), transaction);
            connection.Execute("UPDATE fold SET due = 1", transaction: transaction);
            return decision;
        });
    }

    public IReadOnlyDictionary<CaptureId, DateTimeOffset> CapturedAt(StoryId story) => store.Read(c => c.Query<(string Id, string At)>(
        "SELECT DISTINCT c.id, c.captured_at FROM story_articles sa JOIN articles a ON a.id = sa.article JOIN captures c ON c.seq = a.capture WHERE sa.story = @story AND c.captured_at IS NOT NULL", new { story = StoryKey.Of(story) })
        .ToDictionary(r => new CaptureId(r.Id), r => DateTimeOffset.ParseExact(r.At, "O", CultureInfo.InvariantCulture)));

    public int QuarantineCount() => store.Read(c => c.ExecuteScalar<int>("SELECT count(*) FROM quarantine"));

    public IReadOnlyList<Quarantined> Quarantine() => store.Read(c => c.Query<QuarantineRow>(QuarantineRow.Select).Select(r => r.ToQuarantined()).ToList());

    public IReadOnlyList<Quarantined> Quarantine(int skip, int take) => store.Read(c => c.Query<(string Id, string Code, string Detail, string? Place, string? Capture, string Stamp)>(
        "SELECT q.id, q.code, q.detail, q.place, c.id, q.stamp FROM quarantine q LEFT JOIN captures c ON c.seq = q.capture ORDER BY q.seq LIMIT @take OFFSET @skip", new { skip, take })
        .Select(r => new Quarantined(r.Id, new Rejection(r.Code, r.Detail, r.Place), null, r.Capture is null ? null : new CaptureId(r.Capture), r.Stamp)).ToList());

    public IEnumerable<StatementRow> StatementRows()
    {
        using var connection = store.Guard(store.Open);
        foreach (var (id, article, start, end, content, source, entity, voice) in connection.Query<(string, string, long, long, string, string, string?, bool)>(
            "SELECT id, article, span_start, span_end, content, source, entity, outlet_voice FROM statements ORDER BY article, position", buffered: false))
            yield return new StatementRow(new StatementId(id), new ArticleId(article), new TextSpan((int)start, (int)end), content, source, entity, voice);
    }

    public LedgerCounts Counts() => store.Read(c => c.QuerySingle<CountsRow>(
        "SELECT (SELECT count(*) FROM captures) AS captures, (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM stories) AS stories, (SELECT count(*) FROM statements) AS statements, (SELECT count(*) FROM tracks) AS tracks, (SELECT count(*) FROM changes) AS changes, (SELECT count(*) FROM quarantine) AS quarantined").ToCounts());

    public IReadOnlyList<Difference> CheckStore() => store.Read(c => (IReadOnlyList<Difference>)[
        .. c.Query<string>("PRAGMA integrity_check").Where(l => l != "ok").Select(l => new Difference(Codes.VerifyStore, Location, l)),
        .. c.Query<(string Table, long? Row, string Parent)>("PRAGMA foreign_key_check").Select(f => new Difference(Codes.VerifyStore, Location, $"Row {f.Row} of {f.Table} names a row of {f.Parent} that is not there.")),
        .. c.Query<QuarantineRow>(QuarantineRow.Select).Select(r => r.Fault()).OfType<Difference>(),
        .. DecisionRow.Faults(c.Query<DecisionRow>(DecisionRow.Select)),
    ]);

    public void Dispose() => store.Close();

    private static void WriteDerived(SqliteConnection connection, SqliteTransaction transaction, Derived derived)
    {
        var seq = Seq(connection, transaction, derived.Capture.Id) ?? throw new ArgumentException($"The capture {derived.Capture.Id} is not held.", nameof(derived));
        var articles = derived.Articles.Select((a, i) => ArticleRow.Of(a, seq, i)).ToList();
        var held = connection.Query<(string Id, byte[] Own)>("SELECT id, own FROM articles WHERE capture = @seq ORDER BY position", new { seq }, transaction).ToList();
        if (!held.Select(h => h.Id).SequenceEqual(articles.Select(a => a.Id)) || !held.Zip(articles).All(p => p.First.Own.AsSpan().SequenceEqual(p.Second.Own)))
        {
            // The stories, copies and tracks made of the old articles would point into texts that are gone.
            if (held.Count > 0) CollectionWriter.Clear(connection, transaction);
            connection.Execute("DELETE FROM articles WHERE capture = @seq", new { seq }, transaction);
            connection.Execute(ArticleRow.Insert, articles, transaction);
        }

        connection.Execute("UPDATE articles SET stamp = @stamp WHERE capture = @seq; DELETE FROM quarantine WHERE capture = @seq;", new { seq, stamp = Pipeline.Stamp }, transaction);
        if (derived.Rejection is { } rejection) Refuse(connection, transaction, Quarantined.Of(rejection, derived.Capture.Id), seq);
        connection.Execute("UPDATE captures SET stamp = @stamp WHERE seq = @seq; UPDATE fold SET due = 1;", new { seq, stamp = Pipeline.Stamp }, transaction);
    }

    private static bool Refuse(SqliteConnection connection, SqliteTransaction transaction, Quarantined q, long? capture) => connection.Execute(
        "INSERT INTO quarantine (id, code, detail, place, capture, length, bytes, stamp) VALUES (@Id, @Code, @Detail, @Where, @capture, @length, @bytes, @Stamp) ON CONFLICT (id) DO NOTHING",
        new { q.Id, q.Rejection.Code, q.Rejection.Detail, q.Rejection.Where, capture, length = q.Bytes?.Length, bytes = q.Bytes is { } b ? Payload.Compress(b.Span) : null, q.Stamp },
        transaction) > 0;

    private static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static long? Seq(SqliteConnection connection, SqliteTransaction? transaction, CaptureId capture) =>
        connection.ExecuteScalar<long?>("SELECT seq FROM captures WHERE id = @id", new { id = capture.Value }, transaction);

    private List<CaptureId> Ids(string sql) => store.Read(c => c.Query<string>(sql, new { stamp = Pipeline.Stamp }).Select(id => new CaptureId(id)).ToList());

    private sealed record CountsRow(long Captures, long Articles, long Stories, long Statements, long Tracks, long Changes, long Quarantined)
    {
        public LedgerCounts ToCounts() => new((int)Captures, (int)Articles, (int)Stories, (int)Statements, (int)Tracks, (int)Changes, (int)Quarantined);
    }
}
