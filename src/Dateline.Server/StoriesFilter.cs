using System.Globalization;
using Dateline.Storage;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server;

/// <summary>What the list of stories is asked for in its address. Words that mean nothing are as good as none.</summary>
public sealed record StoriesFilter(string? Text, string? Entity, string? Outlet, DateOnly? From, DateOnly? To, StorySort Sort, int Page)
{
    public const int PageSize = 25;

    private const int Longest = 200;

    public bool IsSet => Text is not null || Entity is not null || Outlet is not null || From is not null || To is not null;

    public StoryQuery Query => new(Text, Entity, Outlet, From, To, Sort, (Page - 1) * PageSize, PageSize);

    public static StoriesFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new StoriesFilter(
            Word("q"), Word("entity"), Word("outlet"), Asked.Day(query["from"]), Asked.Day(query["to"]),
            Enum.GetValues<StorySort>().FirstOrDefault(s => Exchange.Json.Name(s) == query["sort"]),
            Asked.Page(query["page"]));

        string? Word(string name) => query[name].ToString().Trim() is { Length: > 0 and <= Longest } word ? word : null;
    }

    /// <summary>The address of this list.</summary>
    public string Address => Asked.Address(
        "/", ("q", Text), ("entity", Entity), ("outlet", Outlet), ("from", Asked.Written(From)), ("to", Asked.Written(To)),
        ("sort", Sort == StorySort.Latest ? null : Exchange.Json.Name(Sort)), ("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)));
}
