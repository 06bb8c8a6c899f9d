using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Dateline.Server.Tests;

/// <summary>A headless Chromium with one page; what goes wrong in it is kept.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser chromium;

    private Browser(IPlaywright playwright, IBrowser chromium, IPage page)
    {
        (this.playwright, this.chromium, Page) = (playwright, chromium, page);
        page.Dialog += (_, dialog) =>
        {
            Faults.Add("a dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.PageError += (_, error) => Faults.Add("an error: " + error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Text.Contains("404", StringComparison.Ordinal)) Faults.Add("told: " + message.Text);
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not ("about" or "data" or "blob"), Host: not "127.0.0.1" } outside) Faults.Add("asked for: " + outside);
        };
    }

    public IPage Page { get; }

    /// <summary>Dialogs, errors, refused scripts and styles, and requests that leave this machine.</summary>
    public ConcurrentBag<string> Faults { get; } = [];

    /// <param name="scripts">False: as with scripts switched off.</param>
    public static async Task<Browser> StartAsync(bool scripts = true)
    {
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = scripts });
        return new Browser(playwright, chromium, await context.NewPageAsync());
    }

    /// <summary>Opens the address at a width in CSS pixels and waits until it is laid out.</summary>
    public async Task OpenAsync(Uri address, int width = 1200, bool dark = false)
    {
        await Page.SetViewportSizeAsync(width, 800);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await Page.GotoAsync(address.ToString());
    }

    public async Task<string> EvaluateAsync(string expression) => (await Page.EvaluateAsync<JsonElement?>(expression))?.ToString() ?? "";

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }
}
