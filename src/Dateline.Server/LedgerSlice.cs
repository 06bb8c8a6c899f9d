using System.Text.Json;
using Dateline.Exchange;

namespace Dateline.Server;

/// <summary>Parts of a ledger, each a whole ledger file again: one shape for the API, the reports and <c>dateline ledger</c>.</summary>
public static class LedgerSlice
{
    /// <summary>The list of stories and nothing else.</summary>
    public static Ledger OfStories(IEnumerable<Story> stories) => new(Pipeline.Stamp, [], [.. stories], [], [], [], []);

    /// <summary>An article as IPTC ninjs.</summary>
    public static byte[] Ninjs(AnnotatedArticle article) => Written(json => NinjsJson.Write(json, article));

    private static byte[] Written(Action<Utf8JsonWriter> write) => Exchange.Json.Bytes(write, Exchange.Json.Indented);
}
