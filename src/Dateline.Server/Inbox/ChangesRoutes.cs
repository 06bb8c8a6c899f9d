using Dateline.Server.Api;
using Dateline.Server.Deciding;
using Dateline.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Server.Inbox;

/// <summary>The page of the changes of all stories.</summary>
internal static class ChangesRoutes
{
    private const int PageSize = 25;
    private const int StoriesOffered = 100;

    public static void MapChanges(this IEndpointRouteBuilder app, ILedger ledger) => app.MapGet("/changes", (HttpContext context, IAntiforgery tokens) =>
    {
        var filter = ChangesFilter.Of(context.Request.Query);
        var (person, version) = (DecisionRoutes.Person(context), ledger.Version());
        var held = Cursor.TryRead(context.Request.Query["cursor"], version, out var skip);
        var list = ledger.Changes(filter.Query(person, skip, PageSize) with { WithPlaces = true });
        return Routes.Page<ChangesPage>(new
        {
            Desk = DecisionRoutes.Desk(context, tokens, ledger),
            Filter = filter,
            List = list,
            Skip = skip,
            Next = skip + list.Changes.Length < list.Total ? Cursor.Of(version, skip + PageSize) : null,
            Anew = !held,
            SeenAt = ledger.SeenAt(person),
            Unseen = ledger.Changes(new ChangeQuery(Take: 0) { Reader = person, Unseen = true }).Total,
            Stories = ledger.List(new StoryQuery(Sort: StorySort.Changes, Take: StoriesOffered)).Stories,
            Outlets = ledger.Outlets(StoriesOffered),
            Quarantined = ledger.QuarantineCount(),
        });
    });
}
