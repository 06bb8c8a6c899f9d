using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server.Api;

/// <summary>What an address for programs answers with.</summary>
internal static class Answer
{
    public static IResult Json(Action<Utf8JsonWriter> write) => Json(Exchange.Json.Bytes(write, Exchange.Json.Indented));

    public static IResult Json(Ledger ledger) => Json(LedgerSlice.Json(ledger));

    public static IResult Json(byte[] json) => Results.Bytes(json, "application/json; charset=utf-8");

    public static IResult Refuse(int status, string title, string detail) => new Refused(status, title, detail);

    private sealed class Refused(int status, string title, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problem.WriteAsync(httpContext, status, title, detail);
    }
}
