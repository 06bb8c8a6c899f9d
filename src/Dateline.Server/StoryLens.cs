using System.Collections.Immutable;
using System.Globalization;
using Dateline.Storage.Extracts;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server;

/// <summary>Through what a story is looked at: by which clock, as it stood at which day, and which page of each of its lists.</summary>
/// <param name="Days">The days on which its pages came out, as far as they are known to the day.</param>
/// <param name="Later">Pages left out: published after the day.</param>
/// <param name="Undated">Pages left out: not surely published by the day.</param>
public sealed record StoryLens(StoryExtractQuery Query, ImmutableArray<DateOnly> Days, int Later = 0, int Undated = 0)
{
    public static StoryLens All { get; } = new(new StoryExtractQuery(), []);

    public Clock? Clock => Query.Clock;

    /// <summary>Null for all that is held.</summary>
    public DateOnly? AsOf => Query.AsOf;

    /// <summary>What an address asks for. Words that are no clock, no day or no number are as good as none.</summary>
    public static StoryExtractQuery Asked(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new StoryExtractQuery(
            Server.Asked.Day(query["asof"]), Server.Asked.Clock(query["clock"]), Server.Asked.Page(query["changes"]), Server.Asked.Page(query["tracks"]), Server.Asked.Page(query["sources"]), Server.Asked.Page(query["articles"]));
    }

    public static StoryLens Of(StoryExtractQuery query, StoryCounts counts) => new(query, (counts ?? throw new ArgumentNullException(nameof(counts))).Days, counts.Later, counts.Undated);

    /// <summary>The address with this clock and another day, at the first page of every list.</summary>
    public string At(StoryId story, DateOnly? day) => Address(story, new StoryExtractQuery(day, Clock));

    /// <summary>The address with another page of a list.</summary>
    public static string Address(StoryId story, StoryExtractQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Server.Asked.Address(
            Links.Site.Story(story), ("clock", query.Clock is { } clock ? Exchange.Json.Name(clock) : null), ("asof", Server.Asked.Written(query.AsOf)),
            ("changes", Page(query.Changes)), ("tracks", Page(query.Tracks)), ("sources", Page(query.Voices)), ("articles", Page(query.Articles)));
    }

    private static string? Page(int page) => page == 1 ? null : page.ToString(CultureInfo.InvariantCulture);
}
