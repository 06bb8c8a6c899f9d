using System.Threading.RateLimiting;
using Dateline.Storage;

namespace Dateline.Server.Api;

/// <summary>Exports of long stories take turns: each holds up to 150 MB while it is written, and several side by side more than a laptop should give.</summary>
internal static class Turns
{
    private const int Waiting = 16; // whoever comes later is asked to come again

    private static readonly ConcurrencyLimiter Limiter = new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>Where the exports of a story wait; null for a short one, which takes too little to wait for.</summary>
    public static RateLimiter? Of(Story story) => HeldStory.IsLong(story) ? Limiter : null;
}
