using System.Globalization;
using Dateline.Server.Pages;
using Dateline.Storage;
using Dateline.Storage.Extracts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Server.Deciding;

/// <summary>Where people correct the record: forms on pages of their own, and the one address that takes them.</summary>
internal static class DecisionRoutes
{
    public const string Address = "/decisions";

    /// <summary>In an address: the decision that was just taken, to be told with a button that takes it back.</summary>
    private const string Decided = "decided";

    private const int OthersOffered = 50;

    public static void MapDecisions(this IEndpointRouteBuilder app, ILedger ledger)
    {
        app.MapGet(Address, (HttpContext context, IAntiforgery tokens) => Routes.Page<DecisionsPage>(new { Desk = Desk(context, tokens, ledger), Log = ledger.Decisions(), Quarantined = ledger.QuarantineCount() }));
        app.MapGet("/stories/{id}/decisions", (string id, HttpContext context, IAntiforgery tokens) => StoryPage(context, tokens, ledger, id));
        app.MapGet("/articles/{id}/decisions", (string id, HttpContext context, IAntiforgery tokens) => ArticlePage(context, tokens, ledger, id));
        app.MapPost(Address, (HttpContext context, IAntiforgery tokens) => DecideAsync(context, tokens, ledger));
    }

    /// <summary>True for the address to which a decision leads.</summary>
    public static bool Tells(QueryString query) => query.Value?.Contains(Decided + "=", StringComparison.Ordinal) == true;

    /// <summary>Who reads and decides.</summary>
    public static string Person(HttpContext context) => context.User.Identity?.Name ?? Environment.UserName;

    public static DecisionDesk Desk(HttpContext context, IAntiforgery tokens, ILedger ledger)
    {
        var token = tokens.GetAndStoreTokens(context);
        var decided = Asked.Number(context.Request.Query[Decided]) is { } number ? ledger.Decisions().FirstOrDefault(d => d.Number == number) : null;
        return new DecisionDesk(token.FormFieldName, token.RequestToken!, ledger.Version(), Told(context.Request.Path + context.Request.QueryString, null)) { Decided = decided };
    }

    /// <summary>What can be decided on a story; of one of its questions, answers or articles first, where one is asked for.</summary>
    private static IResult StoryPage(HttpContext context, IAntiforgery tokens, ILedger ledger, string id)
    {
        var asked = context.Request.Query;
        var query = new StoryExtractQuery(Tracks: Asked.Page(asked["tracks"]), Articles: Asked.Page(asked["articles"]));
        if (!StoryId.TryParse(id, out var story) || ledger.Extract(story, query) is not { } extract) return Results.NotFound();
        var track = asked["track"] is [{ Length: > 0 } named] && ledger.Track(new TrackId(named)) is { } known && known.Story == story ? known : null;
        var entry = track is not null && Asked.Number(asked["entry"]) is { } at && at < track.Entries.Length ? at : (int?)null;
        var article = asked["article"] is [{ Length: > 0 } one] && ledger.StoryOf(new ArticleId(one)) == story ? new ArticleId(one) : (ArticleId?)null;
        // what is shown of the question beside what the page of a story has: the words of its first answers, and the statement of the chosen one
        var quoted = (track?.Entries ?? []).Take(StoryDecisionsPage.MostEntries).Concat(entry is { } e ? [track!.Entries[e]] : []).Select(a => a.Article).Concat(article is { } other ? [other] : []).Distinct();
        var full = entry is { } chosen ? ledger.Article(track!.Entries[chosen].Article) : null;
        var held = extract.Ledger.Articles.Select(a => a.Article.Id).ToHashSet();
        var articles = extract.Ledger.Articles.Concat(ledger.Heads(quoted.Where(q => !held.Contains(q)))).Select(a => a.Article.Id == full?.Article.Id ? full : a);
        return Routes.Page<StoryDecisionsPage>(new
        {
            Desk = Desk(context, tokens, ledger),
            Index = new LedgerIndex(extract.Ledger with { Articles = [.. articles] }) { Sources = extract.Sources },
            Extract = extract,
            Query = query,
            Log = ledger.Decisions(story),
            Others = ledger.Like(story, OthersOffered),
            Track = track,
            Entry = entry,
            Article = article,
            Quarantined = ledger.QuarantineCount(),
        });
    }

    /// <summary>What can be decided on an article; on one of its statements first, where one is asked for.</summary>
    private static IResult ArticlePage(HttpContext context, IAntiforgery tokens, ILedger ledger, string id)
    {
        if (ledger.Article(new ArticleId(id)) is not { } article) return Results.NotFound();
        var statement = article.Annotations.Statements.FirstOrDefault(s => s.Id.Value == context.Request.Query["statement"] && s.IsSaying && s.Content.Length > 0);
        return Routes.Page<ArticleDecisionsPage>(new { Desk = Desk(context, tokens, ledger), Annotated = article, Statement = statement, Story = ledger.StoryOf(article.Article.Id), Quarantined = ledger.QuarantineCount() });
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
            var decided = Decide(ledger, form, Person(context));
            await Results.LocalRedirect(Told(Back(form["back"]), decided), permanent: false, preserveMethod: false).ExecuteAsync(context);
        }
        catch (FormException error)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "Not decided", error.Message);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, "Not decided", "The form is too long.");
        }
        catch (Exception error) when (error is BadHttpRequestException or InvalidDataException)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "Not decided", "The form is broken, or too long.");
        }
    }

    /// <returns>The number of the decision; null where it was none.</returns>
    private static int? Decide(ILedger ledger, IFormCollection form, string person)
    {
        var asked = new DecisionForm(ledger, form);
        switch (asked.Kind)
        {
            case "see": // no decision: it changes nothing but what is new to one reader
                ledger.MarkSeen(person, TimeProvider.System.GetUtcNow());
                return null;
            case "unsee":
                ledger.UnmarkSeen(person);
                return null;
            default:
                var decision = ledger.Decide(asked.Read(), person, TimeProvider.System.GetUtcNow());
                Fold.Follow(ledger, CancellationToken.None); // once decided it is carried through, whether or not somebody waits for the page
                return decision.Number;
        }
    }

    /// <summary>The address with the decision that was just taken, in the place of one taken before.</summary>
    private static string Told(string path, int? decision)
    {
        var anchor = path.IndexOf('#', StringComparison.Ordinal);
        if (anchor >= 0) path = path[..anchor]; // the top of the page tells what was decided
        var query = path.IndexOf('?', StringComparison.Ordinal);
        var kept = query < 0 ? [] : path[(query + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !p.StartsWith(Decided + "=", StringComparison.Ordinal)).ToList();
        if (decision is { } number) kept.Add(string.Create(CultureInfo.InvariantCulture, $"{Decided}={number}"));
        return (query < 0 ? path : path[..query]) + (kept.Count > 0 ? "?" + string.Join('&', kept) : "");
    }

    /// <summary>A page of this site, nothing else.</summary>
    public static string Back(string? path, string otherwise = Address) => path is "/" || (path is ['/', not ('/' or '\\'), ..] && !path.AsSpan().ContainsAnyInRange('\0', ' ')) ? path : otherwise;
}

/// <summary>What every form of a page carries.</summary>
/// <param name="Field">The name of the token's field.</param>
/// <param name="Token">Says that the form comes from this server's own page.</param>
/// <param name="Seen">What the ledger was when the page was made.</param>
/// <param name="Back">Where to go when it is decided.</param>
public sealed record DecisionDesk(string Field, string Token, string Seen, string Back)
{
    /// <summary>What was just decided, to be told at the top of the page.</summary>
    public Decision? Decided { get; init; }
}
