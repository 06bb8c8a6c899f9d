using System.Text.Json;

namespace Dateline.Quality;

/// <summary>Line roles and metadata of a story's pages against gold.</summary>
internal static class PageScore
{
    private static readonly HashSet<string> StoryRoles = ["headline", "standfirst", "body", "pullquote", "subhead"];
    private static readonly HashSet<string> DroppedRoles = ["boilerplate", "related", "other-story"];

    public static IEnumerable<Figure> Figures(StorySet set)
    {
        int right = 0, wrong = 0, missed = 0, roles = 0, lines = 0, titles = 0, outlets = 0, authors = 0, agencies = 0, dates = 0;
        foreach (var gold in set.PageGold)
        {
            var articles = set.Ledger.Articles.Select(a => a.Article).Where(a => a.Page == gold.Text("page")).ToList();
            var blocks = articles.SelectMany(a => a.Blocks.Select(b => (Role: Exchange.Json.Name(b.Role), Key: Folding.Key(b.Span.Slice(a.Text))))).ToList();
            var body = blocks.Where(b => StoryRoles.Contains(b.Role) && b.Key.Length > 0).Select(b => b.Key).Distinct().ToList();
            foreach (var line in gold.Items("lines"))
            {
                var (key, role) = (Folding.Key(line.Text("text")), line.Text("role")!);
                var inside = key.Length > 0 && body.Any(b => (b.Contains(key, StringComparison.Ordinal) && key.Length > 0.5 * b.Length) || (key.Contains(b, StringComparison.Ordinal) && b.Length > 0.5 * key.Length));
                var wanted = StoryRoles.Contains(role);
                if (inside && wanted) right++;
                if (inside && !wanted) wrong++;
                if (!inside && wanted) missed++;
                lines++;
                var got = blocks.Where(b => b.Key == key).Select(b => b.Role).ToList();
                if (got.Contains(role) || (got.Count == 0 && DroppedRoles.Contains(role))) roles++;
            }

            var first = articles.FirstOrDefault();
            if (Folding.Key(first?.Title?.Value) == Folding.Key(gold.Text("title"))) titles++;
            if (Folding.Key(first?.Outlet?.Value) == Folding.Key(gold.Text("outlet"))) outlets++;
            if (gold.Texts("authors").Select(Folding.Key).ToHashSet().SetEquals(first?.Authors.Select(Folding.Key) ?? [])) authors++;
            if (gold.Texts("agencies").All(a => first?.Agencies.Contains(a) == true)) agencies++;
            if (first?.Published.FromIso is { } from && Lies(from, first.Published.ToIso, gold.GetProperty("published"))) dates++;
        }

        yield return Figure.Share("pages.text_precision", right, right + wrong);
        yield return Figure.Share("pages.text_recall", right, right + missed);
        yield return Figure.Share("pages.roles", roles, lines);
        yield return Figure.Share("pages.title", titles, set.PageGold.Count);
        yield return Figure.Share("pages.outlet", outlets, set.PageGold.Count);
        yield return Figure.Share("pages.authors", authors, set.PageGold.Count);
        yield return Figure.Share("pages.agencies", agencies, set.PageGold.Count);
        yield return Figure.Share("pages.published", dates, set.PageGold.Count);
    }

    private static bool Lies(string from, string? to, JsonElement gold) =>
        string.CompareOrdinal(from[..10], gold.Text("from")![..10]) >= 0 && to is not null && string.CompareOrdinal(to[..10], gold.Text("to")![..10]) <= 0;
}
