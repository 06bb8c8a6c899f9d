using System.Text.Json;
using Dateline.Storage;

namespace Dateline.Server.Search;

/// <summary>What a search found as JSON: one shape for the pages, the API and <c>dateline search</c>.</summary>
public static class SearchJson
{
    public static void Write(Utf8JsonWriter json, SearchList list)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(list);
        json.WriteStartObject();
        json.WriteNumber("total", list.Total);
        json.WriteBoolean("more", list.More);
        json.WriteStartArray("hits");
        foreach (var hit in list.Hits) Write(json, hit);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Offsets are code points of the article's text, as in every export.</summary>
    public static void Write(Utf8JsonWriter json, SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(hit);
        json.WriteStartObject();
        json.WriteString("kind", hit.Statement is null ? "article" : "statement");
        json.WriteString("article", hit.Article.Value);
        json.WriteString("capture", hit.Capture.Value);
        json.WriteString("statement", hit.Statement?.Value);
        json.WriteString("story", hit.Story?.ToString());
        json.WriteString("title", hit.Title);
        json.WriteString("outlet", hit.Outlet);
        json.WriteString("source", hit.Source);
        json.WriteStartObject("published");
        json.WriteString("from", hit.Published.FromIso);
        json.WriteString("to", hit.Published.ToIso);
        json.WriteEndObject();
        if (hit.Points is { } points)
        {
            json.WriteString("quote", hit.Words);
            json.WriteNumber("start", points.Start);
            json.WriteNumber("end", points.End);
        }

        json.WriteStartArray("snippet");
        foreach (var (text, found) in hit.Snippet)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteBoolean("found", found);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
