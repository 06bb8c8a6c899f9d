using Dateline.Storage;

namespace Dateline.Server;

/// <summary>Where a quote, an article or a track is to be found: on pages of the site, or within one file.</summary>
/// <param name="OneFile">True in a report, where everything stands in one file.</param>
public sealed record Links(bool OneFile)
{
    public static Links Site { get; } = new(false);

    /// <summary>A story as it once stood: nothing is decided there.</summary>
    public static Links Past { get; } = new(false) { Decides = false };

    public static Links Report { get; } = new(true);

    /// <summary>True where items can be corrected.</summary>
    public bool Decides { get; init; } = !OneFile;

    public string Article(ArticleId id) => OneFile ? $"#a-{id}" : $"/articles/{id}";

    public string Quote(ArticleId id, string anchor) => OneFile ? $"#{Prefix(id)}{anchor}" : $"/articles/{id}#{anchor}";

    public string Quote(ArticleId id, TextSpan points) => Quote(id, FormattableString.Invariant($"c{points.Start}-{points.End}"));

    /// <summary>Null where there is no page of it.</summary>
    public string? Source(SourceKey? key) => OneFile || key is null ? null : $"/sources/{Uri.EscapeDataString(key.Id)}";

    /// <summary>Null where there is no page of it.</summary>
    public string? Outlet(string? name) => OneFile || string.IsNullOrEmpty(name) ? null : $"/outlets/{Uri.EscapeDataString(name)}";

    public string Story(StoryId id) => OneFile ? "#top" : $"/stories/{id}";

    /// <summary>What can be decided on a question, or on one of its answers.</summary>
    public static string Decide(Track track, int? entry = null)
    {
        ArgumentNullException.ThrowIfNull(track);
        return Asked.Address($"/stories/{track.Story}/decisions", ("track", track.Id.Value), ("entry", entry?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>What can be decided on a statement.</summary>
    public static string Decide(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Asked.Address($"/articles/{statement.Article}/decisions", ("statement", statement.Id.Value));
    }

    public string Track(Track track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return OneFile ? $"#{track.Id}" : $"/tracks/{track.Id}";
    }

    /// <summary>What stands before the anchors of an article.</summary>
    public string Prefix(ArticleId id) => OneFile ? $"a-{id}-" : "";
}
