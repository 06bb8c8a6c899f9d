using System.Collections.Immutable;

namespace Dateline.Reading;

/// <summary>Lines with settled roles to an article: its blocks, and its metadata with what each rests on.</summary>
internal static class ArticleBuilder
{
    public static Article Build(Capture capture, string text, PreparedPage page, PageMetadata metadata, string? title, List<Remark> remarks)
    {
        var lines = page.Lines;
        var outlet = metadata.Outlet is { } given ? new Sourced(given, metadata.Basis ?? "given")
            : OutletFinder.Find(lines) ?? (Outlets.OfUrl(metadata.Url) is { } host ? new Sourced(host.Name, "url") : null);
        var country = outlet is null ? null : Outlets.Named(outlet.Value)?.Country;
        var dates = VisibleDates.Find(lines, country);
        if (metadata.Published is { } published && ArticleText.Date(published) is { IsKnown: true } date) dates = dates with { Published = date, Basis = metadata.Basis ?? "given" };
        var authors = new List<string>();
        foreach (var line in lines)
        {
            if (line.Role == BlockRole.Byline) Bylines.Authors(line.Text, authors);
        }

        return new Article(
            Article.IdOf(capture.Id, 0),
            capture.Id,
            capture.Page,
            text,
            [.. lines.Select(l => new Block(l.Role, new TextSpan(l.Start, l.Start + l.Text.Length), l.Why))],
            title is null ? page.TitleText : new Sourced(title, metadata.Basis ?? "given"),
            outlet,
            [.. authors],
            AgenciesOf(lines),
            PlaceOf(lines),
            dates.Published,
            dates.Basis,
            dates.Modified,
            null,
            metadata.Url,
            [.. remarks]);
    }

    private static ImmutableArray<string> AgenciesOf(List<Line> lines)
    {
        var found = new List<string>();
        foreach (var line in lines)
        {
            if (line.Role is BlockRole.Byline or BlockRole.Notice) Agencies.Find(line.Text, credit: true, found);
            else if (line.Role is BlockRole.Body or BlockRole.Standfirst) Agencies.Find(line.Text, credit: false, found);
        }

        return [.. found];
    }

    private static string? PlaceOf(List<Line> lines)
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
