using System.Text.Json;
using Dateline.Decisions;

namespace Dateline.Exchange;

/// <summary>Writes the ledger file, format "dateline-ledger/1". Offsets are code points of the article's whole text.</summary>
public static class LedgerJson
{
    public const string Format = "dateline-ledger/1";

    public static void Write(Utf8JsonWriter json, Ledger ledger) => Write(json, ledger, (ledger ?? throw new ArgumentNullException(nameof(ledger))).Articles);

    /// <param name="articles">Those of the ledger, in place of the ones that it holds; gone through twice, and none is kept.</param>
    public static void Write(Utf8JsonWriter json, Ledger ledger, IEnumerable<AnnotatedArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(articles);
        var points = new Dictionary<ArticleId, CodePoints>();
        var storyOf = ledger.Stories.SelectMany(s => s.Articles.Select(a => (a, s.Id))).ToDictionary(p => p.a, p => p.Id);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("pipeline", ledger.Stamp);
        json.WriteString("offsets", "code-points");
        json.WriteStartArray("articles");
        foreach (var (article, _) in articles)
        {
            points[article.Id] = new CodePoints(article.Text);
            WriteArticle(json, article, points[article.Id], storyOf.TryGetValue(article.Id, out var story) ? story : null);
        }

        json.WriteEndArray();
        json.WriteStartArray("stories");
        var originsOf = ledger.Origins.SelectMany(o => o.Articles.Select(a => (a, o))).ToLookup(p => p.a, p => p.o);
        foreach (var story in ledger.Stories) WriteStory(json, story, OriginCount.Of(story, story.Articles.SelectMany(a => originsOf[a]).Distinct()));
        json.WriteEndArray();
        json.WriteStartArray("moves");
        foreach (var move in ledger.Moves) WriteMove(json, move);
        json.WriteEndArray();
        json.WriteStartArray("statements");
        var cited = ledger.Tracks.SelectMany(t => t.Entries).Select(e => e.Statement).OfType<StatementId>().ToHashSet();
        var statements = new HashSet<StatementId>();
        foreach (var annotated in articles)
        {
            foreach (var statement in annotated.Sayings)
            {
                if (cited.Contains(statement.Id)) statements.Add(statement.Id);
                WriteStatement(json, statement, annotated.Article.Text, points[statement.Article]);
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("copies");
        foreach (var copy in ledger.Copies) CopyJson.WritePair(json, copy);
        json.WriteEndArray();
        json.WriteStartArray("origins");
        foreach (var origin in ledger.Origins) WriteOrigin(json, origin);
        json.WriteEndArray();
        json.WriteStartArray("tracks");
        var origins = ledger.Origins.ToLookup(o => o.Id);
        foreach (var track in ledger.Tracks) WriteTrack(json, track, OriginCount.Of(track, track.Entries.Select(e => e.Origin).OfType<OriginId>().Distinct().SelectMany(id => origins[id])), id => points[id], statements);
        json.WriteEndArray();
        WriteDecisions(json, ledger);
        json.WriteEndObject();
    }

    private static void WriteDecisions(Utf8JsonWriter json, Ledger ledger)
    {
        if (ledger.Redirects.Length > 0)
        {
            json.WriteStartObject("redirects");
            foreach (var redirect in ledger.Redirects) json.WriteString(redirect.From.ToString(), redirect.To.ToString());
            json.WriteEndObject();
        }

        if (ledger.Decisions.Length == 0) return;
        var standing = Rulings.Standing(ledger.Decisions).Select(d => d.Number).ToHashSet();
        json.WriteStartArray("decisions");
        foreach (var decision in ledger.Decisions) DecisionJson.Write(json, decision, standing.Contains(decision.Number));
        json.WriteEndArray();
    }

    private static void WriteArticle(Utf8JsonWriter json, Article article, CodePoints points, StoryId? story)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Id.Value);
        json.WriteString("page", article.Page);
        json.WriteString("capture", article.Capture.Value);
        json.WriteString("title", article.Title?.Value);
        json.WriteString("outlet", article.Outlet?.Value);
        Json.Strings(json, "authors", article.Authors);
        Json.Strings(json, "agencies", article.Agencies);
        json.WriteString("dateline", article.Dateline);
        json.WriteString("language", article.Language);
        Json.Published(json, article);
        ArticleJson.WriteBlocks(json, article, points);
        json.WriteString("story", story?.ToString());
        json.WriteEndObject();
        json.Spill();
    }

