using Dateline.Server.Deciding;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server;

/// <summary>What every request must be and what every answer carries: from this machine only; reading, or a decision from a form of ours; nothing run and nothing fetched by a page.</summary>
internal static class Safety
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <param name="talk">Where a fault of ours is told.</param>
    public static void UseSafety(this IApplicationBuilder app, TextWriter talk) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        var decides = HttpMethods.IsPost(context.Request.Method) && context.Request.Path == DecisionRoutes.Address;
        if (!HttpMethods.IsGet(context.Request.Method) && !decides)
        {
            headers.Allow = context.Request.Path == DecisionRoutes.Address ? "GET, POST" : "GET";
            await Problem.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "Only reading is possible", "Use GET.");
        }
        else if (context.Request.Host.Host is not ("127.0.0.1" or "localhost"))
        {
            // another site's name that was made to point at this machine (DNS rebinding)
            await Problem.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, "Not this host", "Dateline answers as 127.0.0.1 or localhost only.");
        }
        else
        {
            await AnswerAsync(context, next, talk);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false })
                await Problem.WriteAsync(context, StatusCodes.Status404NotFound, "Nothing stands here", "There is no page at this address. It may have been in another ledger.");
        }
    });

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, TextWriter talk)
    {
        try
        {
            await next(context);
        }
        catch (LedgerException error) when (!context.Response.HasStarted)
        {
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The ledger cannot be read", error.Message);
        }
        catch (Exception error) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await talk.WriteLineAsync($"{context.Request.Path}: {error}");
            await Problem.WriteAsync(context, StatusCodes.Status500InternalServerError, "This page could not be made", "That is a fault of Dateline, not of your pages. The terminal in which it runs shows what happened.");
        }
    }
}
