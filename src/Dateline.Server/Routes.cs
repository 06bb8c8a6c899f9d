using System.Collections.Immutable;
using Dateline.Server.Api;
using Dateline.Server.Deciding;
using Dateline.Server.Feeds;
using Dateline.Server.Inbox;
using Dateline.Server.Pages;
using Dateline.Server.Reports;
using Dateline.Server.Search;
using Dateline.Server.Voices;
using Dateline.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Dateline.Storage.Extracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Server;

/// <summary>Every address. docs/api.md names each of them; a test holds the two equal.</summary>
internal static class Routes
{
    /// <summary>So many outlets are offered to choose from.</summary>
    private const int OutletsOffered = 200;

    public static void MapPages(this IEndpointRouteBuilder app, ILedger ledger)
    {
        app.MapGet("/", (HttpRequest request) => Stories(ledger, request.Query));
        app.MapGet("/stories/{id}", (string id, HttpContext context, IAntiforgery tokens) => StoryPage(ledger, id, context.Request, () => DecisionRoutes.Desk(context, tokens, ledger)));
        app.MapGet("/tracks/{id}", (string id, HttpContext context, IAntiforgery tokens) => TrackPage(ledger, id, context.Request, () => DecisionRoutes.Desk(context, tokens, ledger)));
        app.MapGet("/articles/{id}", (string id, string? against, HttpContext context, IAntiforgery tokens) => ArticlePage(ledger, id, against, () => DecisionRoutes.Desk(context, tokens, ledger)));
        app.MapGet("/articles/{id}/capture", (string id) => Capture(ledger, id));
        // Addresses of before, kept for ever: links to quotes stand in people's notes.
        app.MapGet("/story/{id}", (string id, HttpRequest request) => Moved("stories", id, request));
        app.MapGet("/article/{id}", (string id, HttpRequest request) => Moved("articles", id, request));
        app.MapSearch(ledger);
        app.MapVoices(ledger);
        app.MapChanges(ledger);
        app.MapApi(ledger);
        app.MapFeeds(ledger);
        app.MapGet("/quarantine", (HttpRequest request) => Rejected(ledger, Asked.Page(request.Query["page"])));
        app.MapGet("/quarantine/codes", () => Page<CodesPage>(new { Quarantined = Quarantined(ledger) }));
        app.MapGet("/style.css", () => Results.Bytes(Embedded.Css, "text/css; charset=utf-8"));
        app.MapGet("/script.js", () => Results.Bytes(Embedded.Script, "text/javascript; charset=utf-8"));
        app.MapGet("/icon.svg", () => Results.Bytes(Embedded.Icon, "image/svg+xml"));

        var files = app.MapGroup("");
        files.AddEndpointFilter((context, next) => ApiRoutes.TaggedAsync(ledger, context, next));
        files.MapGet("/stories/{id}/report.{format}", (string id, string format) => Report(ledger, id, format));
        files.MapGet("/articles/{id}.ninjs.json", (string id) => ledger.Article(new ArticleId(id)) is { } article ? Answer.Json(LedgerSlice.Ninjs(article)) : Results.NotFound()).WithOrder(-1); // before {id}.json, which its address fits too
        foreach (var route in (ImmutableArray<string>)["/api/stories", "/stories.json"])
            files.MapGet(route, () => Answer.Json(LedgerSlice.OfStories(ledger.Stories().Select(s => s.Story))));
        foreach (var route in (ImmutableArray<string>)["/api/story/{id}", "/stories/{id}.json"])
            files.MapGet(route, (string id) => StoryJson(ledger, id));
        foreach (var route in (ImmutableArray<string>)["/api/article/{id}", "/articles/{id}.json"])
            files.MapGet(route, (string id) => ledger.Load(new ArticleId(id)) is { } article ? Answer.Json(article) : Results.NotFound());
    }

    private static IResult StoryPage(ILedger ledger, string id, HttpRequest request, Func<DecisionDesk> desk)
    {
        if (!StoryId.TryParse(id, out var story)) return Results.NotFound();
        var query = StoryLens.Asked(request.Query);
        if (ledger.Extract(story, query) is not { } extract) return ledger.LeadsTo(story) is { } leads ? Results.LocalRedirect(Links.Site.Story(leads) + request.QueryString, permanent: !DecisionRoutes.Tells(request.QueryString)) : Gone(DecisionRoutes.Address, request.QueryString);
        return Page<StoryPage>(new { Shown = StoryShown.Of(extract) with { Log = ledger.Decisions(story) }, Desk = desk(), Lens = StoryLens.Of(query, extract.Counts), Quarantined = Quarantined(ledger) });
    }

