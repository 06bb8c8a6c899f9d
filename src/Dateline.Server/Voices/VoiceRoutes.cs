using Dateline.Server.Api;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Server.Voices;

/// <summary>The pages of sources and outlets, and their JSON.</summary>
internal static class VoiceRoutes
{
    public const int PageSize = 25;

    private const int MostAnswers = 600;
    private const int MostTurns = 10;

    public static void MapVoices(this IEndpointRouteBuilder app, ILedger ledger)
    {
        app.MapGet("/sources/{id}", (string id, HttpRequest request) => SourcePage(ledger, id, request.Query));
        app.MapGet("/outlets/{name}", (string name, HttpRequest request) => OutletPage(ledger, name, request.Query));
        var api = app.MapGroup(ApiRoutes.Root);
        api.AddEndpointFilter((context, next) => ApiRoutes.TaggedAsync(ledger, context, next));
        api.MapGet("/sources/{id}", (string id, HttpRequest request) => ledger.Source(id) is not { } source ? Results.NotFound()
            : ApiRoutes.Page(ledger, request, (skip, take) => VoiceJson.Of(source, ledger.Said(new SaidQuery(id, Asked.Story(request.Query["story"]), skip, take)), ledger.Answers(id, MostAnswers), Turns(ledger, id, true), Turns(ledger, id, false))));
        api.MapGet("/outlets/{name}", (string name, HttpRequest request) => ledger.Outlet(name) is not { } outlet ? Results.NotFound()
            : ApiRoutes.Page(ledger, request, (skip, take) => VoiceJson.Of(outlet, ledger.Printed(name, skip, take), ledger.Changes(new ChangeQuery(Take: MostTurns) { Outlet = name, Own = true }))));
    }

    private static IResult SourcePage(ILedger ledger, string id, IQueryCollection query)
    {
        if (ledger.Source(id) is not { } source) return Results.NotFound();
        var (page, story) = (Asked.Page(query["page"]), Asked.Story(query["story"]));
        return Routes.Page<SourcePage>(new
        {
            Source = source,
            Said = ledger.Said(new SaidQuery(id, story, (page - 1) * PageSize, PageSize)),
            Turns = Turns(ledger, id, true),
            Others = Turns(ledger, id, false),
            Answers = (IReadOnlyList<IReadOnlyList<HeldAnswer>>)[.. ledger.Answers(id, MostAnswers).GroupBy(a => a.Track).Select(g => (IReadOnlyList<HeldAnswer>)[.. g])],
            Story = story,
            Page = page,
            Quarantined = ledger.QuarantineCount(),
        });
    }

    private static IResult OutletPage(ILedger ledger, string name, IQueryCollection query)
    {
        if (ledger.Outlet(name) is not { } outlet) return Results.NotFound();
        var page = Asked.Page(query["page"]);
        return Routes.Page<OutletPage>(new
        {
            Outlet = outlet,
            List = ledger.Printed(name, (page - 1) * PageSize, PageSize),
            Turns = ledger.Changes(new ChangeQuery(Take: MostTurns) { Outlet = name, Own = true }),
            Page = page,
            Quarantined = ledger.QuarantineCount(),
        });
    }

    private static ChangeList Turns(ILedger ledger, string source, bool own) => ledger.Changes(new ChangeQuery(Take: MostTurns) { Source = source, Own = own, WithPlaces = true });
}
