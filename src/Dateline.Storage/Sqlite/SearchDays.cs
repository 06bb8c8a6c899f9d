using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>
/// The hits of the days that a search asks for, by their ids. Ids go by the last day on which a page can be out, so that all from the first to the last one fit; behind these
/// stand pages that can be out later too, whose interval lies across the last day asked for.
/// </summary>
internal sealed class SearchDays
{
    private readonly HashSet<long>? across;

    public SearchDays(SqliteConnection connection, DateOnly? from, DateOnly? to)
    {
        var (since, until) = (Payload.Day(from), Payload.Day(to));
        IsAsked = from is not null || to is not null;
        // those without a day stand before all others
        First = IsAsked ? connection.ExecuteScalar<long?>("SELECT id FROM hits WHERE last_day >= @since ORDER BY last_day, id LIMIT 1", new { since = since ?? "" }) ?? long.MaxValue : 1;
        Last = Reach = connection.ExecuteScalar<long?>(until is null ? "SELECT max(id) FROM hits" : "SELECT id FROM hits WHERE last_day <= @until ORDER BY last_day DESC, id DESC LIMIT 1", new { until }) ?? 0;
        if (until is null) return;
        across = [.. connection.Query<long>("SELECT id FROM hits WHERE first_day < last_day AND first_day <= @until AND last_day > @until AND id >= @first", new { until, first = First })];
        Reach = across.Count == 0 ? Last : across.Max();
    }

    /// <summary>True where the search asks for days at all.</summary>
    public bool IsAsked { get; }

    /// <summary>No hit before it fits.</summary>
    public long First { get; }

    /// <summary>From the first to this one all fit.</summary>
    public long Last { get; }

    /// <summary>No hit behind it fits.</summary>
    public long Reach { get; }

    /// <summary>How many hits there are of these days.</summary>
    public long Count => Math.Max(0, Last - First + 1) + (across?.Count ?? 0);

    /// <summary>Of ids from the first to the reach those that fit.</summary>
    public bool Fits(long id) => id <= Last || across!.Contains(id);

    /// <summary>The ids that fit, the newest first.</summary>
    public IEnumerable<long> NewestFirst()
    {
        if (across is not null)
            foreach (var id in across.OrderDescending()) yield return id;
        for (var id = Last; id >= First; id--) yield return id;
    }
}
