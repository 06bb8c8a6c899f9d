using System.Collections.Immutable;
using System.Globalization;
using Dateline.Tracks;

namespace Dateline;

/// <summary>On how many independent roots a story or a track rests, as far as the captured pages show, with the reasons.</summary>
/// <param name="AtLeast">The smallest number of them that the pages allow.</param>
/// <param name="Reasons">One for each root, that of most pages first; words a person can check.</param>
public sealed record OriginCount(int AtLeast, int AtMost, ImmutableArray<string> Reasons)
{
    /// <summary>At most: every root of its pages. At least: the fewest of these on which all of its pages can rest. A page that rests on none of them counts for itself.</summary>
    /// <param name="origins">At least those of the story's pages.</param>
    public static OriginCount Of(Story story, IEnumerable<Origin> origins)
    {
        ArgumentNullException.ThrowIfNull(story);
        var roots = RootsOf(story.Articles, origins);
        var alone = Alone(story.Articles, roots);
        return new OriginCount(Fewest([.. roots.Select(r => r.Pages)]) + alone, roots.Count + alone, [.. roots.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Origin.Name} on {r.Pages.Count} {(r.Pages.Count == 1 ? "page" : "pages")}: {r.Origin.Reason}"))]);
    }

    /// <summary>The smallest number alone.</summary>
    /// <param name="origins">At least those of the pages.</param>
    public static int Least(IReadOnlyCollection<ArticleId> articles, IEnumerable<Origin> origins)
    {
        var roots = RootsOf(articles, origins);
        return Fewest([.. roots.Select(r => r.Pages)]) + Alone(articles, roots);
    }

    /// <summary>How many pages rest on none of the roots.</summary>
    private static int Alone(IEnumerable<ArticleId> articles, List<(Origin Origin, List<ArticleId> Pages)> roots) => articles.Except(roots.SelectMany(r => r.Pages)).Count();

    private static List<(Origin Origin, List<ArticleId> Pages)> RootsOf(IEnumerable<ArticleId> articles, IEnumerable<Origin> origins)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(origins);
        var pages = articles.ToHashSet();
        return [.. origins.Select(o => (Origin: o, Pages: o.Articles.Where(pages.Contains).ToList())).Where(r => r.Pages.Count > 0)
            .OrderByDescending(r => r.Pages.Count).ThenBy(r => r.Origin.Name, StringComparer.Ordinal)];
    }

    /// <summary>The fewest roots on which all pages can rest: the one of most pages first, then the one of most pages that are left, since a page that rests on two may rest on the one that others need anyway.</summary>
    /// <param name="roots">The pages of each root, none twice in one.</param>
    private static int Fewest(List<List<ArticleId>> roots)
    {
        var of = roots.SelectMany((pages, root) => pages.Select(page => (Page: page, Root: root))).ToLookup(p => p.Page, p => p.Root);
        var open = roots.Select(r => r.Count).ToArray();
        var covered = new HashSet<ArticleId>();
        for (var needed = 0; ; needed++)
        {
            var best = -1;
            for (var i = 0; i < open.Length; i++) if (open[i] > 0 && (best < 0 || open[i] > open[best])) best = i;
            if (best < 0) return needed;
            foreach (var page in roots[best])
            {
                if (!covered.Add(page)) continue;
                foreach (var root in of[page]) open[root]--;
            }
        }
    }

    /// <summary>The same for each answer of a track, in the order in which the answers came.</summary>
    public static ImmutableArray<AnswerCount> OfAnswers(Track track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return [.. track.Entries.GroupBy(e => e.Value, StringComparer.OrdinalIgnoreCase).Select(g => (g.First().Value, Entries: g.Count(), Roots: Roots.Count([.. g]))).Select(a => new AnswerCount(a.Value, a.Entries, a.Roots.AtLeast, a.Roots.AtMost))];
    }

    /// <summary>At most: each source that is named, and each root that speaks in its own voice or for sources without a name. At least: the named ones, since the others may rest on them.</summary>
    public static OriginCount Of(Track track, IEnumerable<Origin> origins)
    {
        ArgumentNullException.ThrowIfNull(track);
        var names = origins.ToDictionary(o => o.Id, o => o.Name);
        var sources = track.Entries.GroupBy(e => Roots.SourceOf(e)).Select(g => (g.Key, Entries: g.Count(), Pages: g.Select(e => e.Article).Distinct().Count(), g.First().Origin))
            .OrderByDescending(s => s.Key.IsNamed).ThenByDescending(s => s.Pages).ThenBy(s => s.Key.Name, StringComparer.Ordinal).ToList();
        var anyNamed = sources.Any(s => s.Key.IsNamed);
        return new OriginCount(track.AtLeast, track.AtMost, [.. sources.Select(s => s.Key.IsNamed
            ? string.Create(CultureInfo.InvariantCulture, $"{s.Key.Name} is named as the source on {Pages(s.Pages)}")
            : string.Create(CultureInfo.InvariantCulture, $"{(s.Origin is { } id ? names.GetValueOrDefault(id, "") : "an outlet")} in its own voice or for unnamed sources on {Pages(s.Pages)}{(anyNamed ? "; it may rest on a named source" : "")}"))]);

        static string Pages(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "page" : "pages")}");
    }
}

/// <summary>On how many independent roots one answer of a track rests.</summary>
/// <param name="Value">The answer: "absent", "~14000".</param>
/// <param name="Entries">How many entries give it.</param>
/// <param name="AtLeast">The smallest number of roots that the pages allow.</param>
public sealed record AnswerCount(string Value, int Entries, int AtLeast, int AtMost);
