using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Dateline.Server.Agents;
using Dateline.Server.Deciding;
using Dateline.Server.Login;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Server;

/// <summary>The web pages and the API of a ledger: on this machine alone, or, with a login, for others too.</summary>
public static class Host
{
    public const int DefaultPort = 5080;

    private const int LongestForm = 1 << 18; // bytes

    /// <summary>Exit code where the port cannot be had.</summary>
    public const int PortTaken = 3;

    /// <summary>Serves until cancelled, or until Ctrl+C or a termination signal.</summary>
    /// <param name="talk">Where the address is told, and why it failed.</param>
    /// <returns>The exit code: 0, or <see cref="PortTaken"/>.</returns>
    public static async Task<int> RunAsync(ILedger ledger, Binding binding, TextWriter talk, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(binding);
        ArgumentNullException.ThrowIfNull(talk);
        await using var app = Build(ledger, binding, talk);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await talk.WriteLineAsync($"Port {binding.Port} is taken on {binding.Address}. Choose another one: dateline serve --port {binding.Port + 1}");
            return PortTaken;
        }
        catch (SocketException e)
        {
            await talk.WriteLineAsync($"{binding.Address} is no address of this machine to listen on ({e.Message}).");
            return PortTaken;
        }

        if (binding.AsksForLogin) await talk.WriteLineAsync("Others can reach this server: it asks for a login. Without TLS passwords go over the net in clear; put a proxy with TLS before it.");

        await talk.WriteLineAsync($"Dateline shows the ledger at {app.Urls.First()}/ (Ctrl+C ends it)");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>The server, not yet started. Reads no settings, no environment and no file: it works in any current folder.</summary>
    /// <param name="talk">Where a fault of ours is told.</param>
    public static WebApplication Build(ILedger ledger, int port, TextWriter? talk = null) => Build(ledger, Binding.Local(port), talk);

    /// <inheritdoc cref="Build(ILedger, int, TextWriter?)"/>
    public static WebApplication Build(ILedger ledger, Binding binding, TextWriter? talk = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(binding);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestForm;
            kestrel.Listen(binding.Address, binding.Port);
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
        builder.Services.AddAgents(ledger);
        if (binding.AsksForLogin) builder.Services.AddLogin(ledger.Users);
        var app = builder.Build();
        app.UseSafety(binding, talk ?? TextWriter.Null);
        app.UseRouting();
        if (binding.AsksForLogin) app.UseLogin(ledger.Users);
        app.MapPages(ledger);
        app.MapDecisions(ledger);
        app.MapAgents();
        if (binding.AsksForLogin) app.MapLogin(ledger.Users);
        return app;
    }
}
