using System.Collections.Immutable;

namespace Dateline.Server;

/// <summary>Through what a story is looked at: by which clock, and as it stood at which day.</summary>
/// <param name="AsOf">Null for all that is held.</param>
/// <param name="Days">The days on which its pages came out, as far as they are known to the day.</param>
/// <param name="Later">Pages left out: published after the day.</param>
/// <param name="Undated">Pages left out: not surely published by the day.</param>
public sealed record StoryLens(Clock? Clock, DateOnly? AsOf, ImmutableArray<DateOnly> Days, int Later = 0, int Undated = 0)
{
    /// <summary>True where long lists are wanted in full.</summary>
    public bool InFull { get; init; }

    public static StoryLens All { get; } = new(null, null, []);

    /// <summary>Words that are no clock, or no day, are as good as none.</summary>
    public static StoryLens Of(Ledger story, string? clock, string? asOf)
    {
        ArgumentNullException.ThrowIfNull(story);
        var published = story.Articles.Select(a => a.Article.Published).ToList();
        var days = published.Where(p => p.IsDay).Select(p => p.From!.Value).Distinct().Order().ToImmutableArray();
        var day = Asked.Day(asOf);
        Clock? by = Enum.GetValues<Clock>().Where(c => Exchange.Json.Name(c) == clock).Select(c => (Clock?)c).FirstOrDefault();
        if (day is not { } until) return new StoryLens(by, null, days);
        var later = published.Count(p => p.From > until);
        return new StoryLens(by, day, days, later, published.Count(p => p.To is not { } to || to > until) - later);
    }

    /// <summary>The address with this clock and another day.</summary>
    public string At(StoryId story, DateOnly? day, bool inFull = false) =>
        Asked.Address(Links.Site.Story(story), ("all", inFull ? "1" : null), ("clock", Clock is { } clock ? Exchange.Json.Name(clock) : null), ("asof", Asked.Written(day)));
}
