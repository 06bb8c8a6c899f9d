using System.Text.Json;
using System.Threading.RateLimiting;
using Dateline.Exchange;
using Dateline.Storage;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server.Api;

/// <summary>What an address for programs answers with.</summary>
internal static class Answer
{
    private const string Type = "application/json; charset=utf-8";

    public static IResult Json(Action<Utf8JsonWriter> write) => Json(Exchange.Json.Bytes(write, Exchange.Json.Indented));

    public static IResult Json(Ledger ledger) => Written(json => LedgerJson.Write(json, ledger));

    /// <summary>A story that is opened when it is written: a client that holds it already costs no more than the question.</summary>
    /// <param name="turns">Where long answers take turns.</param>
    public static IResult Json(Func<HeldStory?> open, RateLimiter? turns) => Written(
        json =>
        {
            using var held = Held(open);
            LedgerJson.Write(json, held.Ledger, held.Articles);
        },
        turns);

    /// <exception cref="LedgerException">what was there a moment ago is gone</exception>
    public static HeldStory Held(Func<HeldStory?> open) => open() ?? throw new LedgerException("The ledger changed while this was asked for; ask again.");

    private static Streamed Written(Action<Utf8JsonWriter> write, RateLimiter? turns = null) => new(
        Type,
        stream =>
        {
            using var json = new Utf8JsonWriter(stream, Exchange.Json.Indented);
            write(json);
            return Task.CompletedTask;
        },
        turns: turns);

    public static IResult Json(byte[] json) => Results.Bytes(json, Type);

    public static IResult Refuse(int status, string title, string detail) => new Refused(status, title, detail);

    private sealed class Refused(int status, string title, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problem.WriteAsync(httpContext, status, title, detail);
    }
}
