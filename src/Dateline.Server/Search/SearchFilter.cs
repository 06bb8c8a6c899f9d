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
        var page = Asked.Page(query["page"]);
        var kind = Enum.GetValues<SearchKind>().FirstOrDefault(k => Exchange.Json.Name(k) == query["kind"]);
        return new SearchFilter(new SearchQuery(Word("q"), kind, Asked.Story(query["story"]), Word("outlet"), Word("source"), Asked.Day(query["from"]), Asked.Day(query["to"]), (page - 1) * PageSize, PageSize), page);

        string? Word(string name) => query[name].ToString().Trim() is { Length: > 0 } word ? word.Length > Longest ? word[..Longest] : word : null;
    }

    public SearchFilter At(int page) => new(Query with { Skip = (page - 1) * PageSize }, page);

    /// <summary>The address of this page of the search.</summary>
    /// <param name="path">"/search", or "/search.json".</param>
    public string Address(string path = "/search") => Asked.Address(
        path, ("q", Query.Words), ("kind", Query.Kind == SearchKind.Any ? null : Exchange.Json.Name(Query.Kind)), ("story", Query.Story?.ToString()), ("outlet", Query.Outlet), ("source", Query.Source),
        ("from", Asked.Written(Query.From)), ("to", Asked.Written(Query.To)), ("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture)));
}
