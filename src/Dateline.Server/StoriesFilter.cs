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
            Word("q"), Word("entity"), Word("outlet"), Day("from"), Day("to"),
            Enum.GetValues<StorySort>().FirstOrDefault(s => Exchange.Json.Name(s) == query["sort"]),
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1_000_000) : 1);

        string? Word(string name) => query[name].ToString().Trim() is { Length: > 0 and <= Longest } word ? word : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>The address of this list.</summary>
    public string Address
    {
        get
        {
            var parts = new List<string>();
            Add("q", Text);
            Add("entity", Entity);
            Add("outlet", Outlet);
            Add("from", Iso(From));
            Add("to", Iso(To));
            Add("sort", Sort == StorySort.Latest ? null : Exchange.Json.Name(Sort));
            Add("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture));
            return "/" + (parts.Count > 0 ? "?" + string.Join('&', parts) : "");

            void Add(string name, string? value)
            {
                if (value is not null) parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    public static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
