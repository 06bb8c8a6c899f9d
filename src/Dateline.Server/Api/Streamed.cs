using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Dateline.Server.Api;

/// <summary>An answer that is sent while it is written, however long it is. Where it fails behind its beginning, the connection is cut: no client takes a part for the whole.</summary>
/// <param name="name">The file's name, where it is to be saved.</param>
/// <param name="turns">Lets the long ones through one after another; null where the answer waits for no other.</param>
internal sealed class Streamed(string type, Func<Stream, Task> write, string? name = null, RateLimiter? turns = null) : IResult
{
    private const int Buffer = 1 << 16; // what is shorter can still become an error

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var turn = turns is null ? null : await turns.AcquireAsync(cancellationToken: httpContext.RequestAborted);
        var response = httpContext.Response;
        if (turn is { IsAcquired: false })
        {
            response.Headers.RetryAfter = "60";
            await Problem.WriteAsync(httpContext, StatusCodes.Status429TooManyRequests, "Too many long exports at once", "Each takes tens of megabytes while it is written, so they take turns. Wait a minute, and ask again.");
            return;
        }

        response.ContentType = type;
        if (name is not null)
        {
            var save = new ContentDispositionHeaderValue("attachment");
            save.SetHttpFileName(name);
            response.Headers.ContentDisposition = save.ToString();
        }

        // The writers of every export are plain calls, so that the core needs no tasks: a slow client holds up a thread, and Kestrel ends it where it takes nothing.
        httpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await using var buffer = new BufferedStream(new Sink(response.Body), Buffer);
        await write(buffer);
        await buffer.FlushAsync(httpContext.RequestAborted);
    }

    /// <summary>The body, written to outside of the caller's context: a renderer's would wait for the write, and the write for it.</summary>
    private sealed class Sink(Stream body) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            var context = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(null);
            try
            {
                body.Write(buffer, offset, count);
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(context);
            }
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => body.WriteAsync(buffer, offset, count, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => body.WriteAsync(buffer, cancellationToken);

        public override void Flush()
        {
            // what was written is on its way; the end of the answer flushes it
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => body.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
