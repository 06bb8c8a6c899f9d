using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Tracing;

/// <summary>On whose word each article rests. An article may rest on several roots; every article rests on at least one.</summary>
internal static class OriginFinder
{
    private const string Unnamed = "agencies";

    public static ImmutableArray<Origin> Find(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Story> stories, ImmutableArray<Copy> copies)
    {
        var articles = history.Select(h => h.Article).ToDictionary(a => a.Id);
        var story = stories.SelectMany(s => s.Articles.Select(a => (a, s.Id.Value))).ToDictionary(p => p.a, p => p.Value);
        var groups = new SortedDictionary<(int Story, string Name), Group>(Comparer<(int Story, string Name)>.Create((x, y) => x.Story != y.Story ? x.Story.CompareTo(y.Story) : string.CompareOrdinal(x.Name, y.Name)));
        Group In(Article article, string name)
        {
            var key = (story.GetValueOrDefault(article.Id), name);
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = new Group(name);
            return group;
        }

        var rests = new HashSet<ArticleId>();
        foreach (var (article, _) in history)
        {
            foreach (var agency in article.Agencies.Where(a => a != Unnamed).Order(StringComparer.Ordinal))
            {
                In(article, agency).Credit(article, CreditReader.Find(article, agency));
                rests.Add(article.Id);
            }
        }

        Inherit(copies, articles, groups, story, rests);
        foreach (var (article, _) in history)
        {
            if (rests.Contains(article.Id)) continue;
            var outlet = article.Outlet?.Value ?? article.Page;
            if (article.Agencies.Contains(Unnamed)) In(article, $"{Unnamed} ({outlet})").Own(article, "agencies credited, none named");
            else In(article, outlet).Own(article, "the outlet's own report, as far as the page shows");
        }

        var number = 0;
        return [.. groups.Values.Select(g => g.ToOrigin(new OriginId(string.Create(CultureInfo.InvariantCulture, $"o{++number}"))))];
    }

    /// <summary>An article without a named credit that shares text with one that rests on an agency rests on it too.</summary>
    private static void Inherit(ImmutableArray<Copy> copies, Dictionary<ArticleId, Article> articles, SortedDictionary<(int Story, string Name), Group> groups, Dictionary<ArticleId, int> story, HashSet<ArticleId> rests)
    {
        foreach (var (key, group) in groups)
        {
            var members = group.Members.ToHashSet();
            foreach (var copy in copies.OrderByDescending(c => c.Share).ThenBy(c => c.A.Value, StringComparer.Ordinal).ThenBy(c => c.B.Value, StringComparer.Ordinal))
            {
                if (members.Contains(copy.A) == members.Contains(copy.B)) continue;
                var heir = members.Contains(copy.A) ? copy.B : copy.A;
                if (story.GetValueOrDefault(heir) != key.Story) continue;
                var noted = articles[heir].Agencies.Contains(Unnamed);
                if (rests.Contains(heir) && !noted) continue;
                if (copy.Kind != CopyKind.NearCopy && !noted) continue;
                group.Inherit(articles[heir], articles[members.Contains(copy.A) ? copy.A : copy.B], copy);
                members.Add(heir);
                rests.Add(heir);
            }
        }
    }

    private sealed class Group(string name)
    {
        private readonly List<ArticleId> articles = [];
        private readonly List<string> reasons = [];

        public IEnumerable<ArticleId> Members => articles;

        public void Credit(Article article, string? words) => Add(article, words is null ? $"{Label(article)} credits {name}" : $"{Label(article)}: credit '{words}'");

        public void Own(Article article, string why) => Add(article, $"{Label(article)}: {why}");

        public void Inherit(Article heir, Article from, Copy copy) => Add(heir, $"{Label(heir)}: text shared with {Label(from)}, {copy.Passages.Sum(p => p.A.Length)} characters");

        public Origin ToOrigin(OriginId id) => new(id, name, [.. articles], string.Join("; ", reasons));

        private void Add(Article article, string reason)
        {
            articles.Add(article.Id);
            reasons.Add(reason);
        }

        private static string Label(Article article) => article.Outlet is { } outlet ? $"{outlet.Value} ({article.Page})" : article.Page;
    }
}
