using System.Collections.Immutable;
using Dateline.Stories;

namespace Dateline.Decisions;

/// <summary>Lays what was decided about stories over the placement, one decision after the other, so that the later one wins where two exclude each other.</summary>
/// <remarks>
/// The placement comes first and knows nothing of decisions. Each decision binds articles together and keeps others apart, and no later step breaks that unless it says so itself:
/// whatever order the pages come in, the articles that decisions name end as they say. Articles that none names follow where nothing forbids it.
/// </remarks>
internal sealed class DecidedStories
{
    private readonly Dictionary<ArticleId, AnnotatedArticle> articles;
    private readonly Dictionary<ArticleId, StoryId> storyOf = [];
    private readonly Dictionary<StoryId, List<ArticleId>> everIn = []; // of each story all articles that ever stood there
    private readonly Dictionary<ArticleId, HashSet<ArticleId>> bound = [];
    private readonly Dictionary<ArticleId, HashSet<ArticleId>> apart = [];
    private readonly Dictionary<ArticleId, int> decidedBy = [];

    private DecidedStories(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Placement> placements)
    {
        articles = history.ToDictionary(h => h.Article.Id);
        foreach (var placement in placements) Stand(placement.Article, placement.Story);
    }

    public static PlacedHistory Place(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Decision> standing)
    {
        var placed = Placer.Place(history);
        var decided = new DecidedStories(history, placed.Placements);
        foreach (var decision in standing) decided.Apply(decision);
        return decided.decidedBy.Count == 0 ? placed : placed with { Placements = [.. placed.Placements.Select(decided.Placed)], Redirects = decided.Redirected(placed.Redirects) };
    }

    private Placement Placed(Placement placement) =>
        decidedBy.TryGetValue(placement.Article, out var number) ? placement with { Story = storyOf[placement.Article], Why = $"decision {number}; found: {placement.Why}" } : placement;

    /// <summary>A story that stands empty leads to where most of its articles are, and a story found merged to where that one leads.</summary>
    private ImmutableArray<Redirect> Redirected(ImmutableArray<Redirect> found)
    {
        var living = storyOf.Values.ToHashSet();
        var emptied = everIn.Where(e => !living.Contains(e.Key)).ToDictionary(e => e.Key, e => Most(e.Value));
        var before = found.Where(r => !living.Contains(r.From) && !emptied.ContainsKey(r.From)).Select(r => r with { To = emptied.GetValueOrDefault(r.To, r.To) });
        return [.. before.Concat(emptied.Select(e => new Redirect(e.Key, e.Value))).OrderBy(r => r.From)];
    }

    private void Apply(Decision decision)
    {
        switch (decision.Ruling)
        {
            case Ruling.MergeStories merge:
                Unite(Held(merge.Articles()), decision.Number);
                break;
            case Ruling.SplitStory split:
                TakeOut(Held(split.Taken), Held(split.Left), decision.Number);
                break;
            case Ruling.MoveArticle move when storyOf.ContainsKey(move.Article):
                Move(move.Article, Held(move.From), Held(move.To), decision.Number);
                break;
        }
    }

    private List<ArticleId> Held(IEnumerable<ArticleId> named) => [.. named.Distinct().Where(storyOf.ContainsKey)];

