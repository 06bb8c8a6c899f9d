using System.Security.Cryptography;
using System.Text;

namespace Dateline.Storage;

/// <summary>One hash over everything derived in a ledger: equal for two ledgers exactly when all of it is equal.</summary>
public static class LedgerDigest
{
    public static string Of(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var article in ledger.Articles) hash.AppendData(Payload.Json(article));
        return Of(hash, ledger);
    }

    /// <param name="articles">The articles' payloads in the ledger's order, hashed as they were written: they are long, and need not be made twice.</param>
    internal static string Of(IncrementalHash articles, Ledger ledger)
    {
        var rest = ledger.Stories.Select(Payload.Json)
            .Concat(ledger.Moves.Select(Payload.Json))
            .Concat(ledger.Placements.Select(Payload.Json))
            .Concat(ledger.Redirects.Select(Payload.Json))
            .Concat(ledger.Copies.Select(Payload.Json))
            .Concat(ledger.Origins.Select(Payload.Json))
            .Concat(ledger.Tracks.Select(Payload.Json));
        foreach (var piece in rest) articles.AppendData(Encoding.UTF8.GetBytes(piece));
        return Convert.ToHexStringLower(articles.GetHashAndReset());
    }
}
