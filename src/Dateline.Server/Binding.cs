using System.Collections.Immutable;
using System.Net;
using Dateline.Server.Agents;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server;

/// <summary>Where the server listens, and by which names it answers.</summary>
/// <param name="Names">Names of this machine in the net, beside its addresses.</param>
public sealed record Binding(IPAddress Address, int Port, ImmutableArray<string> Names)
{
    public static Binding Local(int port) => new(IPAddress.Loopback, port, []);

    /// <summary>True where others than this machine's users may come: nobody is served without a login.</summary>
    public bool AsksForLogin => !Address.Equals(IPAddress.Loopback);

    /// <summary>
    /// Another site's name that was made to point here is none of ours (DNS rebinding). An address in numbers cannot be made so: where the server listens to the net, any is taken.
    /// </summary>
    public bool Answers(HostString host) => AsksForLogin
        ? IPAddress.TryParse(host.Host.Trim('[', ']'), out _) || host.Host == "localhost" || Names.Contains(host.Host, StringComparer.OrdinalIgnoreCase)
        : host.Host is "127.0.0.1" or "localhost";

    /// <summary>What is sent must come from a page of ours, where it says whence it comes. Our own forms say "null", since no page of ours tells where it stands; their token shows that they are ours.</summary>
    public static bool IsOwn(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.Origin is not [{ Length: > 0 } origin, ..] || (origin == "null" && request.HasFormContentType && request.Path != AgentTools.Address) || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
