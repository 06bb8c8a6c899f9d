using Dateline.Storage;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server.Inbox;

/// <summary>Which changes are asked for in an address. Words that mean nothing are as good as none.</summary>
/// <param name="Source">A name, or a source's id.</param>
public sealed record ChangesFilter(ChangeKind? Kind, StoryId? Story, TrackId? Track, string? Outlet, string? Source, DateOnly? From, DateOnly? To, bool Unseen)
{
    private const int Longest = 200;

    public bool IsSet => Kind is not null || Story is not null || Track is not null || Outlet is not null || Source is not null || From is not null || To is not null || Unseen;

    public static ChangesFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ChangeKind? kind = Enum.GetValues<ChangeKind>().Where(k => Exchange.Json.Name(k) == query["kind"]).Select(k => (ChangeKind?)k).FirstOrDefault();
        return new ChangesFilter(kind, Asked.Story(query["story"]), Word("track") is { } track ? new TrackId(track) : null, Word("outlet"), Word("source"), Asked.Day(query["from"]), Asked.Day(query["to"]), query["unseen"] == "1");

        string? Word(string name) => query[name].ToString().Trim() is { Length: > 0 and <= Longest } word ? word : null;
    }

    /// <param name="reader">Whose marks count.</param>
    public ChangeQuery Query(string? reader, int skip, int take) => new(Story, Track, skip, take)
    {
        Kind = Kind,
        Outlet = Outlet,
        Source = SourceId,
        From = From,
        To = To,
        Reader = reader,
        Unseen = Unseen && reader is not null,
    };

    /// <summary>A description means somebody within its story alone.</summary>
    private string? SourceId => Source is null || Source.Contains('~', StringComparison.Ordinal) ? Source : SourceNames.Slug(Source);

    public string Address(string? cursor = null) => Asked.Address(
        "/changes", ("kind", Kind is { } kind ? Exchange.Json.Name(kind) : null), ("story", Story?.ToString()), ("track", Track?.Value), ("outlet", Outlet), ("source", Source),
        ("from", Asked.Written(From)), ("to", Asked.Written(To)), ("unseen", Unseen ? "1" : null), ("cursor", cursor));
}
