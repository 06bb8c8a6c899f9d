using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Dateline.Storage.Extracts;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Reads what a page shows of a question.</summary>
internal sealed class TrackExtractReader(SqliteConnection connection, TrackId id, TrackExtractQuery query)
{
    private readonly ExtractReader reader = new(connection);

    /// <summary>Null where there is no such question.</summary>
    public TrackExtract? Read()
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        if (connection.QuerySingleOrDefault<Row>("SELECT t.story, s.title, s.first_date AS first, s.last_date AS last, t.question, t.kind, t.at_least AS atLeast, t.at_most AS atMost, t.entries, t.pages, t.holders, t.steps FROM tracks t JOIN stories s ON s.id = t.story WHERE t.id = @id", new { id = id.Value }) is not { } row) return null;
        var story = new Story(StoryKey.Id(row.Story), row.Title, [], Payload.Date(row.First), Payload.Date(row.Last));
        var track = new Track(id, story.Id, row.Question, Enum.Parse<TrackKind>(row.Kind), (int)row.AtLeast, (int)row.AtMost, [], []);
        var turned = connection.ExecuteScalar<int>("SELECT count(*) FROM changes WHERE track = @id", new { id = id.Value });
        var drawn = new ExtractedTrack(
            reader.Cut(track, reader.Sample(id, (int)row.Entries, null, query.Clock, ExtractedTrack.MostEntries)), (int)row.Entries, (int)row.Pages, (int)row.Holders, turned, Payload.Strings(row.Steps));
        var (rows, shown) = Rows(track);
        var changes = Changes(track);
        var entries = drawn.Track.Entries.Concat(rows.Entries).Concat(changes.SelectMany(c => c.Track.Entries)).Distinct().ToList();
        var articles = reader.Articles(entries.Select(e => e.Article), reader.Statements(entries.Select(e => e.Statement).OfType<StatementId>()));
        var ledger = new Ledger(Pipeline.Stamp, articles, [story], [], [], reader.Origins(entries.Select(e => e.Origin).OfType<OriginId>()), [drawn.Track]);
        return new TrackExtract(ledger, drawn, rows, shown, changes, [.. connection.Query<string>("SELECT holder FROM story_holders WHERE story = @story ORDER BY position", new { story = row.Story })])
        {
            Sources = reader.Sources,
            Places = reader.PlaceOf,
            Captured = query.Clock == Clock.Captured ? reader.Captured(articles) : null,
        };
    }

    private (Track Rows, ImmutableArray<int> Shown) Rows(Track track)
    {
        var shown = reader.Places(id, null, query.Clock, (Math.Max(1, query.Page) - 1) * TrackExtractQuery.EntriesShown, TrackExtractQuery.EntriesShown);
        if (shown.Count == 0) return (track, []);
        var begun = connection.Query<long>($"SELECT before FROM changes WHERE track = @id AND after IN ({string.Join(',', shown.Select(s => s.ToString(CultureInfo.InvariantCulture)))})", new { id = id.Value });
        var places = shown.Concat(begun.Select(b => (int)b)).Distinct().Order().ToList();
        var at = places.Select((old, now) => (old, now)).ToDictionary(p => p.old, p => p.now);
        return (reader.Cut(track, places), [.. shown.Select(s => at[s])]);
    }

    private ImmutableArray<(Track Track, Change Change)> Changes(Track track) =>
        connection.Query<(long Before, long After)>(
            "SELECT before, after FROM changes WHERE track = @id ORDER BY after DESC, before DESC LIMIT @take OFFSET @skip",
            new { id = id.Value, take = TrackExtractQuery.ChangesShown, skip = (Math.Max(1, query.Changes) - 1) * TrackExtractQuery.ChangesShown })
            .ToList() is { Count: > 0 } rows ? [.. reader.Cut([.. rows.Select(c => (track, (IReadOnlyCollection<int>)[(int)c.Before, (int)c.After]))]).SelectMany(t => t.Changes.Take(1).Select(c => (t, c)))] : [];

    private sealed record Row(long Story, string Title, string First, string Last, string Question, string Kind, long AtLeast, long AtMost, long Entries, long Pages, long Holders, string Steps);
}
