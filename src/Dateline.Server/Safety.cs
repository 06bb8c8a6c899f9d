using Dateline.Server.Agents;
using Dateline.Server.Deciding;
using Dateline.Server.Login;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server;

/// <summary>What every request must be and what every answer carries: from this machine only; reading, or a decision from a form of ours; nothing run and nothing fetched by a page.</summary>
internal static class Safety
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <param name="talk">Where a fault of ours is told.</param>
    public static void UseSafety(this IApplicationBuilder app, Binding binding, TextWriter talk) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        var takes = Takes(context.Request.Path, binding);
        if (!HttpMethods.IsGet(context.Request.Method) && !(takes && HttpMethods.IsPost(context.Request.Method)))
        {
            headers.Allow = takes ? "GET, POST" : "GET";
            await Problem.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "Only reading is possible", "Use GET.");
        }
        else if (!binding.Answers(context.Request.Host))
        {
            // another site's name that was made to point at this machine (DNS rebinding)
            await Problem.WriteAsync(context, StatusCodes.Status421MisdirectedRequest, "Not this host", binding.AsksForLogin ? "Dateline answers by addresses in numbers, and by the names that it was started with: dateline serve --name NAME." : "Dateline answers as 127.0.0.1 or localhost only.");
        }
        else if (takes && !Binding.IsOwn(context.Request))
        {
            await Problem.WriteAsync(context, StatusCodes.Status403Forbidden, "Not from this site", "The request comes from a page of another site.");
        }
        else
        {
            await AnswerAsync(context, next, talk);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false })
                await Problem.WriteAsync(context, StatusCodes.Status404NotFound, "Nothing stands here", "There is no page at this address. It may have been in another ledger.");
        }
    });

    /// <summary>The addresses that something may be sent to.</summary>
    private static bool Takes(PathString path, Binding binding) => path == DecisionRoutes.Address || path == AgentTools.Address || (binding.AsksForLogin && (path == LoginGate.Address || path == LoginGate.Out));

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
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            var tooLong = error.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await Problem.WriteAsync(context, tooLong ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, tooLong ? "Too long" : "This cannot be read", "What was sent is broken, or too long.");
        }
        catch (Exception error) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await talk.WriteLineAsync($"{context.Request.Path}: {error}");
            await Problem.WriteAsync(context, StatusCodes.Status500InternalServerError, "This page could not be made", "That is a fault of Dateline, not of your pages. The terminal in which it runs shows what happened.");
        }
    }
}