    private static void WriteStory(Utf8JsonWriter json, Story story, OriginCount origins)
    {
        json.WriteStartObject();
        json.WriteString("id", story.Id.ToString());
        json.WriteString("title", story.Title);
        Json.Strings(json, "articles", story.Articles.Select(a => a.Value));
        json.WriteString("first", story.First.FromIso);
        json.WriteString("last", story.Last.ToIso);
        json.WriteStartObject("origins");
        json.WriteNumber("atLeast", origins.AtLeast);
        json.WriteNumber("atMost", origins.AtMost);
        Json.Strings(json, "reasons", origins.Reasons);
        json.WriteEndObject();
        json.WriteStartArray("episodes");
        foreach (var episode in story.Episodes)
        {
            json.WriteStartObject();
            json.WriteString("id", episode.Id.ToString());
            json.WriteString("title", episode.Title);
            Json.Strings(json, "articles", episode.Articles.Select(a => a.Value));
            json.WriteString("first", episode.First.FromIso);
            json.WriteString("last", episode.Last.ToIso);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMove(Utf8JsonWriter json, StoryMove move)
    {
        json.WriteStartObject();
        json.WriteString("kind", Json.Name(move.Kind));
        json.WriteString("from", move.From.ToString());
        json.WriteString("to", move.To.ToString());
        json.WriteString("article", move.By.Value);
        json.WriteString("reason", move.Why);
        json.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter json, Statement statement, string text, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("id", statement.Id.Value);
        json.WriteString("article", statement.Article.Value);
        json.WriteBoolean("outletVoice", statement.OutletVoice);
        json.WriteStartObject("source");
        json.WriteString("text", statement.Source.Text);
        json.WriteString("entity", statement.Source.Entity);
        json.WriteEndObject();
        json.WriteStartObject("cue");
        json.WriteString("text", string.Join(' ', statement.Cue.Select(c => c.Slice(text))));
        json.WriteEndObject();
        var cover = statement.ContentCover;
        json.WriteStartObject("content");
        json.WriteString("text", cover.Slice(text));
        json.WriteNumber("start", points.Of(cover.Start));
        json.WriteNumber("end", points.Of(cover.End));
        json.WriteEndObject();
        json.WriteString("manner", Json.Name(statement.Manner));
        json.WriteString("channel", statement.Channel);
        Json.Strings(json, "relay", statement.Relay);
        Json.Date(json, "said", statement.Said);
        json.WriteString("hedge", statement.Hedge);
        json.WriteBoolean("negated", statement.Negated);
        json.WriteString("rule", statement.Rule);
        json.WriteEndObject();
        json.Spill();
    }

    private static void WriteOrigin(Utf8JsonWriter json, Origin origin)
    {
        json.WriteStartObject();
        json.WriteString("id", origin.Id.Value);
        json.WriteString("name", origin.Name);
        Json.Strings(json, "articles", origin.Articles.Select(a => a.Value));
        json.WriteString("reason", origin.Reason);
        json.WriteEndObject();
        json.Spill();
    }

    private static void WriteTrack(Utf8JsonWriter json, Track track, OriginCount origins, Func<ArticleId, CodePoints> points, HashSet<StatementId> statements)
    {
        json.WriteStartObject();
        json.WriteString("id", track.Id.Value);
        json.WriteString("story", track.Story.ToString());
        json.WriteString("question", track.Question);
        json.WriteString("kind", Json.Name(track.Kind));
        json.WriteNumber("atLeast", track.AtLeast);
        json.WriteNumber("atMost", track.AtMost);
        Json.Strings(json, "reasons", origins.Reasons);
        json.WriteStartArray("values");
        foreach (var answer in OriginCount.OfAnswers(track))
        {
            json.WriteStartObject();
            json.WriteString("value", answer.Value);
            json.WriteNumber("entries", answer.Entries);
            json.WriteNumber("atLeast", answer.AtLeast);
            json.WriteNumber("atMost", answer.AtMost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("entries");
        foreach (var entry in track.Entries)
        {
            json.WriteStartObject();
            json.WriteString("article", entry.Article.Value);
            json.WriteString("quote", entry.Quote);
            json.WriteNumber("start", points(entry.Article).Of(entry.Span.Start));
            json.WriteNumber("end", points(entry.Article).Of(entry.Span.End));
            json.WriteString("holder", entry.Holder);
            json.WriteString("value", entry.Value);
            Json.Date(json, "time", entry.Time);
            json.WriteString("said", entry.Said?.FromIso);
            json.WriteString("published", entry.Published.FromIso);
            json.WriteString("statement", entry.Statement is { } statement && statements.Contains(statement) ? statement.Value : null); // an attitude is no statement of the ledger
            json.WriteString("origin", entry.Origin?.Value);
            json.WriteEndObject();
            json.Spill();
        }

        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (var change in track.Changes)
        {
            json.WriteStartObject();
            json.WriteString("kind", Json.Name(change.Kind));
            json.WriteNumber("before", change.Before);
            json.WriteNumber("after", change.After);
            json.WriteString("at", change.At?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("reason", change.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
