using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Which hits a page of a search shows. What a word costs is bounded: where none of the words is rare, only the newest hits are looked through.</summary>
internal sealed class SearchPick(SqliteConnection connection, SearchQuery query, IReadOnlyList<string> terms)
{
    /// <summary>A word in more hits than this is frequent: it narrows, and does not weigh.</summary>
    public const int Frequent = 20_000;

    /// <summary>Where every word is in more hits than this, only so many of the newest are looked through.</summary>
    public const int Newest = 150_000;

    private const int MostWeighed = 6; // words whose frequency is looked up

    private readonly SearchDays days = new(connection, query.From, query.To);

    /// <returns>The ids of the page, the best first; how many there are, at least where there are more.</returns>
    public (int Total, List<long> Ids, bool More) Find()
    {
        var marks = Marks().ToList();
        if (terms.Count == 0 && marks.Count == 0) return Dated();
        var all = Join(terms.Select(Text).Concat(marks.Select(m => $"marks : {m}")));
        // a mark of a kind stands in half of all hits
        var narrow = marks.Where(m => m is not ("zk0" or "zk1")).Select(m => $"marks : {m}").Concat(Words().Take(MostWeighed).Select(Text)).ToList();
        if (narrow.Any(n => IsWithin(n, Frequent))) return Weighed(all);
        return Latest(all, onlyNewest: terms.Count > 0 && !narrow.Any(n => IsWithin(n, Newest)));
    }

    /// <summary>All that fits, by its weight: at most as many as the rarest word has.</summary>
    private (int Total, List<long> Ids, bool More) Weighed(string all)
    {
        var ids = Matches(all, "rowid DESC", days.First).ToList();
        var rare = terms.Take(MostWeighed).Where(t => IsWithin(Text(t), Frequent)).Select(Text).ToList();
        if (ids.Count > 0 && rare.Count > 0)
        {
            // a frequent word has no weight, and to reckon it would cost a walk through all its hits
            var fits = ids.ToHashSet();
            ids = [.. Matches(Join(rare), "bm25(search, 4.0, 1.0, 0.0), rowid", days.First).Where(fits.Contains)]; // a word in a title weighs more
        }

        return (ids.Count, [.. ids.Skip(Skip).Take(Take)], false);
    }

    private (int Total, List<long> Ids, bool More) Latest(string all, bool onlyNewest)
    {
        var ids = Matches(all, "rowid DESC", onlyNewest ? Math.Max(days.First, days.Last - Newest + 1) : days.First).Take(Frequent + 1).ToList();
        return (Math.Min(ids.Count, Frequent), [.. ids.Skip(Skip).Take(Take)], ids.Count > Frequent || (onlyNewest && days.Last - days.First >= Newest));
    }

    /// <summary>The ids that have the words and fit the days. The table of the hits is not asked: to look each of them up costs many times as much as to find it.</summary>
    private IEnumerable<long> Matches(string match, string order, long first) =>
        connection.Query<long>($"SELECT rowid FROM search WHERE search MATCH @match AND rowid BETWEEN @first AND @reach ORDER BY {order}", new { match, first, reach = days.Reach }, buffered: false).Where(days.Fits);

    /// <summary>All of the days, or all that there are.</summary>
    private (int Total, List<long> Ids, bool More) Dated()
    {
        var most = days.IsAsked ? Frequent : int.MaxValue;
        return ((int)Math.Min(days.Count, most), [.. days.NewestFirst().Take(most).Skip(Skip).Take(Take)], days.Count > most);
    }

    private int Skip => Math.Max(0, query.Skip);

    private int Take => Math.Clamp(query.Take, 0, SearchQuery.Most);

    private bool IsWithin(string term, int most) => connection.ExecuteScalar<long>("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH @term LIMIT @most + 1)", new { term, most }) <= most;

    /// <summary>The words and, in place of a phrase, the words of it: a phrase is no rarer than its rarest word, and cheaper to find only then.</summary>
    private IEnumerable<string> Words() => terms.SelectMany(t => t.Trim('"').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Any(char.IsLetterOrDigit)).Select(w => $"\"{w}\"").Distinct(StringComparer.Ordinal);

    private IEnumerable<string> Marks()
    {
        if (query.Kind != SearchKind.Any) yield return SearchIndex.KindMark(query.Kind == SearchKind.Statement);
        if (query.Story is { } story) yield return SearchIndex.StoryMark(story);
        if (!string.IsNullOrWhiteSpace(query.Outlet)) yield return SearchIndex.OutletMark(query.Outlet);
        if (!string.IsNullOrWhiteSpace(query.Source)) yield return SearchIndex.SourceMark(query.Source);
    }

    private static string Text(string term) => $"{{title words}} : {term}";

    private static string Join(IEnumerable<string> parts) => string.Join(" AND ", parts.Select(p => $"({p})"));
}
