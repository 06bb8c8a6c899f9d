using System.Text.Json;

namespace Dateline.Exchange;

/// <summary>Writes pages and articles as <c>dateline read</c> prints them.</summary>
public static class ArticleJson
{
    /// <summary>A page as one line: read as one article, and, where it holds several, the articles that it is cut into.</summary>
    /// <param name="id">The page's name without .gz and .html, .htm or .txt, or the JSON line's own id.</param>
    public static void Write(Utf8JsonWriter json, ReadPage page, string id)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(page);
        json.WriteStartObject();
        WriteFields(json, page.Whole, id);
        if (page.Articles.Length > 1)
        {
            json.WriteStartArray("articles");
            for (var i = 0; i < page.Articles.Length; i++) Write(json, page.Articles[i], IdOf(id, i));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>The name of an article of a page, as its id has it: "name", "name.2", "name.3" ...</summary>
    public static string IdOf(string id, int index) => index == 0 ? id : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}.{index + 1}");

    public static void Write(Utf8JsonWriter json, Article article, string id)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(article);
        json.WriteStartObject();
        WriteFields(json, article, id);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, Article article, string id)
    {
        json.WriteString("id", id);
        json.WriteString("page", article.Page);
        json.WriteString("title", article.Title?.Value);
        Json.Strings(json, "authors", article.Authors);
        json.WriteString("outlet", article.Outlet?.Value);
        Json.Strings(json, "agencies", article.Agencies);
        json.WriteString("dateline", article.Dateline);
        Json.Published(json, article);
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
