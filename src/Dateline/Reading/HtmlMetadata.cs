using System.Globalization;

namespace Dateline.Reading;

/// <summary>Dates, authors, outlet and address of an HTML page, each from the surest place that states it.</summary>
internal static class HtmlMetadata
{
    private const int TitleReach = 12; // lines around the headline in which a visible date is the article's

    private static readonly string[] PublishedKeys =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished", "date.published", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate", "publication_date",
        "pubdate", "publisheddate", "published", "article.published", "article_date_original", "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "dcsext.articlefirstpublished", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "vr:published_time", "last-published", "date", "og:pubdate", "rnews:datepublished", "bt:pubdate", "published_at", "published-date", "article.created", "datecreated", "created", "analytics-publication-date", "citation_publication_date", "iso-8601-publish-date", "timestamp",
    ];

    private static readonly string[] ModifiedKeys = ["article:modified_time", "og:modified_time", "og:updated_time", "article:modified", "datemodified", "lastmod", "last-modified", "last-updated", "dcterms.modified", "dc.date.modified", "article.updated", "revised", "cxenseparse:recs:modifiedtime"];

    private static readonly string[] AuthorKeys = ["author", "article:author_name", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor", "cxenseparse:author", "article.author", "authors", "rbauthors", "og:author", "og:article:author", "article:authors", "citation_author", "shareaholic:article_author_name", "byline", "twitter:data1"];

    public static Dates Dates(PreparedPage page, string? url, string? country)
    {
        var facts = page.Facts!;
        var modified = Modified(facts, country);
        var (stamp, basis) = Published(page, facts, country);
        if (stamp is not null) return new Dates(stamp.ToDate("stated by the page"), basis, modified);
        if (FromUrl(url ?? facts.Canonical) is { } day) return new Dates(UncertainDate.On(day, "day in the page's address"), "url", modified);
        return modified is null ? Reading.Dates.None : new Dates(UncertainDate.Unknown("only a time of modification is stated"), "none", modified);
    }

    public static List<string> Authors(PreparedPage page, string? outlet)
    {
        var facts = page.Facts!;
        var found = new List<string>();
        foreach (var article in facts.Articles)
        {
            if (article.Type is "VideoObject" || found.Count > 0) continue;
            foreach (var author in article.Authors) Take(author, found, outlet, facts);
        }

        if (found.Count > 0) return found;
        foreach (var key in AuthorKeys)
        {
            foreach (var (name, value) in facts.Meta)
            {
                if (name == key && !(key == "twitter:data1" && value.Any(char.IsAsciiDigit))) Take(value, found, outlet, facts);
            }

            if (found.Count > 0) return found;
        }

        foreach (var (name, value, node) in facts.Items)
        {
            if (name is "author" or "rel-author" or "creator") Take(value ?? TextOf(page.Tree!, node), found, outlet, facts);
        }

        if (found.Count > 0) return found;
        // the first by-line near the headline that names somebody
        var (from, to) = Near(page);
        for (var i = from; i < to && found.Count == 0; i++)
        {
            if (page.Lines[i].Role == BlockRole.Byline) Bylines.Authors(page.Lines[i].Text, found);
        }

        return found;
    }

    public static Sourced? Outlet(HtmlFacts facts, string? url)
    {
        if (Outlets.OfUrl(url ?? facts.Canonical ?? facts.First("og:url")) is { } host) return new Sourced(host.Name, "host of the page's address");
        if (facts.First("og:site_name") is { } site) return new Sourced(Outlets.Named(site)?.Name ?? site, "og:site_name");
        foreach (var article in facts.Articles)
        {
            if (article.Publisher is { } publisher) return new Sourced(Outlets.Named(publisher)?.Name ?? publisher, "json-ld publisher");
        }

        return facts.First("application-name", "dc.publisher", "publisher") is { } name ? new Sourced(Outlets.Named(name)?.Name ?? name, "meta") : null;
    }

    /// <summary>The words of an element, white space collapsed; at most a line of them.</summary>
    private static string TextOf(HtmlPage tree, int node)
    {
        var text = new System.Text.StringBuilder();
        for (var i = node + 1; i < tree.Nodes[node].Last && text.Length < 300; i++)
        {
            var inner = tree.Nodes[i];
            if (inner.IsText) HtmlText.Append(text, tree.Source.AsSpan(inner.Start, Math.Min(300, inner.End - inner.Start)));
            else if (HtmlTags.IsHidden(inner.Tag)) i = Math.Max(i, inner.Last - 1);
            else if (HtmlTags.IsBlock(inner.Tag)) text.Append(" | ");
        }

        return HtmlFacts.Words(text.ToString());
    }

    private static void Take(string author, List<string> found, string? outlet, HtmlFacts facts)
    {
        if (author.Contains("://", StringComparison.Ordinal) || author.Length > 300) return;
        var names = new List<string>();
        Bylines.Authors(author, names);
        foreach (var name in names)
        {
            if (outlet is not null && name.Equals(outlet, StringComparison.OrdinalIgnoreCase)) continue;
            if (facts.First("og:site_name") is { } site && name.Equals(site, StringComparison.OrdinalIgnoreCase)) continue;
            if (facts.Articles.Any(a => a.Publisher is { } publisher && publisher.Equals(name, StringComparison.OrdinalIgnoreCase))) continue;
            if (!found.Contains(name, StringComparer.OrdinalIgnoreCase)) found.Add(name);
        }
    }

    private static (DateStamp? Stamp, string Basis) Published(PreparedPage page, HtmlFacts facts, string? country)
    {
        foreach (var article in facts.Articles)
        {
            if (article.Type is not ("WebPage" or "VideoObject" or "Blog" or "CreativeWork") && Stamp(article.Published, country) is { } stated) return (stated, "json-ld datePublished");
        }

        foreach (var key in PublishedKeys)
        {
            if (facts.First(key) is { } value && Stamp(value, country) is { } stated) return (stated, $"meta {key}");
        }

        foreach (var (name, value, node) in facts.Items)
        {
            if (name is "datePublished" or "dateCreated" && Stamp(value ?? TextOf(page.Tree!, node), country) is { } stated) return (stated, $"microdata {name}");
        }

        if (Visible(page, country) is { } visible) return (visible, "byline");
        if (NearestTime(page, facts, country) is { } time) return (time, "time element");
        foreach (var article in facts.Articles)
        {
            if (Stamp(article.Published, country) is { } stated) return (stated, $"json-ld {article.Type} datePublished");
        }

        return (null, "none");
    }

    /// <summary>The lines around the headline, or around the story's first where no line is the headline.</summary>
    private static (int From, int To) Near(PreparedPage page)
    {
        var at = page.Title >= 0 ? page.Title : Math.Max(0, page.Lines.FindIndex(l => l.Score >= Roles.Kept));
        return (Math.Max(0, at - TitleReach / 2), Math.Min(page.Lines.Count, at + TitleReach));
    }

    private static DateStamp? Visible(PreparedPage page, string? country)
    {
        var (from, to) = Near(page);
        for (var i = from; i < to; i++)
        {
            var line = page.Lines[i];
            if (line.Role == BlockRole.Byline && !VisibleDates.IsUpdate(line.Text) && DateStamp.Find(line.Text, country) is { } stamp) return stamp;
        }

        foreach (var line in page.Lines)
        {
            if (line.Role is BlockRole.Byline or BlockRole.Dateline && !VisibleDates.IsUpdate(line.Text) && DateStamp.Find(line.Text, country) is { } stamp) return stamp;
        }

        // a short line beside the headline that is a date and little else: "Dec 18, 2031 5 min read"
        for (var i = from; i < to; i++)
        {
            if (page.Lines[i].Measure.Words <= TitleReach && i != page.Title && page.Lines[i].Score < Roles.Kept && !VisibleDates.IsUpdate(page.Lines[i].Text) && DateStamp.Find(page.Lines[i].Text, country) is { } stamp) return stamp;
        }

        return null;
    }

    /// <summary>The time element that stands nearest to the headline.</summary>
    private static DateStamp? NearestTime(PreparedPage page, HtmlFacts facts, string? country)
    {
        var title = page.Title >= 0 ? page.Lines[page.Title].Place!.Block : 0;
        foreach (var (value, node) in facts.Times.OrderBy(t => Math.Abs(t.Node - title)).ThenBy(t => t.Node))
        {
            if (Stamp(value, country) is { } stamp) return stamp;
        }

        return null;
    }

    private static UncertainDate? Modified(HtmlFacts facts, string? country)
    {
        foreach (var article in facts.Articles)
        {
            if (article.Type is not ("WebPage" or "VideoObject") && Stamp(article.Modified, country) is { } stated) return stated.ToDate("json-ld dateModified");
        }

        foreach (var key in ModifiedKeys)
        {
            if (facts.First(key) is { } value && Stamp(value, country) is { } stated) return stated.ToDate($"meta {key}");
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
    private static DateOnly? FromUrl(string? url)
    {
        if (url is null) return null;
        for (var i = url.IndexOf('/', StringComparison.Ordinal); i >= 0 && i < url.Length; i = url.IndexOf('/', i + 1))
        {
            var rest = url.AsSpan(i + 1);
            if (rest.Length < 8 || !rest[..4].ContainsAnyInRange('0', '9')) continue;
            foreach (var form in (ReadOnlySpan<string>)["yyyy/MM/dd", "yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d"])
            {
                if (rest.Length >= form.Length && (rest.Length == form.Length || !char.IsAsciiDigit(rest[form.Length])) && DateOnly.TryParseExact(rest[..form.Length], form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1980 and <= 2100) return day;
            }
        }

        return null;
    }
}
