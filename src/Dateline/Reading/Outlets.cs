using System.Collections.Frozen;

namespace Dateline.Reading;

/// <summary>A news outlet of the lexicon.</summary>
internal sealed record KnownOutlet(string Name, string Country);

/// <summary>Outlets by name and by host (lexicon/outlet-hosts.tsv).</summary>
internal static class Outlets
{
    private static readonly Lazy<(FrozenDictionary<string, KnownOutlet> Names, FrozenDictionary<string, KnownOutlet> Hosts)> Tables = new(Load);

    /// <param name="name">As a page writes it, with or without "The".</param>
    public static KnownOutlet? Named(string name)
    {
        var trimmed = name.Trim();
        var names = Tables.Value.Names;
        return names.GetValueOrDefault(trimmed) ?? (trimmed.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? names.GetValueOrDefault(trimmed[4..]) : null);
    }

    public static KnownOutlet? OfUrl(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        var host = uri.Host;
        while (host.Contains('.', StringComparison.Ordinal))
        {
            if (Tables.Value.Hosts.GetValueOrDefault(host) is { } known) return known;
            host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        }

        return null;
    }

    /// <summary>Whether numbers of dates begin with the day where the outlet sits; null where its country is not known.</summary>
    public static bool? WritesDayFirst(Article article) =>
        (OfUrl(article.Url) ?? (article.Outlet is { } outlet ? Named(outlet.Value) : null)) is { Country.Length: > 0 } known ? known.Country is not ("us" or "ph") : null;

    private static (FrozenDictionary<string, KnownOutlet>, FrozenDictionary<string, KnownOutlet>) Load()
    {
        var names = new Dictionary<string, KnownOutlet>(StringComparer.OrdinalIgnoreCase);
        var hosts = new Dictionary<string, KnownOutlet>(StringComparer.Ordinal);
        foreach (var row in Resources.Rows("lexicon/outlet-hosts.tsv"))
        {
            var outlet = new KnownOutlet(row[0], row[2]);
            foreach (var form in row[1].Split(';', StringSplitOptions.RemoveEmptyEntries).Prepend(row[0])) names.TryAdd(form, outlet);
            foreach (var host in row[3].Split(';', StringSplitOptions.RemoveEmptyEntries)) hosts.TryAdd(host, outlet);
        }

        return (names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), hosts.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
