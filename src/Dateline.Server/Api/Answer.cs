using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server.Api;

/// <summary>What an address of the API answers with.</summary>
internal static class Answer
{
    public static IResult Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Exchange.Json.Indented)) write(json);
        return Results.Bytes(buffer.WrittenSpan.ToArray(), "application/json; charset=utf-8");
    }

    public static IResult Json(Ledger ledger) => Results.Bytes(LedgerSlice.Json(ledger), "application/json; charset=utf-8");

    public static IResult Refuse(int status, string title, string detail) => new Refused(status, title, detail);

    private sealed class Refused(int status, string title, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Problem.WriteAsync(httpContext, status, title, detail);
    }
}
