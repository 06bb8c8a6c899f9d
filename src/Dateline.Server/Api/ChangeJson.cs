using System.Text.Json;
using Dateline.Exchange;
using Dateline.Storage;

namespace Dateline.Server.Api;

/// <summary>Changes and lists of stories as JSON.</summary>
internal static class ChangeJson
{
    /// <param name="points">The code points of an article's text.</param>
    public static void Write(Utf8JsonWriter json, ListedChange change, Func<ArticleId, CodePoints> points)
    {
        json.WriteStartObject();
        json.WriteString("kind", Json.Name(change.Kind));
        json.WriteString("at", Asked.Written(change.At));
        json.WriteString("story", change.Story.ToString());
        json.WriteString("track", change.Track.Value);
        json.WriteString("question", change.Question);
        json.WriteString("reason", change.Reason);
        Side("before", change.Before);
        Side("after", change.After);
        json.WriteEndObject();

        void Side(string name, ChangeSide side)
        {
            json.WriteStartObject(name);
            json.WriteString("article", side.Article.Value);
            json.WriteString("capture", side.Capture.Value);
            json.WriteString("quote", side.Quote);
            json.WriteNumber("start", points(side.Article).Of(side.Span.Start));
            json.WriteNumber("end", points(side.Article).Of(side.Span.End));
            json.WriteString("holder", side.Holder);
            json.WriteString("value", side.Value);
            json.WriteString("published", side.Published.FromIso);
            json.WriteEndObject();
        }
    }

    /// <summary>The code points of the articles of a ledger, each reckoned once.</summary>
    public static Func<ArticleId, CodePoints> Points(ILedger ledger)
    {
        var known = new Dictionary<ArticleId, CodePoints>();
        return id =>
        {
            if (!known.TryGetValue(id, out var points)) known[id] = points = new CodePoints(ledger.Article(id)?.Article.Text ?? "");
            return points;
        };
    }

    public static void Write(Utf8JsonWriter json, ListedStory story)
    {
        json.WriteStartObject();
        json.WriteString("id", story.Id.ToString());
        json.WriteString("title", story.Title);
        json.WriteString("first", story.First.FromIso);
        json.WriteString("last", story.Last.ToIso);
        json.WriteNumber("articles", story.Articles);
        json.WriteNumber("outlets", story.Outlets);
        json.WriteNumber("origins", story.Origins);
        json.WriteNumber("changes", story.Changes);
        json.WriteStartArray("entities");
        foreach (var entity in story.Entities) json.WriteStringValue(entity);
        json.WriteEndArray();
        if (story.Latest is { } latest)
        {
            json.WriteStartObject("latest");
            json.WriteString("track", latest.Track.Value);
            json.WriteString("question", latest.Question);
            json.WriteString("kind", Json.Name(latest.Kind));
            json.WriteString("before", latest.Before);
            json.WriteString("after", latest.After);
            json.WriteString("at", Asked.Written(latest.At));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("latest");
        }

        json.WriteEndObject();
    }
}
