using Dateline.Server.Api;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Server.Search;

/// <summary>The page of the search, and its JSON.</summary>
internal static class SearchRoutes
{
    public static void MapSearch(this IEndpointRouteBuilder app, ILedger ledger)
    {
        app.MapGet("/search", (HttpRequest request) => Page(ledger, SearchFilter.Of(request.Query)));
        app.MapGet("/search.json", (HttpRequest request) => Answer.Json(json => SearchJson.Write(json, ledger.Search(SearchFilter.Of(request.Query).Query))))
            .AddEndpointFilter((context, next) => ApiRoutes.TaggedAsync(ledger, context, next));
    }

    private static RazorComponentResult<SearchPage> Page(ILedger ledger, SearchFilter filter) =>
        new(new { Filter = filter, List = filter.IsSet ? ledger.Search(filter.Query) : new SearchList(0, []), Quarantined = ledger.QuarantineCount() });
}
