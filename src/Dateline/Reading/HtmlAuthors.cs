using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>Who wrote an HTML page: the by-line that readers see, else what its scripts, head and microdata name. Outlets and agencies are no authors.</summary>
internal static partial class HtmlAuthors
{
    private const int Above = 6;   // lines above the headline in which a by-line is the article's
    private const int Below = 12;  // and below it
    private const int FarBelow = 30; // where the story begins further down
    private const int LongestByline = 20; // words
    private const int Closings = 4; // lines below the story
    private const int MostItems = 1000; // elements with microdata that are looked at
    private const int MostChars = 300;

    private static readonly string[] Keys = ["author", "article:author_name", "article:author", "byl", "parsely-author", "sailthru.author", "citation_author", "dc.creator", "dcterms.creator", "dc.contributor", "cxenseparse:author", "article.author", "authors", "rbauthors", "og:author", "og:article:author", "article:authors", "shareaholic:article_author_name", "byline", "twitter:data1"];

    /// <returns>The authors and where they stand; the basis is null where there is none.</returns>
    public static (List<string> Names, string? Basis) Find(PreparedPage page, string? outlet)
    {
        var facts = page.Facts!;
        var sites = Sites(facts, outlet);
        var told = Told(facts, sites);
        var seen = Signed(page, sites);
        if (IsSurer(seen, told.Names)) return (seen, "byline");
        var found = Linked(page, sites);
        if (told.Names.Count > 0) return found.Count > told.Names.Count && told.Names.TrueForAll(t => found.Contains(t, StringComparer.OrdinalIgnoreCase)) && found.TrueForAll(f => told.Names.Contains(f, StringComparer.OrdinalIgnoreCase) || Bylines.IsPersonal(f)) ? (found, "links to authors beside the headline") : told;
        if (found.Count > 0) return (found, "microdata author");
        Unsigned(page, found, sites);
        if (found.Count == 0) Closing(page, found, sites);
        return (found, found.Count > 0 ? "byline" : null);
    }

    /// <summary>Systems name the editor who put a text in; the by-line names who signed it. Where both name the same, the system writes the name without what stands around it.</summary>
    private static bool IsSurer(List<string> seen, List<string> told)
    {
        if (seen.Count == 0 || told.Count == 0) return seen.Count > 0;
        var common = told.Count(t => seen.Exists(s => s.Contains(t, StringComparison.OrdinalIgnoreCase) || t.Contains(s, StringComparison.OrdinalIgnoreCase)));
        return common == 0
            ? Bylines.IsPersonal(seen[0]) || seen.TrueForAll(s => s.Split(' ').Length <= 3)
            : common == told.Count && seen.Count > told.Count && seen.TrueForAll(Bylines.IsPersonal);
    }

    private static (List<string> Names, string? Basis) Told(HtmlFacts facts, List<string> sites)
    {
        var found = new List<string>();
        foreach (var article in facts.Articles.OrderBy(a => a.IsArticle ? 0 : 1))
        {
            if (article.Type is "VideoObject" || found.Count > 0) continue;
            foreach (var author in article.Authors)
            {
                if (!author.IsOrganisation || Bylines.IsPersonal(author.Name)) Take(author.Name, found, sites);
            }

            if (found.Count > 0) return (found, article.IsArticle ? "json-ld author" : $"json-ld {article.Type} author");
        }

        foreach (var key in Keys)
        {
            foreach (var (name, value) in facts.Meta)
            {
                if (name == key && !(key == "twitter:data1" && value.Any(char.IsAsciiDigit))) Take(value, found, sites);
            }

            if (found.Count > 0) return (found, $"meta {key}");
        }

        return (found, null);
    }

    /// <summary>The names behind "by" beside the headline.</summary>
    private static List<string> Signed(PreparedPage page, List<string> sites)
    {
        var found = new List<string>();
        var (from, to) = Near(page, 0);
        for (var i = from; i < to && found.Count == 0; i++)
        {
            var line = page.Lines[i];
            if (line.Role is not (BlockRole.Byline or BlockRole.Boilerplate or BlockRole.Standfirst) || line.Measure.Words > LongestByline) continue;
            if (Bylines.IsLead(line.Text) && i + 1 < to && page.Lines[i + 1].Measure.Words <= Below && page.Lines[i + 1].Role == BlockRole.Byline) Take(page.Lines[i + 1].Text, found, sites);
            else if (line.Role == BlockRole.Byline && Bylines.IsSigned(line.Text)) Take(line.Text, found, sites);
            found.RemoveAll(name => !name.Contains(' ', StringComparison.Ordinal));
        }

        return found;
    }

    /// <summary>By-lines without "by": the element says that an author stands in it, or the name is a person's.</summary>
    private static void Unsigned(PreparedPage page, List<string> found, List<string> sites)
    {
        var (from, to) = Near(page, Above);
        for (var i = from; i < to && found.Count == 0; i++)
        {
            var line = page.Lines[i];
            if (line.Role != BlockRole.Byline) continue;
            Take(line.Text, found, sites);
            if (Bylines.IsSigned(line.Text) || (i > from && Bylines.IsLead(page.Lines[i - 1].Text))) continue;
            var isMarked = ((line.Place!.Own | line.Place.Near) & ClassMarks.Byline) != 0 && (line.Place.Own & ClassMarks.Tags) == 0;
            found.RemoveAll(name => !Bylines.IsPersonal(name) && !((isMarked || Bylines.StandsByDate(line.Text, name)) && name.Contains(' ', StringComparison.Ordinal)));
        }
    }

