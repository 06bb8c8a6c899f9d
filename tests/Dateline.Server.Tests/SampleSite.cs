using Dateline.Intake;
using Dateline.Storage;
using Dateline.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Server.Tests;

/// <summary>The real server on a free port of this machine, over a new ledger with the sample story.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("dateline-server-").FullName;
    private WebApplication? app;

    public static string Root { get; } = FindRoot();

    public ILedger Ledger { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => Client.BaseAddress!;

    public async Task InitializeAsync()
    {
        Ledger = SqliteLedger.Open(Path.Combine(folder, "ledger.db"));
        foreach (var got in CaptureReader.Read([Path.Combine(Root, "samples")]).OfType<Arrival.Got>()) Ledger.Append(Derived.From(got.Capture));
        Fold.Follow(Ledger);
        (app, Client) = await StartAsync(Ledger);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
        Ledger.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    internal static async Task<(WebApplication App, HttpClient Client)> StartAsync(ILedger ledger)
    {
        var app = Host.Build(ledger, 0);
        await app.StartAsync();
        return (app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "global.json"))) at = at.Parent ?? throw new InvalidOperationException("No global.json above the tests.");
        return at.FullName;
    }
}
