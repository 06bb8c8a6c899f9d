using Dateline.Storage.Sqlite;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Server.Tests;

public sealed class ApiDocsTests
{
    [Fact]
    public async Task Every_address_has_its_heading_and_every_heading_its_address()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-server-");
        using var ledger = SqliteLedger.Open(Path.Combine(folder.FullName, "ledger.db"));
        await using var app = Host.Build(ledger, 0);
        await app.StartAsync();
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText! is { Length: > 1 } route ? route.TrimEnd('/') : "/").Distinct().Order(StringComparer.Ordinal); // one address may be read and sent to
        var headings = File.ReadLines(Path.Combine(SampleSite.Root, "docs", "api.md")).Where(l => l.StartsWith("### `", StringComparison.Ordinal)).Select(l => l[5..^1]).Order(StringComparer.Ordinal);
        Assert.Equal(headings, routes);
    }
}
