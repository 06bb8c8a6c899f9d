using System.Text.Json;
using Dateline.Server.Agents;
using Dateline.Server.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Server;

/// <summary>The one shape of an error: problem+json for the API and for .json addresses, a page for people.</summary>
internal static class Problem
{
    public static async Task WriteAsync(HttpContext context, int status, string title, string detail)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.ContentDisposition = context.Response.Headers.ETag = default; // of the answer that failed
        var path = context.Request.Path;
        if (!IsForPrograms(path))
        {
            await new RazorComponentResult<ErrorPage>(new { Heading = title, Detail = detail }) { StatusCode = status }.ExecuteAsync(context);
            return;
        }

        context.Response.ContentType = "application/problem+json";
        var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        await using (writer)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "about:blank");
            writer.WriteString("code", Code(status));
            writer.WriteString("title", title);
            writer.WriteNumber("status", status);
            writer.WriteString("detail", detail);
            writer.WriteString("instance", path.Value);
            writer.WriteEndObject();
        }
    }

    /// <summary>True for addresses that programs ask for: their errors are problem+json.</summary>
    public static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/feeds", StringComparison.Ordinal) || path.StartsWithSegments(AgentTools.Address, StringComparison.Ordinal) || path.Value!.EndsWith(".json", StringComparison.Ordinal);

    private static string Code(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Codes.RequestWrong,
        StatusCodes.Status401Unauthorized => Codes.RequestLogin,
        StatusCodes.Status403Forbidden => Codes.RequestOrigin,
        StatusCodes.Status413PayloadTooLarge => Codes.RequestLength,
        StatusCodes.Status429TooManyRequests => Codes.RequestOften,
        StatusCodes.Status404NotFound => Codes.RequestNowhere,
        StatusCodes.Status405MethodNotAllowed => Codes.RequestMethod,
        StatusCodes.Status421MisdirectedRequest => Codes.RequestHost,
        StatusCodes.Status500InternalServerError => Codes.RequestFault,
        StatusCodes.Status503ServiceUnavailable => Codes.RequestLedger,
        _ => Codes.RequestRefused,
    };
}
