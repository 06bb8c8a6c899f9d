namespace Dateline.Storage;

/// <summary>Compares the collection as it is held with what the fold gives again, piece by piece.</summary>
internal static class CollectionCheck
{
    public static IEnumerable<Difference> Compare(Ledger held, Ledger again) =>
    [
        .. Pieces("article", held.Articles, again.Articles, a => a.Article.Id.Value, a => Convert.ToHexString(Payload.Json(a))),
        .. Pieces("story", held.Stories, again.Stories, s => s.Id.ToString(), Payload.Json),
        .. Pieces("move", held.Moves, again.Moves, m => $"{m.From} - {m.To}", Payload.Json),
        .. Pieces("placement", held.Placements, again.Placements, p => p.Article.Value, Payload.Json),
        .. Pieces("redirect", held.Redirects, again.Redirects, r => r.From.ToString(), Payload.Json),
        .. Pieces("copy", held.Copies, again.Copies, c => $"{c.A} - {c.B}", Payload.Json),
        .. Pieces("origin", held.Origins, again.Origins, o => o.Id.Value, Payload.Json),
        .. Pieces("track", held.Tracks, again.Tracks, t => t.Id.Value, Payload.Json),
    ];

    private static IEnumerable<Difference> Pieces<T>(string what, IReadOnlyList<T> held, IReadOnlyList<T> again, Func<T, string> name, Func<T, string> print)
    {
        if (held.Count != again.Count) yield return new Difference(Codes.VerifyCollection, what, $"{held.Count} are held, deriving them again gives {again.Count}.");
        for (var i = 0; i < Math.Min(held.Count, again.Count); i++)
            if (print(held[i]) != print(again[i])) yield return new Difference(Codes.VerifyCollection, $"{what} {name(held[i])}", "Deriving it again gives other results.");
    }
}
