using System.Text.Json;
using Dateline.Exchange;
using Dateline.Storage;

namespace Dateline.Server.Api;

/// <summary>Changes and lists of stories as JSON.</summary>
internal static class ChangeJson
{
    public static void Write(Utf8JsonWriter json, ListedChange change)
    {
        json.WriteStartObject();
        json.WriteString("id", change.Id);
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
            json.WriteNumber("start", side.Points.Start);
            json.WriteNumber("end", side.Points.End);
            json.WriteString("holder", side.Holder);
            json.WriteString("source", side.Source);
            json.WriteString("outlet", side.Outlet);
            json.WriteString("value", side.Value);
            json.WriteString("published", side.Published.FromIso);
            json.WriteEndObject();
        }
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
