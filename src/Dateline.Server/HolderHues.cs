namespace Dateline.Server;

/// <summary>One colour and shape for each holder of a story, the same in all its pictures.</summary>
public sealed class HolderHues
{
    public const int Own = 0;
    public const int Other = 8;

    private readonly Dictionary<string, int> hues;

    public HolderHues(IEnumerable<Track> tracks) => hues = tracks.SelectMany(t => t.Entries).Where(e => e.Holder != "outlet")
        .GroupBy(e => e.Holder, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Other - 1)
        .Select((g, i) => (g.Key, Hue: i + 1)).ToDictionary(p => p.Key, p => p.Hue, StringComparer.Ordinal);

    public int Of(string holder) => holder == "outlet" ? Own : hues.GetValueOrDefault(holder, Other);
}
