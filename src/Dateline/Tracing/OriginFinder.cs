using System.Collections.Immutable;
using System.Globalization;
using Dateline.Reading;

namespace Dateline.Tracing;

/// <summary>On whose word each article rests, story by story. An article may rest on several roots; every article rests on at least one.</summary>
internal static class OriginFinder
{
    private const string Unnamed = "agencies";

    /// <summary>Agencies first, then outlets, then media that statements name; each by name.</summary>
    public static ImmutableArray<Origin> Find(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Story> stories, ImmutableArray<Copy> copies)
    {
        var story = stories.SelectMany(s => s.Articles.Select(a => (a, s.Id.Value))).ToDictionary(p => p.a, p => p.Value);
        var articles = history.GroupBy(h => story.GetValueOrDefault(h.Article.Id)).OrderBy(g => g.Key);
        var near = copies.OrderByDescending(c => c.Share).ThenBy(c => c.A.Value, StringComparer.Ordinal).ThenBy(c => c.B.Value, StringComparer.Ordinal).ToList();
        var groups = articles.SelectMany(g => new StoryOrigins([.. g], near).Find());
        return [.. groups.Select((g, at) => g.ToOrigin(new OriginId(string.Create(CultureInfo.InvariantCulture, $"o{at + 1}"))))];
    }

    /// <summary>The roots of one story's articles.</summary>
    private sealed class StoryOrigins
    {
        private readonly List<AnnotatedArticle> members;
        private readonly Dictionary<ArticleId, Article> byId;
        private readonly List<Copy> copies;
        private readonly SortedDictionary<string, OriginGroup> agencies = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, OriginGroup> outlets = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, OriginGroup> media = new(StringComparer.Ordinal);
        private readonly HashSet<ArticleId> carried = []; // articles whose text is another's

        public StoryOrigins(List<AnnotatedArticle> members, List<Copy> copies)
        {
            this.members = members;
            byId = members.ToDictionary(m => m.Article.Id, m => m.Article);
            this.copies = [.. copies.Where(c => byId.ContainsKey(c.A) && byId.ContainsKey(c.B))];
        }

        public IEnumerable<OriginGroup> Find()
        {
            foreach (var (article, _) in members)
                foreach (var agency in article.Agencies.Where(a => a != Unnamed).Order(StringComparer.Ordinal)) In(agencies, FullName(agency)).Credit(article, CreditReader.Find(article, agency));
            foreach (var group in agencies.Values) Inherit(group);
            foreach (var (article, _) in members) OwnReport(article);
            foreach (var group in outlets.Values) Carry(group);
            Media();
            foreach (var group in agencies.Values) group.Together(copies, byId);
            return agencies.Values.Concat(outlets.Values).Concat(media.Values);
        }

        /// <summary>"NPA" on one page is the "Norland Press Agency" of another.</summary>
        private string FullName(string agency) =>
            members.SelectMany(m => m.Article.Agencies).Where(a => AgencyForms.IsShortFor(agency, a)).Order(StringComparer.Ordinal).FirstOrDefault() ?? agency;

        /// <summary>An article that credits no agency by name rests on the agency whose client it shares text with: near-copies, and any copy where it admits to agencies.</summary>
        private void Inherit(OriginGroup group)
        {
            for (var grown = true; grown;)
            {
                grown = false;
                foreach (var copy in copies)
                {
                    if (group.Has(copy.A) == group.Has(copy.B)) continue;
                    var (heir, from) = group.Has(copy.A) ? (byId[copy.B], byId[copy.A]) : (byId[copy.A], byId[copy.B]);
                    if (Named(heir) || (copy.Kind != CopyKind.NearCopy && !heir.Agencies.Contains(Unnamed))) continue;
                    group.Share(heir, from, copy);
                    carried.Add(heir.Id);
                    grown = true;
                }
            }
        }

        /// <summary>The outlet's own word, unless the page is an agency's text, or a near-copy of an earlier page.</summary>
        private void OwnReport(Article article)
        {
            if (carried.Contains(article.Id)) return;
            if (copies.Any(c => c.B == article.Id && c.Kind == CopyKind.NearCopy && !Named(article)))
            {
                carried.Add(article.Id);
                return;
            }

            var outlet = article.Outlet?.Value;
            if (article.Agencies.Contains(Unnamed) && !Named(article)) In(outlets, $"{Unnamed} ({outlet ?? article.Page})").Own(article, "agencies credited, none named");
            else if (!Named(article)) In(outlets, outlet ?? article.Page).Own(article, "the outlet's own report, as far as the page shows");
            else if (outlet is not null && !article.Agencies.Contains(outlet) && !CreditReader.IsSyndicated(article)) In(outlets, outlet).Own(article, "the outlet's own words beside the agency's");
        }

        /// <summary>Near-copies of a page rest where it rests.</summary>
        private void Carry(OriginGroup group)
        {
            for (var grown = true; grown;)
            {
                grown = false;
                foreach (var copy in copies)
                {
                    if (copy.Kind != CopyKind.NearCopy || !group.Has(copy.A) || group.Has(copy.B) || !carried.Contains(copy.B) || agencies.Values.Any(a => a.Has(copy.B))) continue;
                    group.Share(byId[copy.B], byId[copy.A], copy);
                    grown = true;
                }
            }
        }

        /// <summary>The media that statements name. "State television" of no named state is the one that another page names, where there is just one.</summary>
        private void Media()
        {
            var named = members.SelectMany(m => MediumReader.Read(m).Select(r => (m.Article, r.Medium, r.Words))).ToList();
            foreach (var (article, medium, words) in named)
            {
                var root = medium;
                if ((" " + medium).StartsWith(MediumReader.Unplaced, StringComparison.Ordinal))
                {
                    var placed = named.Select(n => n.Medium).Where(m => m.EndsWith(" " + medium, StringComparison.Ordinal)).Distinct().ToList();
                    if (placed.Count == 1) root = placed[0];
                }

                if (agencies.GetValueOrDefault(root)?.Has(article.Id) == true || IsOwn(root, article) || article.Agencies.Contains(root)) continue;
                In(media, root).Credit(article, words);
            }
        }

        /// <summary>"The Meridian Post" that calls itself the "Meridian Post".</summary>
        private static bool IsOwn(string medium, Article article) => article.Outlet is { } outlet && string.Equals(Bare(medium), Bare(outlet.Value), StringComparison.OrdinalIgnoreCase);

        private static string Bare(string name) => name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

        private static bool Named(Article article) => article.Agencies.Any(a => a != Unnamed);

        private static OriginGroup In(SortedDictionary<string, OriginGroup> groups, string name)
        {
            if (!groups.TryGetValue(name, out var group)) groups[name] = group = new OriginGroup(name);
            return group;
        }
    }
}