    /// <summary>The name behind "by" under the story's last line.</summary>
    private static void Closing(PreparedPage page, List<string> found, List<string> sites)
    {
        var last = page.Lines.FindLastIndex(l => l.Score >= Roles.Kept && l.Role is BlockRole.Body);
        for (var i = last + 1; last >= 0 && i < Math.Min(page.Lines.Count, last + Closings) && found.Count == 0; i++)
        {
            if (page.Lines[i].Role == BlockRole.Byline && Bylines.IsSigned(page.Lines[i].Text)) Take(page.Lines[i].Text, found, sites);
        }
    }

    /// <summary>What links and microdata call the author: beside the headline, else within the story or at its foot where all name the same.</summary>
    private static List<string> Linked(PreparedPage page, List<string> sites)
    {
        var (from, to) = Near(page, Above);
        var (first, last) = page.Lines.Count == 0 ? (0, 0) : (page.Lines[from].Place!.Block, page.Lines[to - 1].Place!.Block);
        var (near, far) = (new List<string>(), new List<string>());
        foreach (var (name, value, node) in page.Facts!.Items.Take(MostItems))
        {
            if (name is not ("author" or "rel-author" or "creator") || HtmlFacts.IsForeign(page.Tree!, node)) continue;
            var text = value ?? HtmlFacts.TextOf(page.Tree!, node);
            Take(text.Contains(' ', StringComparison.Ordinal) ? text : $"by {text}", node >= first && node <= last ? near : far, sites); // a lone word may be a login name
        }

        return near.Count > 0 ? near : far.Count == 1 ? far : [];
    }

    /// <summary>The lines around the headline, or around the story's first where no line is the headline.</summary>
    private static (int From, int To) Near(PreparedPage page, int above)
    {
        var at = page.Title >= 0 ? page.Title : Math.Max(0, page.Lines.FindIndex(l => l.Score >= Roles.Kept) - 1);
        var prose = page.Lines.FindIndex(at, l => l.Score >= Roles.Kept && l.Is(LineMarks.Prose));
        return (Math.Max(0, at - above), Math.Min(page.Lines.Count, Math.Clamp(prose + 1, at + Below, at + FarBelow)));
    }

    /// <summary>Under which names the page's publisher goes, letters alone.</summary>
    private static List<string> Sites(HtmlFacts facts, string? outlet)
    {
        var sites = new List<string>();
        foreach (var name in (string?[])[outlet, facts.First("og:site_name"), facts.First("application-name"), .. facts.Articles.Select(a => a.Publisher)])
        {
            if (name is not null && Letters(name) is { Length: > 1 } site && !sites.Contains(site)) sites.Add(site);
        }

        return sites;
    }

    private static string Letters(string name)
    {
        return string.Concat(DomainPattern().Replace(SectionPattern().Replace(name.Trim(), ""), "").Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    private static void Take(string author, List<string> found, List<string> sites)
    {
        if (author.Contains("://", StringComparison.Ordinal) || author.Length > MostChars || IsSite(Bylines.Clean(author), sites)) return;
        var names = new List<string>();
        Bylines.Authors(WithoutSite(author, sites), names);
        foreach (var name in names)
        {
            if (found.Count > 0 && sites.Contains(Letters(name.Split(' ')[0]))) continue; // "Ann Lee, Courier North"
            if (!IsSite(name, sites) && !found.Contains(name, StringComparer.OrdinalIgnoreCase)) found.Add(name);
        }
    }

    /// <summary>The outlet's own name, in whole or with "Online", "News" or the like; but a person's page may go under the person's name.</summary>
    private static bool IsSite(string name, List<string> sites)
    {
        if (Bylines.IsPersonal(name)) return false;
        var letters = Letters(name);
        return sites.Exists(s => s == letters || (name.All(char.IsAsciiLetterUpper) && s.StartsWith(letters, StringComparison.Ordinal)));
    }

    /// <summary>"Ann Lee Orlan Courier" without the outlet behind the name.</summary>
    private static string WithoutSite(string author, List<string> sites)
    {
        var words = author.Split(' ');
        for (var at = 2; at < words.Length && !Bylines.IsDesk(author); at++)
        {
            if (sites.Contains(Letters(string.Join(' ', words[at..])))) return string.Join(' ', words[..at]);
        }

        return author;
    }

    [GeneratedRegex(@"(?<=\w\s)(?:online|news|digital|web|tv|media|radio|newsroom)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex SectionPattern();

    [GeneratedRegex(@"^(?:https?://)?(?:www\.)?|\.[a-z]{2,4}(?:\.[a-z]{2})?/?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex DomainPattern();
}
