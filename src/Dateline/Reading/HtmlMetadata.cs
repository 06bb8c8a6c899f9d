namespace Dateline.Reading;

/// <summary>Outlet and address of an HTML page, each from the surest place that states it.</summary>
internal static class HtmlMetadata
{
    public static Sourced? Address(HtmlFacts? facts) =>
        facts?.Canonical is { } canonical ? new Sourced(canonical, "link rel=canonical") : facts?.First("og:url") is { } url ? new Sourced(url, "og:url") : null;

    public static Sourced? Outlet(HtmlFacts facts, string? url)
    {
        if (Outlets.OfUrl(url ?? facts.Canonical ?? facts.First("og:url")) is { } host) return new Sourced(host.Name, "host of the page's address");
        if (facts.First("og:site_name") is { } site) return new Sourced(Outlets.Named(site)?.Name ?? site, "og:site_name");
        foreach (var article in facts.Articles)
        {
            if (article.Publisher is { } publisher) return new Sourced(Outlets.Named(publisher)?.Name ?? publisher, "json-ld publisher");
        }

        foreach (var key in (ReadOnlySpan<string>)["application-name", "dc.publisher", "publisher"])
        {
            if (facts.First(key) is { } name) return new Sourced(Outlets.Named(name)?.Name ?? name, $"meta {key}");
        }

        return null;
    }
}
