using System.Collections.Immutable;
using System.Reflection;
using Dateline.Server.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Server;

/// <summary>Every address. docs/api.md names each of them; a test holds the two equal.</summary>
internal static class Routes
{
    private static readonly byte[] Css = Resource("style.css");
    private static readonly byte[] Icon = Resource("icon.svg");

    public static string Style => System.Text.Encoding.UTF8.GetString(Css);

    public static void MapPages(this IEndpointRouteBuilder app, Func<LedgerIndex> load)
    {
        app.MapGet("/", () => new RazorComponentResult<StoriesPage>(new { Index = load() }));
        app.MapGet("/story/{id}", (string id) => load() is var index && index.Story(id) is { } story
            ? new RazorComponentResult<StoryPage>(new { Index = index, Story = story }) : Results.NotFound());
        app.MapGet("/article/{id}", (string id) => load() is var index && index.Article(id) is { } annotated
            ? new RazorComponentResult<ArticlePage>(new { Index = index, Annotated = annotated }) : Results.NotFound());
        app.MapGet("/quarantine", () => new RazorComponentResult<QuarantinePage>(new { Index = load() }));
        app.MapGet("/style.css", () => Results.Bytes(Css, "text/css; charset=utf-8"));
        app.MapGet("/icon.svg", () => Results.Bytes(Icon, "image/svg+xml"));

        foreach (var stories in (ImmutableArray<string>)["/api/stories", "/stories.json"])
            app.MapGet(stories, () => Json(LedgerSlice.OfStories(load().Ledger)));
        foreach (var story in (ImmutableArray<string>)["/api/story/{id}", "/story/{id}.json"])
            app.MapGet(story, (string id) => load() is var index && index.Story(id) is { } found ? Json(LedgerSlice.OfStory(index.Ledger, found)) : Results.NotFound());
        foreach (var article in (ImmutableArray<string>)["/api/article/{id}", "/article/{id}.json"])
            app.MapGet(article, (string id) => load() is var index && index.Article(id) is { } found ? Json(LedgerSlice.OfArticle(index.Ledger, found.Article.Id)) : Results.NotFound());
    }

    private static IResult Json(Ledger ledger) => Results.Bytes(LedgerSlice.Json(ledger), "application/json; charset=utf-8");

    private static byte[] Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
