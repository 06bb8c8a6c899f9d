using Dateline.Storage;
using Dateline.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Server.Tests;

/// <summary>The real server over a new ledger; with the story made by hand, or empty.</summary>
public sealed class MadeSite : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dateline-server-").FullName;
    private readonly WebApplication app;

    private MadeSite(bool filled)
    {
        Ledger = SqliteLedger.Open(LedgerFile);
        if (filled)
        {
            foreach (var annotated in MadeStory.Articles) Ledger.Append(new Derived(MadeStory.CaptureOf(annotated.Article.Page), [annotated], null));
            Ledger.Replace(MadeStory.Ledger);
            Ledger.Refuse(Quarantined.Of(new Rejection(Codes.Empty, "The page holds no bytes. " + MadeStory.Attack, MadeStory.Attack)));
        }

        app = Host.Build(Ledger, 0);
    }

    public ILedger Ledger { get; }

    public string LedgerFile => Path.Combine(folder, "ledger.db");

    public HttpClient Client { get; } = new();

    public static async Task<MadeSite> StartAsync(bool filled = true)
    {
        var site = new MadeSite(filled);
        await site.app.StartAsync();
        site.Client.BaseAddress = new Uri(site.app.Urls.First());
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        Ledger.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
