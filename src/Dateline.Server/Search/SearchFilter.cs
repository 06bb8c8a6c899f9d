using System.Globalization;
using Dateline.Storage;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server.Search;

/// <summary>What a search is asked for in its address. Words that mean nothing are as good as none.</summary>
public sealed record SearchFilter(SearchQuery Query, int Page)
{
    public const int PageSize = 25;

    private const int Longest = 200;

    public bool IsSet => Query is not { Words: null, Story: null, Outlet: null, Source: null, From: null, To: null };

    public static SearchFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 1_000_000) : 1;
        var kind = Enum.GetValues<SearchKind>().FirstOrDefault(k => Exchange.Json.Name(k) == query["kind"]);
        var story = StoryId.TryParse(query["story"], out var id) ? id : (StoryId?)null;
        return new SearchFilter(new SearchQuery(Word("q"), kind, story, Word("outlet"), Word("source"), Day("from"), Day("to"), (page - 1) * PageSize, PageSize), page);

        string? Word(string name) => query[name].ToString().Trim() is { Length: > 0 } word ? word.Length > Longest ? word[..Longest] : word : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    public SearchFilter At(int page) => new(Query with { Skip = (page - 1) * PageSize }, page);

    /// <summary>The address of this page of the search.</summary>
    /// <param name="path">"/search", or "/search.json".</param>
    public string Address(string path = "/search")
    {
        (string Name, string? Value)[] parts =
        [
            ("q", Query.Words), ("kind", Query.Kind == SearchKind.Any ? null : Exchange.Json.Name(Query.Kind)), ("story", Query.Story?.ToString()), ("outlet", Query.Outlet), ("source", Query.Source),
            ("from", StoriesFilter.Iso(Query.From)), ("to", StoriesFilter.Iso(Query.To)), ("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)),
        ];
        var set = parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return set.Count > 0 ? $"{path}?{string.Join('&', set)}" : path;
    }
}
