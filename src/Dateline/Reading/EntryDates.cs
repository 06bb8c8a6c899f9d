using System.Globalization;

namespace Dateline.Reading;

/// <summary>When each entry of a live page was published: what its element or the page's scripts say, else its time on the day that a heading, the page or the order of the times gives.</summary>
internal static class EntryDates
{
    private const int MostOfBody = 200; // characters of an update that are compared
    private const int FewestOfBody = 40;
    private const int FewestOfLine = 30;

    public static List<(UncertainDate Published, string Basis)> Of(PreparedPage page, Article whole, List<LiveEntry> entries, bool isDescending)
    {
        var found = new List<(UncertainDate, string)>(entries.Count);
        var day = isDescending ? (whole.Modified ?? whole.Published).To ?? whole.Published.To : whole.Published.From; // of the newest, or of the oldest: the first on the page
        var offset = whole.Published.Moment?.Offset ?? whole.Modified?.Moment?.Offset;
        var updates = Updates(page);
        TimeOnly? before = null;
        foreach (var entry in entries)
        {
            if (entry.Day is { } named)
            {
                if (named != day) before = null;
                day = named;
            }

            if (entry.Stamp.Clock is { } time)
            {
                if (entry.Day is null && before is { } last && (isDescending ? time > last : time < last)) day = isDescending ? day?.AddDays(-1) : day?.AddDays(1);
                before = time;
            }

            found.Add(Element(page, entry) ?? Script(page, entry, updates) ?? Visible(page, whole, entry, day, offset));
        }

        return found;
    }

    /// <summary>The time element of the entry: <c>datetime</c>.</summary>
    private static (UncertainDate, string)? Element(PreparedPage page, LiveEntry entry)
    {
        if (page.Facts is not { } facts || page.Tree is not { } tree) return null;
        var block = page.Lines[entry.Head].Place!.Block;
        foreach (var (value, node) in facts.Times)
        {
            if (node < block) continue;
            if (node >= tree.Nodes[block].Last) return null;
            if (DateStamp.Find(value) is { Time: not null } stamp) return (stamp.ToDate(Dates.Stated(value)), "time element of the entry");
        }

        return null;
    }

    /// <summary>The updates of the page's JSON-LD that say when they were published, with the words by which their entry is known.</summary>
    private static List<Update> Updates(PreparedPage page)
    {
        var updates = new List<Update>();
        foreach (var update in page.Facts?.Updates ?? [])
        {
            if (update.Published is not { } written || DateStamp.Find(written) is not { } stamp) continue;
            var headline = Measure.Folded(update.Headline ?? "");
            var beginning = update.Body is { } body ? Measure.Folded(body.Length > MostOfBody ? body[..MostOfBody] : body) : "";
            updates.Add(new Update(headline, beginning.Length > FewestOfBody ? beginning : "", stamp.ToDate(Dates.Stated(written))));
        }

        return updates;
    }

    /// <summary>The update of the same headline, or of the same beginning.</summary>
    private static (UncertainDate, string)? Script(PreparedPage page, LiveEntry entry, List<Update> updates)
    {
        if (updates.Count == 0) return null;
        var lines = entry.Lines.ConvertAll(i => Measure.Folded(page.Lines[i].Text));
        foreach (var update in updates)
        {
            var isIts = (update.Headline.Length > 0 && lines.Exists(line => line.EndsWith(update.Headline, StringComparison.Ordinal)))
                || (update.Beginning.Length > 0 && lines.Exists(line => line.Length > FewestOfLine && update.Beginning.AsSpan().StartsWith(line.AsSpan(0, Math.Min(line.Length, FewestOfBody)), StringComparison.Ordinal)));
            if (isIts) return (update.Published, "json-ld liveBlogUpdate");
        }

        return null;
    }

    private static (UncertainDate, string) Visible(PreparedPage page, Article whole, LiveEntry entry, DateOnly? day, TimeSpan? offset)
    {
        var written = page.Lines[entry.Head].Text[entry.Stamp.Start..Math.Min(entry.Stamp.End, page.Lines[entry.Head].Text.Length)].TrimEnd(' ', ':', '-', '–', '—', '|', '·', ',');
        var stated = Dates.Stated(written);
        if (entry.Stamp.Clock is { } time && day is { } on)
        {
            var reason = entry.Stamp.Day is not null ? stated : entry.Day is not null ? $"{stated}, under the day {Iso(on)}" : $"{stated}, the day reckoned from the page's date and the order of the entries";
            var anchor = entry.Day is not null ? DateAnchor.Absolute : DateAnchor.Published;
            if ((entry.Stamp.Offset ?? offset) is { } zone) return (UncertainDate.At(new DateTimeOffset(on.ToDateTime(time), zone), entry.Stamp.Offset is null ? $"{reason}, in the zone of the page" : reason, anchor), "time of the entry");
            return (UncertainDate.On(on, $"{reason}, without a zone", anchor), "time of the entry");
        }

        if (entry.Stamp.Clock is not null) return (UncertainDate.Unknown($"{stated}, on a page without a date"), "time of the entry");
        var (from, to) = (whole.Published.From, (whole.Modified ?? whole.Published).To);
        if (from is null && to is null) return (UncertainDate.Unknown($"{stated}, on a page without a date"), "time of the entry");
        return (UncertainDate.Between(from > to ? to : from, to ?? from, from == to ? DateGrain.Day : DateGrain.Unknown, $"{stated}, reckoned from the page's date", DateAnchor.Published), "time of the entry");
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private readonly record struct Update(string Headline, string Beginning, UncertainDate Published);
}
