using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server;

/// <summary>What every request must be and what every answer carries: reading only, from this machine only, nothing run and nothing fetched by a page.</summary>
internal static class Safety
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void UseSafety(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            headers.Allow = "GET";
            await Problem.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "Only reading is possible", "Use GET.");
        }
        else if (context.Request.Host.Host is not ("127.0.0.1" or "localhost"))
        {
            // another site's name that was made to point at this machine (DNS rebinding)
            await Problem.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, "Not this host", "Dateline answers as 127.0.0.1 or localhost only.");
        }
        else
        {
            await AnswerAsync(context, next);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false })
                await Problem.WriteAsync(context, StatusCodes.Status404NotFound, "Nothing stands here", "There is no page at this address. It may have been in another ledger.");
        }
    });

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (LedgerException error) when (!context.Response.HasStarted)
        {
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The ledger cannot be read", error.Message);
        }
    }
}
