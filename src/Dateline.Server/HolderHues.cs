namespace Dateline.Server;

/// <summary>One colour and shape for each holder of a story, the same in all its pictures.</summary>
public sealed class HolderHues
{
    public const int Own = 0;
    public const int Other = 8;

    private readonly Dictionary<string, int> hues;

    /// <param name="holders">Those with a colour of their own, the most frequent first.</param>
    public HolderHues(IEnumerable<string> holders) => hues = holders.Take(Other - 1).Select((h, i) => (h, Hue: i + 1)).ToDictionary(p => p.h, p => p.Hue, StringComparer.Ordinal);

    public static HolderHues Of(IEnumerable<Track> tracks) => new(tracks.SelectMany(t => t.Entries).Where(e => e.Holder != "outlet")
        .GroupBy(e => e.Holder, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key));

    public int Of(string holder) => holder == "outlet" ? Own : hues.GetValueOrDefault(holder, Other);
}
