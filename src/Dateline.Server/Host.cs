using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Dateline.Server.Deciding;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Server;

/// <summary>The web pages and the API of a ledger, on this machine alone.</summary>
public static class Host
{
    public const int DefaultPort = 5080;

    private const int LongestForm = 1 << 18; // bytes

    /// <summary>Exit code where the port cannot be had.</summary>
    public const int PortTaken = 3;

    /// <summary>Serves until cancelled, or until Ctrl+C or a termination signal.</summary>
    /// <param name="port">0 takes any free port.</param>
    /// <param name="talk">Where the address is told, and why it failed.</param>
    /// <returns>The exit code: 0, or <see cref="PortTaken"/>.</returns>
    public static async Task<int> RunAsync(ILedger ledger, int port, TextWriter talk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(talk);
        await using var app = Build(ledger, port, talk);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await talk.WriteLineAsync($"Port {port} is taken on 127.0.0.1. Choose another one: dateline serve --port {port + 1}");
            return PortTaken;
        }

        await talk.WriteLineAsync($"Dateline shows the ledger at {app.Urls.First()}/ (Ctrl+C ends it)");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>The server, not yet started. Reads no settings, no environment and no file: it works in any current folder.</summary>
    /// <param name="talk">Where a fault of ours is told.</param>
    public static WebApplication Build(ILedger ledger, int port, TextWriter? talk = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestForm;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddRazorComponents();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // tokens of forms live as long as the server: nothing is kept in a file
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "dateline-form";
            options.FormFieldName = "token";
        });
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        var app = builder.Build();
        app.UseSafety(talk ?? TextWriter.Null);
        app.UseRouting();
        app.MapPages(ledger);
        app.MapDecisions(ledger);
        return app;
    }
}
