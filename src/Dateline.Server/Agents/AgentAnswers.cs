using System.Text;
using System.Text.Json;
using Dateline.Exchange;
using Dateline.Server.Api;
using Dateline.Server.Search;
using Dateline.Storage;
using Dateline.Storage.Extracts;

namespace Dateline.Server.Agents;

/// <summary>What an agent may ask of a ledger: reading only. Every answer is JSON with exact words, their places and the ids of their captures; null where there is no such thing.</summary>
public sealed class AgentAnswers(ILedger ledger)
{
    /// <summary>More are not given at once: an answer must fit into a conversation.</summary>
    public const int Most = 50;

    private const int TracksShown = 60;
    private const int EntriesShown = 100;
    private const int ChangesShown = 20;
    private const int ContextCharacters = 400; // on each side of a quote

    public string SearchStatements(string? words, string? source, string? story, string? outlet, string? from, string? to, int limit)
    {
        var list = ledger.Search(new SearchQuery(Word(words), SearchKind.Statement, Asked.Story(story), Word(outlet), Word(source), Asked.Day(from), Asked.Day(to), 0, Math.Clamp(limit, 1, Most)));
        return Text(json => SearchJson.Write(json, list));
    }

    public string ListChanges(string? story, string? track, int limit)
    {
        var list = ledger.Changes(new ChangeQuery(Asked.Story(story), Word(track) is { } key ? new TrackId(key) : null, 0, Math.Clamp(limit, 1, Most)));
        return Text(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("total", list.Total);
            WriteChanges(json, list);
            json.WriteEndObject();
        });
    }

    /// <summary>The story's questions, each with its last answer in exact words, and its newest changes.</summary>
    public string? Story(string id)
    {
        if (!StoryId.TryParse(id, out var asked) || ledger.Extract(ledger.LeadsTo(asked) ?? asked, new StoryExtractQuery()) is not { } found) return null;
        var (story, counts, tracks) = (found.Story, found.Counts, ledger.LastAnswers(found.Story.Id, TracksShown));
        var articles = Quoted(tracks.SelectMany(t => t.Entries));
        return Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", story.Id.ToString());
            json.WriteString("title", story.Title);
            json.WriteString("first", story.First.FromIso);
            json.WriteString("last", story.Last.ToIso);
            json.WriteNumber("articles", counts.Articles);
            json.WriteNumber("outlets", counts.Outlets);
            json.WriteNumber("origins", counts.Origins);
            json.WriteNumber("questions", counts.Tracks);
            json.WriteStartArray("tracks");
            foreach (var track in tracks)
            {
                json.WriteStartObject();
                json.WriteString("id", track.Id.Value);
                json.WriteString("question", track.Question);
                json.WritePropertyName("last");
                WriteEntry(json, articles, track.Entries[^1]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteChanges(json, ledger.Changes(new ChangeQuery(story.Id, Take: ChangesShown)));
            json.WriteEndObject();
        });
    }

    /// <summary>The answers to one question with who holds them, the last ones where they are many, and its changes.</summary>
    public string? Track(string id)
    {
        if (ledger.Track(new TrackId(id)) is not { } track) return null;
        var entries = track.Entries.TakeLast(EntriesShown).ToList();
        var articles = Quoted(entries);
        return Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", track.Id.Value);
            json.WriteString("story", track.Story.ToString());
            json.WriteString("question", track.Question);
            json.WriteNumber("atLeastOrigins", track.AtLeast);
            json.WriteNumber("atMostOrigins", track.AtMost);
            json.WriteNumber("answers", track.Entries.Length);
            json.WriteStartArray("entries");
            foreach (var entry in entries) WriteEntry(json, articles, entry);
            json.WriteEndArray();
            WriteChanges(json, ledger.Changes(new ChangeQuery(track.Story, track.Id)));
            json.WriteEndObject();
        });
    }

    /// <summary>Exact words at their place, with what stands around them and the capture that holds them.</summary>
    /// <param name="start">In code points, as every answer gives it.</param>
    public string? Evidence(string article, int start, int end)
    {
        if (ledger.Article(new ArticleId(article)) is not { Article: var held }) return null;
        var points = held.Text.EnumerateRunes().ToList();
        if (start < 0 || end <= start || end > points.Count) return null;
        return Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("quote", Slice(start, end));
            json.WriteString("before", Slice(Math.Max(0, start - ContextCharacters), start));
            json.WriteString("after", Slice(end, Math.Min(points.Count, end + ContextCharacters)));
            json.WriteString("article", held.Id.Value);
            json.WriteString("capture", held.Capture.Value);
            json.WriteNumber("start", start);
            json.WriteNumber("end", end);
            json.WriteString("page", held.Page);
            json.WriteString("url", held.Url);
            json.WriteString("title", held.Title?.Value);
            json.WriteString("outlet", held.Outlet?.Value);
            json.WriteString("published", held.Published.FromIso);
            json.WriteString("story", ledger.StoryOf(held.Id)?.ToString());
            json.WriteEndObject();
        });

        string Slice(int from, int to) => string.Concat(points[from..to]);
    }

    private LedgerArticles Quoted(IEnumerable<Entry> entries) => new(new Ledger(Pipeline.Stamp, ledger.Heads(entries.Select(e => e.Article).Distinct()), [], [], [], [], []));

    private static void WriteEntry(Utf8JsonWriter json, LedgerArticles articles, Entry entry)
    {
        var (article, points) = (articles[entry.Article], articles.Points(entry.Article));
        json.WriteStartObject();
        json.WriteString("quote", entry.Quote);
        json.WriteString("holder", entry.Holder);
        json.WriteString("value", entry.Value);
        json.WriteString("article", entry.Article.Value);
        json.WriteString("capture", article.Capture.Value);
        json.WriteNumber("start", points.Of(entry.Span.Start));
        json.WriteNumber("end", points.Of(entry.Span.End));
        json.WriteString("outlet", article.Outlet?.Value);
        json.WriteString("time", entry.Time.ToString());
        json.WriteString("said", entry.Said?.ToString());
        json.WriteString("published", entry.Published.ToString());
        json.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter json, ChangeList list)
    {
        json.WriteStartArray("changes");
        foreach (var change in list.Changes) ChangeJson.Write(json, change);
        json.WriteEndArray();
    }

    private static string Text(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Json.Bytes(write, Json.Compact));

    private static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
