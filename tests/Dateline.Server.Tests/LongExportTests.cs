using System.Threading.RateLimiting;
using Dateline.Server.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dateline.Server.Tests;

/// <summary>What takes much memory while it is written goes one after another.</summary>
public sealed class LongExportTests
{
    [Fact]
    public async Task Of_two_long_exports_the_second_begins_when_the_first_is_written()
    {
        using var turns = Turns(waiting: 1);
        var end = new TaskCompletionSource();
        var (first, second) = (Request(), Request());
        var writing = new Streamed("text/csv", async stream => { await end.Task; await stream.WriteAsync("one"u8.ToArray()); }, turns: turns).ExecuteAsync(first);
        var waiting = new Streamed("text/csv", stream => stream.WriteAsync("two"u8.ToArray()).AsTask(), turns: turns).ExecuteAsync(second);
        Assert.False(waiting.IsCompleted);
        Assert.Equal("", Body(second));
        end.SetResult();
        await Task.WhenAll(writing, waiting);
        Assert.Equal(("one", "two"), (Body(first), Body(second)));
    }

    [Fact]
    public async Task Whoever_comes_when_too_many_wait_is_asked_to_come_again()
    {
        using var turns = Turns(waiting: 0);
        using var held = await turns.AcquireAsync();
        var late = Request();
        await new Streamed("text/csv", stream => stream.WriteAsync("never"u8.ToArray()).AsTask(), turns: turns).ExecuteAsync(late);
        Assert.Equal(429, late.Response.StatusCode);
        Assert.Equal("60", late.Response.Headers.RetryAfter);
        Assert.Equal("application/problem+json", late.Response.ContentType?.Split(';')[0]);
        Assert.DoesNotContain("never", Body(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_fails_gives_its_turn_back()
    {
        using var turns = Turns(waiting: 0);
        await Assert.ThrowsAsync<InvalidOperationException>(() => new Streamed("text/csv", _ => throw new InvalidOperationException(), turns: turns).ExecuteAsync(Request()));
        var next = Request();
        await new Streamed("text/csv", stream => stream.WriteAsync("next"u8.ToArray()).AsTask(), turns: turns).ExecuteAsync(next);
        Assert.Equal("next", Body(next));
    }

    [Fact]
    public void Stories_of_a_few_pages_wait_for_nobody() => Assert.Null(Api.Turns.Of(Assert.Single(MadeStory.Ledger.Stories)));

    private static ConcurrencyLimiter Turns(int waiting) => new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = waiting });

    private static DefaultHttpContext Request()
    {
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpBodyControlFeature>(new Synchronous());
        context.Request.Path = "/api/v1/stories/story-1";
        context.Response.Body = new MemoryStream();
        return context;
    }

    private static string Body(HttpContext context) => System.Text.Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());

    private sealed class Synchronous : IHttpBodyControlFeature
    {
        public bool AllowSynchronousIO { get; set; }
    }
}
