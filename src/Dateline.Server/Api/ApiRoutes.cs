using System.Globalization;
using System.Text.Json;
using Dateline.Server.Inbox;
using Dateline.Server.Search;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Server.Api;

/// <summary>The addresses for programs. openapi.json describes each of them; a test holds the two equal.</summary>
internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    /// <summary>The same for programs as a page: whatever has a page has it, at the page's own path.</summary>
    public static string Twin(string page) => page == "/" ? Root + "/stories" : Root + page;

    private const int DefaultLimit = 25;
    private const int MostLimit = 100;

    public static void MapApi(this IEndpointRouteBuilder app, ILedger ledger)
    {
        var api = app.MapGroup(Root);
        api.AddEndpointFilter((context, next) => TaggedAsync(ledger, context, next));
        api.MapGet("/stories", (HttpRequest request) => Paged(ledger, request, (skip, take) =>
        {
            var list = ledger.List(StoriesFilter.Of(request.Query).Query with { Skip = skip, Take = take });
            return (list.Total, "stories", list.Stories.Select(s => (Action<Utf8JsonWriter>)(json => ChangeJson.Write(json, s))));
        }));
        api.MapGet("/stories/{id}", (string id) => Story(ledger, id));
        api.MapGet("/tracks/{id}", (string id) => Track(ledger, new TrackId(id)));
        api.MapGet("/articles/{id}", (string id) => ledger.Load(new ArticleId(id)) is { } article ? Answer.Json(article) : Results.NotFound());
        api.MapGet("/statements", (HttpRequest request) => Found(ledger, request, "statements", q => q with { Kind = SearchKind.Statement }));
        api.MapGet("/search", (HttpRequest request) => Found(ledger, request, "hits", q => q));
        api.MapGet("/changes", (HttpRequest request) => Paged(ledger, request, (skip, take) =>
        {
            var list = ledger.Changes(ChangesFilter.Of(request.Query).Query(null, skip, take));
            return (list.Total, "changes", list.Changes.Select(c => (Action<Utf8JsonWriter>)(json => ChangeJson.Write(json, c))));
        }));
        api.MapLog(ledger);
        api.MapGet("/openapi.json", () => Answer.Json(Embedded.OpenApi));
    }

    private static IResult Story(ILedger ledger, string id)
    {
        if (!StoryId.TryParse(id, out var story)) return Results.NotFound();
        if (ledger.Story(story) is { } found) return Answer.Json(() => ledger.Open(story), Turns.Of(found));
        return ledger.LeadsTo(story) is { } leads ? Results.LocalRedirect($"{Root}/stories/{leads}", permanent: true) : Results.NotFound();
    }

    private static IResult Track(ILedger ledger, TrackId id) => ledger.Track(id) is not null && id.Story is { } of && ledger.Story(of) is { } story
        ? Answer.Json(() => ledger.Open(id), Turns.Of(story))
        : Results.NotFound();

    private static IResult Found(ILedger ledger, HttpRequest request, string name, Func<SearchQuery, SearchQuery> narrow) => Paged(ledger, request, (skip, take) =>
    {
        var list = ledger.Search(narrow(SearchFilter.Of(request.Query).Query) with { Skip = skip, Take = take });
        return (list.Total, name, list.Hits.Select(h => (Action<Utf8JsonWriter>)(json => SearchJson.Write(json, h))));
    });

    /// <summary>{"total", "stories": [...], "next"}: the cursor of the next page, or null.</summary>
    public static IResult Paged(ILedger ledger, HttpRequest request, Func<int, int, (int Total, string Name, IEnumerable<Action<Utf8JsonWriter>> Items)> page) => Page(ledger, request, (skip, take) =>
    {
        var (total, name, items) = page(skip, take);
        return (total, json =>
        {
            json.WriteNumber("total", total);
            json.WriteStartArray(name);
            foreach (var write in items) write(json);
            json.WriteEndArray();
        });
    });

    /// <summary>An object with one page of a list in it, and the cursor of the next page, or null.</summary>
    public static IResult Page(ILedger ledger, HttpRequest request, Func<int, int, (int Total, Action<Utf8JsonWriter> Write)> page)
    {
        var version = ledger.Version();
        if (!Cursor.TryRead(request.Query["cursor"], version, out var skip))
            return Answer.Refuse(StatusCodes.Status400BadRequest, "This is no cursor of the ledger as it is", "Cursors hold until the ledger changes; begin the list again without one.");
        var limit = DefaultLimit;
        if (request.Query["limit"].ToString() is { Length: > 0 } asked && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostLimit))
            return Answer.Refuse(StatusCodes.Status400BadRequest, "This is no limit", $"limit is a whole number from 1 to {MostLimit}.");
        var (total, members) = page(skip, limit);
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            members(json);
            json.WriteString("next", skip + limit < total ? Cursor.Of(version, skip + limit) : null);
            json.WriteEndObject();
        });
    }

    /// <summary>Answers 304 where the client holds the ledger as it is; else tags the answer. Errors and redirects carry no tag.</summary>
    public static async ValueTask<object?> TaggedAsync(ILedger ledger, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // Taken before the answer is made: should the ledger change between, the tag is the older one and the client asks again.
        var tag = $"\"{ledger.Version()}\"";
        var headers = context.HttpContext.Response.Headers;
        var held = context.HttpContext.Request.Headers.IfNoneMatch.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries));
        var result = await next(context);
        if (result is not (FileContentHttpResult or Streamed)) return result;
        headers.ETag = tag;
        return held.Any(h => h == tag || h == "W/" + tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : result;
    }
}