    /// <param name="id">"story-1-t2109182c".</param>
    private static IResult TrackPage(ILedger ledger, string id, HttpRequest request, Func<DecisionDesk> desk)
    {
        var query = new TrackExtractQuery(Asked.Clock(request.Query["clock"]), Asked.Page(request.Query["page"]), Asked.Page(request.Query["changes"]));
        if (ledger.Extract(new TrackId(id), query) is not { } extract) return Gone(new TrackId(id).Story is { } of ? Links.Site.Story(of) : DecisionRoutes.Address, request.QueryString);
        var view = new TrackView(new LedgerIndex(extract.Ledger) { Sources = extract.Sources, Places = extract.Places }, Links.Site, new HolderHues(extract.Holders), query.Clock, extract.Captured);
        return Page<TrackPage>(new { Desk = desk(), View = view, Extract = extract, Query = query, Quarantined = Quarantined(ledger) });
    }

    private static IResult ArticlePage(ILedger ledger, string id, string? against, Func<DecisionDesk> desk)
    {
        if (ledger.Extract(new ArticleId(id)) is not { } extract) return Results.NotFound();
        var neighbours = ledger.Neighbours(extract.Annotated.Article.Id);
        var other = neighbours.Captures.FirstOrDefault(c => c.Article.Value == against) is { } known ? ledger.Article(known.Article) : null;
        return Page<ArticlePage>(new { Desk = desk(), Index = new LedgerIndex(extract.Ledger) { Sources = extract.Sources, Places = extract.Places }, extract.Annotated, Neighbours = neighbours, Against = other, Quarantined = Quarantined(ledger) });
    }

    private static RazorComponentResult<QuarantinePage> Rejected(ILedger ledger, int page) =>
        Page<QuarantinePage>(new { Rejected = ledger.Quarantine((page - 1) * QuarantinePage.PageSize, QuarantinePage.PageSize), Number = page, Total = Quarantined(ledger) });

    /// <summary>The bytes as they came: to be saved, never rendered, whatever they are.</summary>
    private static IResult Capture(ILedger ledger, string id) => ledger.Article(new ArticleId(id)) is { } article && ledger.Capture(article.Article.Capture) is { } capture
        ? Results.File(capture.Bytes.ToArray(), "application/octet-stream", fileDownloadName: $"{capture.Id.Prefix}.txt")
        : Results.NotFound();

    private static IResult Report(ILedger ledger, string id, string format) => StoryReport.Formats.Contains(format) && StoryId.TryParse(id, out var story) && ledger.Story(story) is { } found
        ? new Streamed(StoryReport.MediaType(format), output => WriteAsync(ledger, story, format, output), $"{story}.{format}", Turns.Of(found))
        : Results.NotFound();

    private static async Task WriteAsync(ILedger ledger, StoryId story, string format, Stream output)
    {
        using var held = Answer.Held(() => ledger.Open(story));
        await StoryReport.WriteAsync(held, format, output);
        // what a report of a long story held would stand until memory is short, and that of the next one beside it
        if (HeldStory.IsLong(held.Ledger.Stories[0])) GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
    }

    /// <param name="id">"story-1".</param>
    private static IResult StoryJson(ILedger ledger, string id) => StoryId.TryParse(id, out var story) && ledger.Story(story) is { } found ? Answer.Json(() => ledger.Open(story), Turns.Of(found)) : Results.NotFound();

    private static RazorComponentResult<StoriesPage> Stories(ILedger ledger, IQueryCollection query)
    {
        var filter = StoriesFilter.Of(query);
        return Page<StoriesPage>(new { Filter = filter, List = ledger.List(filter.Query), Outlets = ledger.Outlets(OutletsOffered), Quarantined = Quarantined(ledger) });
    }

    /// <summary>What a decision has just taken away leads on to where the decision is told; else there is no such page.</summary>
    private static IResult Gone(string to, QueryString query) => DecisionRoutes.Tells(query) ? Results.LocalRedirect(to + query) : Results.NotFound();

    private static IResult Moved(string to, string id, HttpRequest request) => Results.LocalRedirect($"/{to}/{Uri.EscapeDataString(id)}{request.QueryString}", permanent: true, preserveMethod: true);

    private static int Quarantined(ILedger ledger) => ledger.QuarantineCount();

    internal static RazorComponentResult<TPage> Page<TPage>(object parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent => new(parameters);
}
