using System.Collections.Immutable;
using System.Text.Json;
using Dateline.Decisions;
using Dateline.Exchange;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Server.Api;

/// <summary>What people decided and what could not be read, for programs.</summary>
internal static class LogRoutes
{
    public static void MapLog(this IEndpointRouteBuilder api, ILedger ledger)
    {
        api.MapGet("/decisions", (HttpRequest request) => Decided(ledger, request, ledger.Decisions()));
        api.MapGet("/stories/{id}/decisions", (string id, HttpRequest request) => StoryId.TryParse(id, out var story) && ledger.Story(story) is not null ? Decided(ledger, request, ledger.Decisions(story)) : Results.NotFound());
        api.MapGet("/articles/{id}/decisions", (string id, HttpRequest request) => ledger.Article(new ArticleId(id)) is not null
            ? Decided(ledger, request, [.. ledger.Decisions().Where(d => d.Ruling.Articles().Contains(new ArticleId(id)))])
            : Results.NotFound());
        api.MapGet("/quarantine", (HttpRequest request) => ApiRoutes.Paged(ledger, request, (skip, take) =>
            (ledger.QuarantineCount(), "quarantine", ledger.Quarantine(skip, take).Select(q => (Action<Utf8JsonWriter>)(json => QuarantinedJson.Write(json, q))))));
        api.MapGet("/quarantine/codes", (HttpRequest request) => ApiRoutes.Paged(ledger, request, (skip, take) =>
            (CodeMeaning.All.Length, "codes", CodeMeaning.All.Skip(skip).Take(take).Select(m => (Action<Utf8JsonWriter>)(json => Write(json, m))))));
    }

    /// <summary>The latest first, as the pages have them.</summary>
    private static IResult Decided(ILedger ledger, HttpRequest request, ImmutableArray<Decision> log)
    {
        var standing = Rulings.Standing(ledger.Decisions()).Select(d => d.Number).ToHashSet();
        return ApiRoutes.Paged(ledger, request, (skip, take) =>
            (log.Length, "decisions", log.Reverse().Skip(skip).Take(take).Select(d => (Action<Utf8JsonWriter>)(json => DecisionJson.Write(json, d, standing.Contains(d.Number))))));
    }

    private static void Write(Utf8JsonWriter json, CodeMeaning meaning)
    {
        json.WriteStartObject();
        json.WriteString("code", meaning.Code);
        json.WriteString("group", meaning.Group);
        json.WriteString("meaning", string.Concat(meaning.Meaning.Select(m => m.Text)));
        json.WriteEndObject();
    }
}
