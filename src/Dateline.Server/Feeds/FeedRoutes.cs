using Dateline.Server.Api;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Server.Feeds;

/// <summary>The addresses of the feeds.</summary>
internal static class FeedRoutes
{
    public static void MapFeeds(this IEndpointRouteBuilder app, ILedger ledger)
    {
        var feeds = app.MapGroup("/feeds");
        feeds.AddEndpointFilter((context, next) => ApiRoutes.TaggedAsync(ledger, context, next));
        feeds.MapGet("/changes.atom", (HttpRequest request) => Feed(ledger, request, "changes", "Changes in all stories", "/changes", new ChangeQuery()));
        feeds.MapGet("/stories/{id}.atom", (string id, HttpRequest request) =>
            StoryId.TryParse(id, out var story) && (ledger.LeadsTo(story) ?? story) is var now && Title(ledger, now) is { } title
                ? now == story ? Feed(ledger, request, "story:" + story, title, Links.Site.Story(story), new ChangeQuery(story)) : Results.LocalRedirect($"/feeds/stories/{now}.atom", permanent: true)
                : Results.NotFound());
        feeds.MapGet("/tracks/{id}.atom", (string id, HttpRequest request) =>
            ledger.Track(new TrackId(id)) is { } track ? Feed(ledger, request, "track:" + track.Id, track.Question, Links.Site.Track(track), new ChangeQuery(track.Story, track.Id)) : Results.NotFound());
    }

    private static string? Title(ILedger ledger, StoryId story) => ledger.Story(story)?.Title;

    private static IResult Feed(ILedger ledger, HttpRequest request, string name, string title, string page, ChangeQuery query)
    {
        var self = new Uri(request.GetEncodedUrl());
        var bytes = ChangeFeed.Write(name, title, self, new Uri(self, page), ledger.Changes(query), change => new Uri(self, Links.Site.Quote(change.After.Article, change.After.Points)));
        return Results.Bytes(bytes, "application/atom+xml; charset=utf-8");
    }
}
