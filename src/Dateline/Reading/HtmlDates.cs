using System.Globalization;

namespace Dateline.Reading;

/// <summary>When an HTML page was published and changed, each date from the surest place that states it, and as written there.</summary>
internal static class HtmlDates
{
    private const int Above = 6;           // lines above the headline in which a visible date may be the article's
    private const int Below = 12;          // and below it
    private const int FirstProse = 1;      // sentences of the story above a line with its date
    private const int StampWords = 12;     // of a line that is a date and little else
    private const int LabelledWords = 16;  // of a line "Last modified on 3 March 2031, at 19:23" anywhere on the page
    private const int MostItems = 1000;    // elements with microdata that are looked at
    private const int EastmostShift = 14;  // hours that a zone can be off UTC
    private const int WestmostShift = -11;

    private static readonly string[] PublishedKeys =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished", "date.published", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate", "publication_date",
        "pubdate", "publisheddate", "published", "article.published", "article_date_original", "originalpublicationdate", "dcsext.articlefirstpublished", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "vr:published_time", "og:pubdate", "rnews:datepublished", "bt:pubdate", "published_at", "published-date", "analytics-publication-date", "citation_publication_date", "iso-8601-publish-date",
    ];

    // systems fill these with the time of creation, or of the last change
    private static readonly string[] VagueKeys = ["dc.date.issued", "dcterms.issued", "date", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created", "article.created", "datecreated", "created", "last-published", "timestamp"];

    private static readonly string[] ModifiedKeys = ["article:modified_time", "og:modified_time", "og:updated_time", "article:modified", "datemodified", "lastmod", "last-modified", "last-updated", "dcterms.modified", "dc.date.modified", "article.updated", "revised", "cxenseparse:recs:modifiedtime"];

    public static Dates Of(PreparedPage page, string? url, string? country)
    {
        var facts = page.Facts!;
        var visible = Visible(page, country);
        var modified = Modified(page, country) ?? visible.Find(v => v.Kind == DateKind.Modified);
        var changed = modified is null ? null : modified.Stamp.ToDate(Dates.Stated(modified.Written));
        if (Published(page, visible, url ?? facts.Canonical, country) is { } found) return new Dates(found.Stamp.ToDate(Dates.Stated(found.Written)), found.Basis, changed, modified?.Basis);
        if ((visible.Find(v => v.Kind == DateKind.Modified) ?? Agreed(page, DateKind.Modified, country)) is { } update)
        {
            var published = update.Stamp.ToDate($"the time of the last update, the only one stated on the page: {Dates.Stated(update.Written)}");
            return new Dates(published, $"{update.Basis}, updated", changed ?? update.Stamp.ToDate(Dates.Stated(update.Written)), modified?.Basis ?? update.Basis);
        }

        return modified is null ? Dates.None : new Dates(UncertainDate.Unknown("only a time of modification is stated"), "none", changed, modified.Basis);
    }

    private static Found? Published(PreparedPage page, List<Found> visible, string? url, string? country)
    {
        var facts = page.Facts!;
        var near = visible.Find(v => v.Kind != DateKind.Modified && v.IsNear);
        var stated = Stated(page, country);
        if (stated.Count > 0)
        {
            if (near is null) return stated[0];
            if (Local(stated[0], near) is { } local) return local;
            // sources that differ: the one that readers see
            return near.Stamp.Day != stated[0].Stamp.Day && stated.Find(s => s.Stamp.Day == near.Stamp.Day) is { } seen ? seen with { Basis = $"{seen.Basis}, {near.Basis}" } : stated[0];
        }

        if (near is not null) return near;
        foreach (var key in VagueKeys)
        {
            if (facts.First(key) is { } value && Stamp(value, country) is { } stamp) return new Found(stamp, value, $"meta {key}");
        }

        var isChanged = visible.Exists(v => v.Kind == DateKind.Modified && v.IsNear);
        if (!isChanged && visible.Find(v => v.Kind != DateKind.Modified) is { } far) return far;
        if (Agreed(page, DateKind.Published, country) is { } labelled) return labelled;
        if (visible.Count == 0 && Agreed(page, DateKind.Bare, country) is { } only) return only;
        if (NearestTime(page, country) is { } time) return time;
        foreach (var article in facts.Articles)
        {
            if (Stamp(article.Published, country) is { } stamp) return new Found(stamp, article.Published!, $"json-ld {article.Type} datePublished");
        }

        return FromUrl(url);
    }

    /// <summary>What the page's scripts, head and microdata state as the time of publication, the surest first.</summary>
    private static List<Found> Stated(PreparedPage page, string? country)
    {
        var facts = page.Facts!;
        var found = new List<Found>();
        foreach (var article in facts.Articles)
        {
            if (article.Type is not ("WebPage" or "VideoObject" or "Blog" or "CreativeWork" or "Review") && Stamp(article.Published, country) is { } stamp) found.Add(new Found(stamp, article.Published!, "json-ld datePublished"));
            if (found.Count > 0) break; // the others are articles that the page links to
        }

        foreach (var key in PublishedKeys)
        {
            if (facts.First(key) is { } value && Stamp(value, country) is { } stamp) found.Add(new Found(stamp, value, $"meta {key}"));
        }

        found.AddRange(Marked(page, country));
        return found;
    }

    /// <summary>Microdata; where the page's teasers have it too, what stands beside the headline.</summary>
    private static List<Found> Marked(PreparedPage page, string? country)
    {
        var found = new List<(int Node, Found Found)>();
        foreach (var (name, value, node) in page.Facts!.Items.Take(MostItems))
        {
            if (name is not ("datePublished" or "dateCreated") || HtmlFacts.IsForeign(page.Tree!, node)) continue;
            var written = value ?? HtmlFacts.TextOf(page.Tree!, node);
            if (Stamp(written, country) is { } stamp) found.Add((node, new Found(stamp, written, $"microdata {name}")));
        }

        if (found.Select(f => f.Found.Stamp.Day).Distinct().Count() > 1 && page.Title >= 0)
        {
            var first = page.Lines[Math.Max(0, page.Title - Above)].Place!.Block;
            var last = page.Lines[Math.Min(page.Lines.Count - 1, page.Title + Below)].Place!.Block;
            found.RemoveAll(f => f.Node < first || f.Node > last);
        }

        return found.ConvertAll(f => f.Found);
    }

    /// <summary>The moment that a script gives in UTC and the by-line in local time: the same minute, with the zone that lies between them.</summary>
    private static Found? Local(Found stated, Found near)
    {
        if (stated.Stamp is not { Time: { } utc, Offset: { } zero } || zero != TimeSpan.Zero || near.Stamp is not { Time: { } local, Offset: null }) return null;
        var shift = near.Stamp.Day.ToDateTime(new TimeOnly(local.Hour, local.Minute)) - stated.Stamp.Day.ToDateTime(new TimeOnly(utc.Hour, utc.Minute));
        if (shift == TimeSpan.Zero || shift > TimeSpan.FromHours(EastmostShift) || shift < TimeSpan.FromHours(WestmostShift) || shift.Minutes % 15 != 0) return null;
        return new Found(near.Stamp with { Time = new TimeOnly(local.Hour, local.Minute, utc.Second), Offset = shift }, stated.Written, $"{stated.Basis}, in the zone of the {near.Basis}");
    }

    /// <summary>The dates that the page shows as its own, beside the headline and in further by-lines, the likeliest first.</summary>
    private static List<Found> Visible(PreparedPage page, string? country)
    {
        var lines = page.Lines;
        var title = page.Title >= 0 ? page.Title : Math.Max(0, lines.FindIndex(l => l.Score >= Roles.Kept) - 1);
        var end = lines.FindLastIndex(l => l.Score >= Roles.Kept);
        var found = new List<Found>();
        if (page.Title >= 0 && DateLabels.Of(lines[title].Text, country) is [{ Stamp: var own }, ..] && own.Span.Start == 0 && own.Time is null) found.Add(new Found(own, own.Span.Slice(lines[title].Text), "headline") { IsNear = true });
        for (var i = title + 1; i < Math.Min(lines.Count, title + Below); i++) Add(i, l => l.Role == BlockRole.Byline);
        for (var i = title - 1; i >= Math.Max(0, title - Above); i--) Add(i, l => l.Role == BlockRole.Byline);
        // a short line that is a date and little else: "Dec 18, 2031 5 min read"
        var prose = 0;
        for (var i = title + 1; i < Math.Min(lines.Count, title + Below) && prose <= FirstProse; i++)
        {
            if (IsStory(lines[i])) prose++;
            Add(i, l => l.Role != BlockRole.Byline && (l.Score < Roles.Kept || l.Measure.Words <= 3) && l.Measure.Words <= StampWords);
        }

        for (var i = title - 1; i >= Math.Max(0, title - Above); i--) Add(i, l => l.Role != BlockRole.Byline && l.Score < Roles.Kept && l.Measure.Words <= StampWords);
        for (var i = title + Below; i < Math.Min(lines.Count, end + Above); i++) Add(i, l => l.Role is BlockRole.Byline or BlockRole.Dateline);
        return found;

        void Add(int i, Func<Line, bool> fits)
        {
            if (!fits(lines[i]) || (lines[i].Place!.Own & ClassMarks.Comment) != 0) return;
            foreach (var (stamp, kind) in DateLabels.Of(lines[i].Text, country))
            {
                if (kind != DateKind.Other) found.Add(new Found(stamp, stamp.Span.Slice(lines[i].Text), lines[i].Role == BlockRole.Byline ? "byline" : "line beside the headline") { Kind = kind, IsNear = i < title + Below });
            }
        }
    }

    /// <summary>The date of lines anywhere on the page that say what it is, or are that date and little else: where all such lines agree, they speak of the page.</summary>
    private static Found? Agreed(PreparedPage page, DateKind wanted, string? country)
    {
        Found? only = null;
        foreach (var line in page.Lines)
        {
            var bare = wanted == DateKind.Bare;
            if (line.Measure.Words > (bare ? StampWords : LabelledWords) || line.Measure.Digits < 3 || (bare && (line.Score >= Roles.Kept || line.Is(LineMarks.Prose | LineMarks.Caption | LineMarks.Notice))) || (line.Place!.Own & ClassMarks.Comment) != 0) continue;
            foreach (var (stamp, kind) in DateLabels.Of(line.Text, country))
            {
                if (kind != wanted) continue;
                if (only is not null && only.Stamp.Day != stamp.Day) return null;
                only ??= new Found(stamp, stamp.Span.Slice(line.Text), bare ? "the only date line" : "labelled line") { Kind = kind };
            }
        }

        return only;
    }

    private static bool IsStory(Line line) => line.Score >= Roles.Kept && line.Is(LineMarks.Prose);

    /// <summary>The time element that stands nearest to the headline.</summary>
    private static Found? NearestTime(PreparedPage page, string? country)
    {
        var title = page.Title >= 0 ? page.Lines[page.Title].Place!.Block : 0;
        foreach (var (value, node) in page.Facts!.Times.OrderBy(t => Math.Abs(t.Node - title)).ThenBy(t => t.Node))
        {
            if (!HtmlFacts.IsForeign(page.Tree!, node) && Stamp(value, country) is { } stamp) return new Found(stamp, value, "time element");
        }

        return null;
    }

    private static Found? Modified(PreparedPage page, string? country)
    {
        var facts = page.Facts!;
        foreach (var article in facts.Articles)
        {
            if (article.Type is not ("WebPage" or "VideoObject") && Stamp(article.Modified, country) is { } stamp) return new Found(stamp, article.Modified!, "json-ld dateModified");
        }

        foreach (var key in ModifiedKeys)
        {
            if (facts.First(key) is { } value && Stamp(value, country) is { } stamp) return new Found(stamp, value, $"meta {key}");
        }

        foreach (var (name, value, node) in facts.Items.Take(MostItems))
        {
            if (name == "dateModified" && !HtmlFacts.IsForeign(page.Tree!, node) && (value ?? HtmlFacts.TextOf(page.Tree!, node)) is { } written && Stamp(written, country) is { } stamp) return new Found(stamp, written, "microdata dateModified");
        }

        return null;
    }

    private static DateStamp? Stamp(string? value, string? country)
    {
        if (value is null) return null;
        if (DateStamp.Find(value, country) is { } stamp) return stamp;
        if (value.Length is not (10 or 13) || !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)) return Packed(value);
        var moment = value.Length == 13 ? DateTimeOffset.FromUnixTimeMilliseconds(ticks) : DateTimeOffset.FromUnixTimeSeconds(ticks);
        return new DateStamp(new TextSpan(0, value.Length), DateOnly.FromDateTime(moment.DateTime), TimeOnly.FromDateTime(moment.DateTime), TimeSpan.Zero, false);
    }

    /// <summary>20231222 and 20231222T1015.</summary>
    private static DateStamp? Packed(string value) =>
        value.Length >= 8 && DateOnly.TryParseExact(value.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1980 and <= 2100
            ? new DateStamp(new TextSpan(0, 8), day, null, null, false)
            : null;

    /// <summary>/2023/12/22/, /2023-12-22-, /20231222/.</summary>
    private static Found? FromUrl(string? url)
    {
        if (url is null) return null;
        for (var i = url.IndexOf('/', StringComparison.Ordinal); i >= 0 && i < url.Length; i = url.IndexOf('/', i + 1))
        {
            var rest = url.AsSpan(i + 1);
            if (rest.Length < 8 || !rest[..4].ContainsAnyInRange('0', '9')) continue;
            foreach (var form in (ReadOnlySpan<string>)["yyyy/MM/dd", "yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d"])
            {
                if (rest.Length >= form.Length && (rest.Length == form.Length || !char.IsAsciiDigit(rest[form.Length])) && DateOnly.TryParseExact(rest[..form.Length], form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1980 and <= 2100)
                {
                    return new Found(new DateStamp(new TextSpan(i + 1, i + 1 + form.Length), day, null, null, false), rest[..form.Length].ToString(), "url");
                }
            }
        }

        return null;
    }

    private sealed record Found(DateStamp Stamp, string Written, string Basis)
    {
        public DateKind Kind { get; init; }

        public bool IsNear { get; init; }
    }
}
