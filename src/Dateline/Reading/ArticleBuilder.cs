namespace Dateline.Reading;

/// <summary>Lines with settled roles to an article: its blocks, and its metadata with what each rests on.</summary>
internal static class ArticleBuilder
{
    public static Article Build(Capture capture, string text, PreparedPage page, PageMetadata metadata, string? title, List<Remark> remarks)
    {
        var lines = page.Lines;
        var facts = page.Facts;
        var address = metadata.Url is { } known ? new Sourced(known, metadata.Basis ?? "given") : HtmlMetadata.Address(facts);
        var url = address?.Value;
        var outlet = metadata.Outlet is { } given ? new Sourced(given, metadata.Basis ?? "given")
            : facts is not null ? HtmlMetadata.Outlet(facts, url)
            : OutletFinder.Find(lines) ?? (Outlets.OfUrl(url) is { } host ? new Sourced(host.Name, "host of the page's address") : null);
        var country = outlet is null ? null : Outlets.Named(outlet.Value)?.Country;
        var dates = facts is not null ? HtmlDates.Of(page, url, country) : VisibleDates.Find(lines, country);
        if (metadata.Published is { } published && ArticleText.Date(published) is { IsKnown: true } date) dates = dates with { Published = date, Basis = metadata.Basis ?? "given" };
        var (authors, authorsBasis) = facts is not null ? HtmlAuthors.Find(page, outlet?.Value) : AuthorsOf(lines);
        var agencies = AgenciesOf(lines, facts);
        AgencyForms.Find(lines, authors, agencies);
        var declared = facts?.Language ?? facts?.First("og:locale", "content-language");
        var language = LanguageFinder.Find(lines, declared);
        return new Article(
            Article.IdOf(capture.Id, 0),
            capture.Id,
            capture.Page,
            text,
            [.. lines.Concat(page.All.Unread).Select(l => new Block(l.Role, new TextSpan(l.Start, l.Start + l.Text.Length), l.Why))],
            title is null ? page.TitleText : new Sourced(title, metadata.Basis ?? "given"),
            outlet,
            [.. authors],
            [.. agencies],
            PlaceOf(lines),
            dates.Published,
            dates.Basis,
            dates.Modified,
            language,
            url,
            [.. remarks])
        {
            Basis = new ArticleBasis(authors.Count > 0 ? authorsBasis : null, dates.ModifiedBasis, LanguageBasis(language, declared), address?.Basis),
        };
    }

    private static string? LanguageBasis(string? language, string? declared) =>
        language is null ? null : declared?.StartsWith(language, StringComparison.OrdinalIgnoreCase) == true ? "declared by the page, and its words do not speak against it" : "words of the story";

    private static (List<string> Names, string? Basis) AuthorsOf(List<Line> lines)
    {
        var authors = new List<string>();
        foreach (var line in lines)
        {
            if (line.Role == BlockRole.Byline) Bylines.Authors(line.Text, authors);
        }

        return (authors, authors.Count > 0 ? "byline" : null);
    }

    public static List<string> AgenciesOf(List<Line> lines, HtmlFacts? facts)
    {
        var found = new List<string>();
        foreach (var article in facts?.Articles ?? [])
        {
            foreach (var author in article.Authors)
            {
                if (Agencies.NameOf(author.Name) is { } agency && !found.Contains(agency)) found.Add(agency);
            }
        }

        foreach (var line in lines)
        {
            if (line.Role is BlockRole.Byline or BlockRole.Notice) Agencies.Find(line.Text, credit: true, found);
            else if (line.Role is BlockRole.Body or BlockRole.Standfirst) Agencies.Find(line.Text, credit: false, found);
        }

        return found;
    }

    /// <summary>The place that opens the report, or null.</summary>
    public static string? PlaceOf(List<Line> lines)
    {
        var bodies = 0;
        foreach (var line in lines)
        {
            if (line.Role == BlockRole.Dateline) return Opening.PlaceOfLine(line.Text);
            if (line.Role is not (BlockRole.Body or BlockRole.Standfirst)) continue;
            if (Opening.Place(line.Text) is { } place) return place;
            if (++bodies == 4) break;
        }

        return null;
    }
}
