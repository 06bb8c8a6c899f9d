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

    /// <returns>The ids of the page, the best first; how many there are, at least where there are more.</returns>
    public (int Total, List<long> Ids, bool More) Find()
    {
        var marks = Marks().ToList();
        if (terms.Count == 0 && marks.Count == 0 && query.From is null && query.To is null) return All();
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
        var ids = connection.Query<long>($"SELECT h.id FROM search JOIN hits h ON h.id = search.rowid WHERE search MATCH @all{Days} ORDER BY h.id DESC", Values(all)).ToList();
        var rare = terms.Take(MostWeighed).Where(t => IsWithin(Text(t), Frequent)).Select(Text).ToList();
        if (ids.Count > 0 && rare.Count > 0)
        {
            // a frequent word has no weight, and to reckon it would cost a walk through all its hits
            var fits = ids.ToHashSet();
            ids = [.. connection.Query<long>("SELECT rowid FROM search WHERE search MATCH @all ORDER BY bm25(search, 4.0, 1.0, 0.0), rowid", Values(Join(rare))).Where(fits.Contains)]; // a word in a title weighs more
        }

        return (ids.Count, [.. ids.Skip(Skip).Take(Take)], false);
    }

    private (int Total, List<long> Ids, bool More) Latest(string all, bool onlyNewest)
    {
        var last = connection.ExecuteScalar<long?>("SELECT max(id) FROM hits" + (query.To is null ? "" : " WHERE last_day <= @until"), Values(all)) ?? 0;
        // ids go by days: none of an earlier one has to be looked at
        var since = query.From is null ? 0 : connection.ExecuteScalar<long?>("SELECT id FROM hits WHERE last_day >= @since ORDER BY last_day, id LIMIT 1", Values(all)) ?? long.MaxValue;
        var ids = connection.Query<long>($"SELECT h.id FROM search JOIN hits h ON h.id = search.rowid WHERE search MATCH @all {(query.From is null ? "" : FormattableString.Invariant($" AND search.rowid >= {since}"))}{(onlyNewest ? " AND search.rowid > @after" + (query.To is null ? "" : " AND search.rowid <= @last") : "")}{Days} ORDER BY search.rowid DESC LIMIT @most", Values(all, last)).ToList();
        return (Math.Min(ids.Count, Frequent), [.. ids.Skip(Skip).Take(Take)], ids.Count > Frequent || (onlyNewest && last > Newest));
    }

    private (int Total, List<long> Ids, bool More) Dated()
    {
        var ids = connection.Query<long>($"SELECT h.id FROM hits h WHERE 1 = 1{Days} ORDER BY h.last_day DESC, h.id DESC LIMIT @most", Values("")).ToList();
        return (Math.Min(ids.Count, Frequent), [.. ids.Skip(Skip).Take(Take)], ids.Count > Frequent);
    }

    private (int Total, List<long> Ids, bool More) All()
    {
        var total = connection.ExecuteScalar<long?>("SELECT max(id) FROM hits") ?? 0; // ids run from 1
        return ((int)total, [.. connection.Query<long>("SELECT id FROM hits ORDER BY id DESC LIMIT @take OFFSET @skip", Values(""))], false);
    }

    private int Skip => Math.Max(0, query.Skip);

    private int Take => Math.Clamp(query.Take, 0, SearchQuery.Most);

    private string Days => (query.From is null ? "" : " AND h.last_day >= @since") + (query.To is null ? "" : " AND h.first_day <= @until");

    private object Values(string all, long last = 0) => new { all, since = Payload.Day(query.From), until = Payload.Day(query.To), after = last - Newest, last, most = Frequent + 1, take = Take, skip = Skip };

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
