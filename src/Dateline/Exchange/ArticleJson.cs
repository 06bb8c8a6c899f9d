using System.Text.Json;

namespace Dateline.Exchange;

/// <summary>Writes one article as <c>dateline read</c> prints it.</summary>
public static class ArticleJson
{
    /// <param name="id">The page's name without .gz and .html, .htm or .txt, or the JSON line's own id.</param>
    public static void Write(Utf8JsonWriter json, Article article, string id)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(article);
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("page", article.Page);
        json.WriteString("title", article.Title?.Value);
        Json.Strings(json, "authors", article.Authors);
        json.WriteString("outlet", article.Outlet?.Value);
        Json.Strings(json, "agencies", article.Agencies);
        json.WriteString("dateline", article.Dateline);
        Json.Date(json, "published", article.Published, article.PublishedBasis);
        Json.Date(json, "modified", article.Modified, article.Modified is null ? null : article.Basis.Modified);
        json.WriteString("language", article.Language);
        json.WriteString("url", article.Url);
        json.WriteStartObject("basis");
        json.WriteString("title", article.Title?.Basis);
        json.WriteString("authors", article.Basis.Authors);
        json.WriteString("outlet", article.Outlet?.Basis);
        json.WriteString("language", article.Basis.Language);
        json.WriteString("url", article.Basis.Url);
        json.WriteEndObject();
        json.WriteString("text", string.Join('\n', article.Story.Where(b => b.Role != BlockRole.Headline).Select(b => b.Span.Slice(article.Text))));
        WriteBlocks(json, article, new CodePoints(article.Text));
        json.WriteStartArray("remarks");
        foreach (var remark in article.Remarks)
        {
            json.WriteStartObject();
            json.WriteString("code", remark.Code);
            json.WriteString("detail", remark.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteBlocks(Utf8JsonWriter json, Article article, CodePoints points)
    {
        json.WriteStartArray("blocks");
        foreach (var block in article.Blocks)
        {
            json.WriteStartObject();
            json.WriteString("role", Json.Name(block.Role));
            json.WriteString("text", block.Span.Slice(article.Text));
            json.WriteNumber("start", points.Of(block.Span.Start));
            json.WriteNumber("end", points.Of(block.Span.End));
            json.WriteString("why", block.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
