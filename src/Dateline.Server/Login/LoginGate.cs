using System.Security.Claims;
using System.Threading.RateLimiting;
using Dateline.Server.Deciding;
using Dateline.Server.Pages;
using Dateline.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Dateline.Server.Login;

/// <summary>Nobody passes without a login: people by a form and a cookie, programs by a token.</summary>
internal static class LoginGate
{
    public const string Address = "/login";
    public const string Out = "/logout";

    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string Hash = "hash"; // of the hash of the password: a login ends where the password changes
    private const string Bearer = "Bearer ";
    private const int TriesEach = 10; // a minute, from one address
    private const int TriesOfAll = 60; // a minute: each costs a hash

    private static readonly TimeSpan Stays = TimeSpan.FromHours(12);

    public static void AddLogin(this IServiceCollection services, IUsers users)
    {
        services.AddAuthentication(Scheme).AddCookie(options =>
        {
            options.Cookie.Name = "dateline-login";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Stays;
            options.Events.OnValidatePrincipal = context =>
            {
                if (context.Principal?.Identity?.Name is not { } name || users.Find(name) is not { } known || context.Principal.FindFirst(Hash)?.Value != Secrets.HashToken(known.Hash)) context.RejectPrincipal();
                return Task.CompletedTask;
            };
        });
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Limiter(context => context.Connection.RemoteIpAddress?.ToString() ?? "", TriesEach),
                Limiter(_ => "all", TriesOfAll));
            options.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                await Problem.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too many tries", "Wait a minute, and try again.");
            };
        });
    }

    public static void UseLogin(this WebApplication app, IUsers users)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(async (context, next) =>
        {
            if (context.Request.Headers.Authorization is [{ } header, ..] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            {
                if (users.OwnerOf(Secrets.HashToken(header[Bearer.Length..].Trim())) is not { } owner)
                {
                    await RefuseAsync(context, "This token is none of this server, or was revoked.");
                    return;
                }

                context.User = Person(owner, "token");
            }

            var path = context.Request.Path;
            if (context.User.Identity?.IsAuthenticated == true || path == Address || path == "/style.css" || path == "/script.js" || path == "/icon.svg") await next(context);
            else if (Problem.IsForPrograms(path) || !HttpMethods.IsGet(context.Request.Method)) await RefuseAsync(context, "Log in, or send a token: dateline token add NAME makes one.");
            else context.Response.Redirect(Asked.Address(Address, ("back", path + context.Request.QueryString)));
        });
    }

    public static void MapLogin(this IEndpointRouteBuilder app, IUsers users)
    {
        app.MapGet(Address, (HttpContext context, IAntiforgery tokens) => Page(context, tokens, context.Request.Query["back"], failed: false));
        app.MapPost(Address, (HttpContext context, IAntiforgery tokens) => LoginAsync(context, tokens, users));
        app.MapPost(Out, (HttpContext context, IAntiforgery tokens) => LogoutAsync(context, tokens));
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, string> of, int most) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.Path == Address
            ? RateLimitPartition.GetFixedWindowLimiter(of(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(""));

    private static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<LoginPage> Page(HttpContext context, IAntiforgery tokens, string? back, bool failed)
    {
        var token = tokens.GetAndStoreTokens(context);
        var page = Routes.Page<LoginPage>(new { Field = token.FormFieldName, Token = token.RequestToken!, Back = DecisionRoutes.Back(back, "/"), Failed = failed, Name = context.User.Identity?.Name });
        page.StatusCode = failed ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK;
        return page;
    }

    private static async Task<IResult> LoginAsync(HttpContext context, IAntiforgery tokens, IUsers users)
    {
        if (!await tokens.IsRequestValidAsync(context)) return Stale();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, password) = (form["name"].ToString(), form["password"].ToString());
        if (password.Length > Secrets.LongestPassword || Secrets.Check(users, name, password) is not { } known) return Page(context, tokens, form["back"], failed: true);
        var person = Person(known.Name, Scheme);
        ((ClaimsIdentity)person.Identity!).AddClaim(new Claim(Hash, Secrets.HashToken(known.Hash)));
        await context.SignInAsync(Scheme, person);
        return Results.LocalRedirect(DecisionRoutes.Back(form["back"], "/"));
    }

    private static async Task<IResult> LogoutAsync(HttpContext context, IAntiforgery tokens)
    {
        if (!await tokens.IsRequestValidAsync(context)) return Stale();
        await context.SignOutAsync(Scheme);
        return Results.LocalRedirect(Address);
    }

    private static IResult Stale() => Api.Answer.Refuse(StatusCodes.Status400BadRequest, "Not from this page", "The form does not come from a page of this server, or the server was started anew. Load the page again and try once more.");

    private static async Task RefuseAsync(HttpContext context, string detail)
    {
        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        await Problem.WriteAsync(context, StatusCodes.Status401Unauthorized, "Not logged in", detail);
    }

    private static ClaimsPrincipal Person(string name, string by) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.NameIdentifier, name)], by));
}
