using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Dateline.Server.Tests;

/// <summary>A headless Chromium with one page, spoken to over the DevTools protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("dateline-browser-").FullName;
    private readonly ClientWebSocket socket = new();
    private readonly Process process;
    private int sent;

    private Browser()
    {
        string[] flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--remote-debugging-port=0", $"--user-data-dir={folder}", "about:blank"];
        var start = new ProcessStartInfo(Chromium.Path!, flags) { RedirectStandardError = true, RedirectStandardOutput = true };
        process = Process.Start(start) ?? throw new InvalidOperationException("Chromium did not start.");
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    public static async Task<Browser> StartAsync()
    {
        var browser = new Browser();
        using var client = new HttpClient();
        var portFile = System.IO.Path.Combine(browser.folder, "DevToolsActivePort");
        using var limit = new CancellationTokenSource(Patience);
        while (!File.Exists(portFile) || (await File.ReadAllLinesAsync(portFile, limit.Token)).Length < 2) await Task.Delay(50, limit.Token);
        var port = int.Parse((await File.ReadAllLinesAsync(portFile, limit.Token))[0], CultureInfo.InvariantCulture);
        using var targets = JsonDocument.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/json/list"), limit.Token));
        var page = targets.RootElement.EnumerateArray().First(t => t.GetProperty("type").GetString() == "page");
        await browser.socket.ConnectAsync(new Uri(page.GetProperty("webSocketDebuggerUrl").GetString()!), limit.Token);
        return browser;
    }

    /// <summary>Opens the address at a width in CSS pixels and waits until it is laid out.</summary>
    public async Task OpenAsync(Uri address, int width, bool dark = false)
    {
        await SendAsync("Emulation.setDeviceMetricsOverride", new { width, height = 800, deviceScaleFactor = 1, mobile = width < 700 });
        await SendAsync("Emulation.setEmulatedMedia", new { features = new[] { new { name = "prefers-color-scheme", value = dark ? "dark" : "light" } } });
        await SendAsync("Page.navigate", new { url = address.ToString() });
        for (var until = Stopwatch.StartNew(); until.Elapsed < Patience; await Task.Delay(50))
            if (await EvaluateAsync("document.readyState + ' ' + location.href") == $"complete {address}") return;
        throw new TimeoutException($"{address} did not load.");
    }

    public async Task<string> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", new { expression, returnByValue = true });
        return answer.GetProperty("result").GetProperty("value").ToString();
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<JsonElement> SendAsync(string method, object parameters)
    {
        using var limit = new CancellationTokenSource(Patience);
        var id = ++sent;
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }), WebSocketMessageType.Text, true, limit.Token);
        while (true)
        {
            var text = new StringBuilder();
            var buffer = new byte[65536];
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer, limit.Token);
                text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            }
            while (!part.EndOfMessage);
            using var answer = JsonDocument.Parse(text.ToString());
            if (!answer.RootElement.TryGetProperty("id", out var to) || to.GetInt32() != id) continue; // an event
            if (answer.RootElement.TryGetProperty("error", out var error)) throw new InvalidOperationException($"{method}: {error}");
            return answer.RootElement.GetProperty("result").Clone();
        }
    }
}
