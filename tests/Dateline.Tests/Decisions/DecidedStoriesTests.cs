using System.Collections.Immutable;
using Dateline.Decisions;

namespace Dateline.Tests.Decisions;

public sealed class DecidedStoriesTests
{
    private static readonly ImmutableArray<AnnotatedArticle> History = Samples.Articles();

    [Fact]
    public void Merged_stories_are_one_and_the_younger_id_leads_to_the_older()
    {
        var (one, other) = TwoStories();
        var (placements, redirects) = Place(History, new Ruling.MergeStories(one, other));
        Assert.Equal([StoryOf(one[0])], placements.Where(p => one.Contains(p.Article) || other.Contains(p.Article)).Select(p => p.Story).Distinct());
        Assert.Contains(redirects, r => r.From == StoryOf(other[0]) && r.To == StoryOf(one[0]));
    }

    [Fact]
    public void Split_story_leaves_the_old_id_to_those_who_stay()
    {
        var story = Largest();
        var (placements, _) = Place(History, new Ruling.SplitStory(story[..2], story[2..]));
        var taken = placements.Single(p => p.Article == story[0]).Story;
        Assert.Equal(new StoryId(StoryOf(story[0]).Value, 1), taken);
        Assert.Equal(taken, placements.Single(p => p.Article == story[1]).Story);
        Assert.All(story[2..], a => Assert.Equal(StoryOf(a), placements.Single(p => p.Article == a).Story));
    }

    [Fact]
    public void Story_whose_only_article_is_moved_leads_to_the_story_it_was_moved_to()
    {
        var story = Largest();
        var single = Placements().GroupBy(p => p.Story).First(g => g.Count() == 1).Single();
        var (placements, redirects) = Place(History, new Ruling.MoveArticle(single.Article, [], story));
        Assert.Equal(StoryOf(story[0]), placements.Single(p => p.Article == single.Article).Story);
        Assert.Contains(new Redirect(single.Story, StoryOf(story[0])), redirects);
    }

    [Fact]
    public void Story_that_an_article_is_moved_to_keeps_its_id()
    {
        var singles = Placements().GroupBy(p => p.Story).Where(g => g.Count() == 1).Select(g => g.Single()).ToList();
        var story = Largest();
        var (placements, _) = Place(History, new Ruling.SplitStory([story[0]], story[1..]), new Ruling.MoveArticle(story[0], [], [singles[0].Article]));
        Assert.Equal(singles[0].Story, placements.Single(p => p.Article == story[0]).Story);
    }

    [Fact]
    public void Later_decision_wins_over_an_earlier_one()
    {
        var story = Largest();
        var (placements, _) = Place(History, new Ruling.SplitStory(story[..2], story[2..]), new Ruling.MergeStories(story[..2], story[2..]));
        Assert.Single(placements.Where(p => story.Contains(p.Article)).Select(p => p.Story).Distinct());
    }

    [Fact]
    public void Decision_taken_back_does_nothing_and_taken_back_again_lives()
    {
        var story = Largest();
        var split = new Ruling.SplitStory(story[..2], story[2..]);
        Assert.Equal(Placements().AsEnumerable(), Place(History, split, new Ruling.Undo(1)).Placements);
        Assert.Equal(Place(History, split).Placements.AsEnumerable(), Place(History, split, new Ruling.Undo(1), new Ruling.Undo(2)).Placements);
    }

    [Fact]
    public void Decision_about_articles_that_are_not_held_does_nothing()
    {
        var unknown = ImmutableArray.Create(new ArticleId("nowhere"), new ArticleId("neither"));
        Assert.Equal(Placements().AsEnumerable(), Place(History, new Ruling.MergeStories(unknown, unknown), new Ruling.SplitStory(unknown, [History[0].Article.Id]), new Ruling.MoveArticle(unknown[0], [], [History[0].Article.Id])).Placements);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Two_hundred_random_decisions_survive_the_pages_coming_in_any_order(int seed)
    {
        var random = new Random(seed);
        var log = new List<Decision>();
        var wanted = new Dictionary<(ArticleId, ArticleId), bool>();
        for (var number = 1; number <= 200; number++)
        {
            var stories = DecidedStories.Place(History, [.. log]).Placements.GroupBy(p => p.Story, p => p.Article).Select(g => g.ToImmutableArray()).ToList();
            if (Decide(stories, random, wanted) is { } ruling) log.Add(new Decision(log.Count + 1, DateTimeOffset.UnixEpoch, "test", ruling));
        }

        for (var order = 0; order < 5; order++)
        {
            var shuffled = order == 0 ? History : [.. History.OrderBy(_ => random.Next())];
            var storyOf = DecidedStories.Place(shuffled, [.. log]).Placements.ToDictionary(p => p.Article, p => p.Story);
            Assert.All(wanted, w => Assert.Equal(w.Value, storyOf[w.Key.Item1] == storyOf[w.Key.Item2]));
        }
    }

    /// <summary>What a person would do on the pages: merge two stories, split one, move an article; and what must hold of pairs from then on.</summary>
    private static Ruling? Decide(List<ImmutableArray<ArticleId>> stories, Random random, Dictionary<(ArticleId, ArticleId), bool> wanted)
    {
        var one = stories[random.Next(stories.Count)];
        var other = stories[random.Next(stories.Count)];
        switch (random.Next(3))
        {
            case 0 when one != other:
                Together([.. one, .. other]);
                return new Ruling.MergeStories(one, other);
            case 1 when one.Length > 1:
                var cut = random.Next(1, one.Length);
                var taken = one.OrderBy(_ => random.Next()).Take(cut).ToImmutableArray();
                var left = one.Except(taken).ToImmutableArray();
                Together(taken);
                Apart(taken, left);
                return new Ruling.SplitStory(taken, left);
            case 2 when one != other:
                var article = one[random.Next(one.Length)];
                Apart([article], one.Remove(article));
                Together([article, .. other]);
                return new Ruling.MoveArticle(article, one.Remove(article), other);
            default:
                return null;
        }

        void Together(ImmutableArray<ArticleId> all)
        {
            foreach (var a in all)
                foreach (var b in all.Where(b => b != a)) wanted[(a, b)] = true;
        }

        void Apart(ImmutableArray<ArticleId> some, ImmutableArray<ArticleId> others)
        {
            foreach (var a in some)
                foreach (var b in others) wanted[(a, b)] = wanted[(b, a)] = false;
        }
    }

    private static (ImmutableArray<Placement> Placements, ImmutableArray<Redirect> Redirects) Place(ImmutableArray<AnnotatedArticle> history, params Ruling[] rulings)
    {
        var placed = DecidedStories.Place(history, Standing.Of([.. rulings.Select((r, i) => new Decision(i + 1, DateTimeOffset.UnixEpoch, "test", r))]));
        return (placed.Placements, placed.Redirects);
    }

    private static ImmutableArray<Placement> Placements() => Place(History).Placements;

    private static StoryId StoryOf(ArticleId article) => Placements().Single(p => p.Article == article).Story;

    private static ImmutableArray<ArticleId> Largest() => Placements().GroupBy(p => p.Story, p => p.Article).MaxBy(g => g.Count())!.ToImmutableArray();

    private static (ImmutableArray<ArticleId> One, ImmutableArray<ArticleId> Other) TwoStories()
    {
        var stories = Placements().GroupBy(p => p.Story, p => p.Article).OrderBy(g => g.Key).ToList();
        return ([.. stories[0]], [.. stories[1]]);
    }
}