    private StoryId Most(List<ArticleId> named) => named.GroupBy(a => storyOf[a]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;

    private List<ArticleId> In(StoryId story) => [.. everIn[story].Distinct().Where(a => storyOf[a] == story)];

    /// <summary>A story of which the decision names at least half comes along whole, as far as nothing keeps its others away; of another one only the articles named.</summary>
    /// <param name="target">The story that keeps its id; without it the oldest of those that come along whole.</param>
    private void Unite(List<ArticleId> named, int number, StoryId? target = null)
    {
        if (named.Count == 0) return;
        Bind(named);
        var groups = named.GroupBy(a => storyOf[a]).Select(g => (Story: g.Key, Comes: g.Count() * 2 >= In(g.Key).Count, All: In(g.Key))).ToList();
        var into = target ?? (groups.Exists(g => g.Comes) ? groups.Where(g => g.Comes).Min(g => g.Story) : Most(named));
        Evict(into, named, number);
        foreach (var article in named) Put(article, into, number);
        foreach (var follower in groups.Where(g => g.Comes).SelectMany(g => g.All))
            if (storyOf[follower] != into && !IsApart(follower, In(into))) Put(follower, into, number);
    }

    private void TakeOut(List<ArticleId> taken, List<ArticleId> left, int number)
    {
        if (taken.Count == 0) return;
        KeepApart(taken, left);
        Bind(taken);
        var stories = taken.Select(a => storyOf[a]).Distinct().ToList();
        if (stories is [var alone] && !left.Exists(a => storyOf[a] == alone)) return; // the placement has them so already
        var into = new StoryId(Most(taken).Value, number);
        var (takenNames, leftNames) = (Names(taken), Names(left));
        var others = stories.Where(s => left.Exists(a => storyOf[a] == s)).SelectMany(In).Except(taken).Except(left).ToList();
        foreach (var article in taken) Put(article, into, number);
        foreach (var other in others.Where(o => storyOf[o] != into)) // those that no decision names go, bound ones together, with whom they share most names
        {
            var all = bound.TryGetValue(other, out var with) ? [.. with] : new List<ArticleId> { other };
            if (all.Exists(left.Contains) || all.Exists(a => storyOf[a] != storyOf[other]) || all.Exists(a => IsApart(a, In(into)))) continue;
            if (all.Sum(a => Shared(a, takenNames) - Shared(a, leftNames)) <= 0) continue;
            foreach (var article in all) Put(article, into, number);
        }
    }

    private void Move(ArticleId article, List<ArticleId> from, List<ArticleId> to, int number)
    {
        Unbind(article);
        KeepApart([article], from);
        if (to.Count == 0) return;
        var into = Most(to);
        if (from.Exists(a => storyOf[a] == into)) TakeOut([article, .. to], from, number);
        else Unite([article, .. to], number, into);
    }

    /// <summary>Those that are kept apart from the named leave the story before they come.</summary>
    private void Evict(StoryId story, List<ArticleId> named, int number)
    {
        var leaving = In(story).Where(a => !named.Contains(a) && IsApart(a, named)).ToList();
        var with = leaving.SelectMany(a => bound.TryGetValue(a, out var set) ? set.AsEnumerable() : [a]).Distinct().Where(a => storyOf[a] == story);
        foreach (var article in with.ToList()) Put(article, new StoryId(story.Value, number), number);
    }

    private void Put(ArticleId article, StoryId story, int number)
    {
        if (storyOf[article] == story) return;
        Stand(article, story);
        decidedBy[article] = number;
    }

    private void Stand(ArticleId article, StoryId story)
    {
        storyOf[article] = story;
        if (!everIn.TryGetValue(story, out var ever)) everIn[story] = ever = [];
        ever.Add(article);
    }

    private bool IsApart(ArticleId article, List<ArticleId> from) => apart.TryGetValue(article, out var set) && from.Exists(set.Contains);

    private void Bind(List<ArticleId> named)
    {
        var all = new HashSet<ArticleId>(named);
        foreach (var article in named)
        {
            if (bound.TryGetValue(article, out var set)) all.UnionWith(set);
        }

        foreach (var article in all) bound[article] = all;
        foreach (var article in all)
            if (apart.TryGetValue(article, out var set)) set.ExceptWith(all); // the later decision wins
        named.AddRange(all.Except(named));
    }

    private void Unbind(ArticleId article)
    {
        if (bound.Remove(article, out var set)) set.Remove(article);
    }

    private void KeepApart(List<ArticleId> taken, List<ArticleId> left)
    {
        foreach (var article in taken) Unbind(article);
        foreach (var (a, b) in taken.SelectMany(a => left.Select(b => (a, b))))
        {
            Apart(a).Add(b);
            Apart(b).Add(a);
        }

        HashSet<ArticleId> Apart(ArticleId article) => apart.TryGetValue(article, out var set) ? set : apart[article] = [];
    }

    /// <summary>In how large a share of the articles each entity is named.</summary>
    private Dictionary<string, double> Names(List<ArticleId> of) =>
        of.SelectMany(Names).GroupBy(n => n, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count() / (double)of.Count, StringComparer.Ordinal);

    private IEnumerable<string> Names(ArticleId article) => articles[article].Annotations.Mentions.Select(m => m.Entity).Distinct(StringComparer.Ordinal);

    private double Shared(ArticleId article, Dictionary<string, double> names) => Names(article).Sum(n => names.GetValueOrDefault(n));
}
