using System.Collections.Immutable;
using Dateline.Server.Pages;
using Dateline.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Server.Deciding;

/// <summary>Where people correct the record: forms on pages of their own, and the one address that takes them.</summary>
internal static class DecisionRoutes
{
    public const string Address = "/decisions";

    public static void MapDecisions(this IEndpointRouteBuilder app, ILedger ledger)
    {
        app.MapGet(Address, (HttpContext context, IAntiforgery tokens) => Routes.Page<DecisionsPage>(new { Desk = Desk(context, tokens, ledger), Log = ledger.Decisions(), Quarantined = ledger.QuarantineCount() }));
        app.MapGet("/stories/{id}/decisions", (string id, HttpContext context, IAntiforgery tokens) => Routes.Story(ledger, id) is { } found
            ? Routes.Page<StoryDecisionsPage>(new { Desk = Desk(context, tokens, ledger), Index = new LedgerIndex(found), Others = Others(ledger, found), Quarantined = ledger.QuarantineCount() }) : Results.NotFound());
        app.MapGet("/articles/{id}/decisions", (string id, HttpContext context, IAntiforgery tokens) => ledger.Article(new ArticleId(id)) is { } article
            ? Routes.Page<ArticleDecisionsPage>(new { Desk = Desk(context, tokens, ledger), Annotated = article, Quarantined = ledger.QuarantineCount() }) : Results.NotFound());
        app.MapPost(Address, (HttpContext context, IAntiforgery tokens) => DecideAsync(context, tokens, ledger));
    }

    /// <summary>Who reads and decides.</summary>
    public static string Person(HttpContext context) => context.User.Identity?.Name ?? Environment.UserName;

    public static DecisionDesk Desk(HttpContext context, IAntiforgery tokens, ILedger ledger)
    {
        var token = tokens.GetAndStoreTokens(context);
        return new DecisionDesk(token.FormFieldName, token.RequestToken!, ledger.Version(), context.Request.Path + context.Request.QueryString);
    }

    private static async Task DecideAsync(HttpContext context, IAntiforgery tokens, ILedger ledger)
    {
        if (!await tokens.IsRequestValidAsync(context))
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "Not decided", "The form does not come from a page of this server, or the server was started anew. Load the page again and decide once more.");
            return;
        }

        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            Decide(ledger, form, Person(context));
            await Results.LocalRedirect(Back(form["back"]), permanent: false, preserveMethod: false).ExecuteAsync(context);
        }
        catch (FormException error)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "Not decided", error.Message);
        }
        catch (Exception error) when (error is BadHttpRequestException or InvalidDataException)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "Not decided", "The form is broken, or too long.");
        }
    }

    private static void Decide(ILedger ledger, IFormCollection form, string person)
    {
        switch (form["ruling"].ToString())
        {
            case "see": // no decision: it changes nothing but what is new to one reader
                ledger.MarkSeen(person, TimeProvider.System.GetUtcNow());
                break;
            case "unsee":
                ledger.UnmarkSeen(person);
                break;
            default:
                ledger.Decide(new DecisionForm(ledger, form).Read(), person, TimeProvider.System.GetUtcNow());
                Fold.Follow(ledger, CancellationToken.None); // once decided it is carried through, whether or not somebody waits for the page
                break;
        }
    }

    /// <summary>A page of this site, nothing else.</summary>
    private static string Back(string? path) => path is ['/', not ('/' or '\\'), ..] && !path.AsSpan().ContainsAnyInRange('\0', ' ') ? path : Address;

    /// <summary>Stories that could be one with this one: those with which it shares most words of the title, then the latest.</summary>
    private static ImmutableArray<Story> Others(ILedger ledger, Ledger found)
    {
        const int Most = 50;
        var own = found.Stories[0];
        var words = Words(own.Title);
        return [.. ledger.Stories().Select(s => s.Story).Where(s => s.Id != own.Id).OrderByDescending(s => Words(s.Title).Count(words.Contains)).ThenByDescending(s => s.Last.Middle ?? DateOnly.MinValue).ThenBy(s => s.Id).Take(Most)];
    }

    private static HashSet<string> Words(string title) => [.. title.ToLowerInvariant().Split(' ').Where(w => w.Length > 3)];
}

/// <summary>What every form of a page carries.</summary>
/// <param name="Field">The name of the token's field.</param>
/// <param name="Token">Says that the form comes from this server's own page.</param>
/// <param name="Seen">What the ledger was when the page was made.</param>
/// <param name="Back">Where to go when it is decided.</param>
public sealed record DecisionDesk(string Field, string Token, string Seen, string Back);
