namespace Dateline.Stories;

/// <summary>
/// Places articles anew, so that the order of arrival makes little difference. Where one came late, in the order of their dates: a whole collection while it is small, later the late article with the stories that it met, a bounded number.
/// Where most are undated, only while they are few, by what they tell (<see cref="PairLinkage"/>). Episodes keep the id of that which they share most articles with.
/// </summary>
internal sealed class SecondLook(StoryPass pass, Vocabulary vocabulary, StoryWeights weights, List<PlacedArticle> articles, List<ArticleId> ids)
{
    /// <summary>Up to so many articles the whole collection is placed anew.</summary>
    private const int Small = 200;

    /// <summary>In a larger one, so many at most.</summary>
    private const int Most = 256;

    /// <summary>Days behind the newest of its neighbours from which an article of a large collection is late.</summary>
    private const int Late = 2;

    /// <summary>Where most are undated, so many at most, and late ones never: what is placed anew leaves its id, and no date says that it was late.</summary>
    private const int FewUndated = 40;

    private int counted; // articles
    private int dated;   // of them

    public IEnumerable<StoryMove> At(int number)
    {
        if (IsMostlyUndated()) return articles.Count <= FewUndated ? Undated(number) : [];
        var members = articles.Count > Small ? Neighbours(number) : Everything(number);
        return members.Count == 0 ? [] : Again(members, number);
    }

    private bool IsMostlyUndated()
    {
        for (; counted < articles.Count; counted++)
            if (articles[counted].Days.First is not null) dated++;
        return dated * 2 < counted;
    }

    /// <summary>A few undated pages, as people hold them, in groups of one event each, by all that is known of them by now: no date says which came late, and so the order in which they came makes no difference.</summary>
    private List<StoryMove> Undated(int number)
    {
        var members = Enumerable.Range(0, articles.Count).ToList();
        members.Sort(Compare);
        var fresh = new StoryPass(vocabulary, weights, articles);
        foreach (var group in PairLinkage.Groups([.. members.Select(m => articles[m].Terms)], vocabulary, weights))
        {
            var episode = fresh.Open();
            foreach (var at in group) fresh.AddTo(episode, members[at]);
        }

        fresh.GatherStories();
        return Replace(members, fresh, number);
    }

    private List<int> Everything(int number)
    {
        for (var other = 0; other < number; other++)
            if (Compare(other, number) > 0) return [.. Enumerable.Range(0, articles.Count)];
        return [];
    }

    /// <summary>The articles of the late one's story and of the episodes that it met, those nearest in time; none where it is not late.</summary>
    private List<int> Neighbours(int number)
    {
        var days = articles[number].Days;
        if (days.Last is not { } day) return [];
        var met = pass.Met.Append(articles[number].Episode).Where(e => e.Articles.Count > 0 && e.Days.Last is not null).Distinct().ToList();
        if (met.All(e => e.StoryDays.Last!.Value.DayNumber - day.DayNumber < Late)) return [];
        var near = met.SelectMany(e => e.Story?.Episodes ?? [e]).Distinct().Where(e => e.Articles.Count > 0).OrderBy(e => e.Days.Gap(days) ?? int.MaxValue).ThenBy(e => e.Id.Value);
        var members = new List<int>();
        foreach (var episode in near)
            if (members.Count + episode.Articles.Count <= Most) members.AddRange(episode.Articles);
        return members;
    }

    private List<StoryMove> Again(List<int> members, int by)
    {
        members.Sort(Compare);
        var fresh = new StoryPass(vocabulary, weights, articles);
        foreach (var number in members) fresh.Add(number, articles[number].Terms, articles[number].Days, members.Count == articles.Count ? null : pass.Living);
        return Replace(members, fresh, by);
    }

    /// <summary>What the fresh pass found takes the place of what stood.</summary>
    private List<StoryMove> Replace(List<int> members, StoryPass fresh, int by)
    {
        var before = members.ToDictionary(m => m, m => articles[m].Episode.Standing);
        var was = members.ToDictionary(m => m, m => articles[m].Episode);
        var held = members.Select(m => articles[m].Episode).Distinct().ToList();
        if (IsSame(fresh, held)) return [];
        var taken = Match(fresh);
        foreach (var gone in held.Except(taken.Values)) gone.Become(new EpisodeProfile(gone.Id));
        foreach (var (found, episode) in taken)
        {
            var known = episode.Articles.ToHashSet();
            episode.Become(found);
            foreach (var number in found.Articles)
            {
                if (!known.Contains(number)) pass.Index(episode, articles[number].Terms);
                articles[number] = articles[number] with { Episode = episode };
            }
        }

        pass.Emptied += held.Count(e => e.Articles.Count == 0);
        foreach (var gone in held.Where(e => e.Articles.Count == 0))
            gone.Heir = was.Where(w => w.Value == gone).GroupBy(w => articles[w.Key].Episode).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Id.Value).First().Key;
        Regroup(fresh, held, taken);
        return Moves(before, held, by);
    }

    private bool IsSame(StoryPass fresh, List<EpisodeProfile> held)
    {
        if (fresh.Episodes.Count != held.Count) return false;
        var stories = new Dictionary<StoryId, StoryId>();
        var back = new Dictionary<StoryId, StoryId>();
        foreach (var episode in fresh.Episodes)
        {
            var other = articles[episode.Articles[0]].Episode;
            if (other.Articles.Count != episode.Articles.Count || episode.Articles.Any(n => articles[n].Episode != other)) return false;
            if (stories.TryGetValue(episode.Standing, out var known) ? known != other.Standing : !stories.TryAdd(episode.Standing, other.Standing)) return false;
            if (back.TryGetValue(other.Standing, out known) ? known != episode.Standing : !back.TryAdd(other.Standing, episode.Standing)) return false;
        }

        return true;
    }

    /// <summary>Each new episode with the old one that it goes on as: most articles in common first, then the oldest. Those without one are opened.</summary>
    private Dictionary<EpisodeProfile, EpisodeProfile> Match(StoryPass fresh)
    {
        var shared = fresh.Episodes.SelectMany(e => e.Articles.GroupBy(n => articles[n].Episode).Select(g => (Found: e, Held: g.Key, Count: g.Count())))
            .OrderByDescending(s => s.Count).ThenBy(s => s.Held.Id.Value).ThenBy(s => s.Found.Id.Value);
        var taken = new Dictionary<EpisodeProfile, EpisodeProfile>();
        var used = new HashSet<EpisodeProfile>();
        foreach (var (found, held, _) in shared)
            if (!taken.ContainsKey(found) && used.Add(held)) taken[found] = held;
        foreach (var found in fresh.Episodes)
            if (!taken.ContainsKey(found)) taken[found] = pass.Open();
        return taken;
    }

    /// <summary>Puts the episodes under stories as found. Episodes of a story that were not looked at stay with the oldest of those that were.</summary>
    private static void Regroup(StoryPass fresh, List<EpisodeProfile> held, Dictionary<EpisodeProfile, EpisodeProfile> taken)
    {
        var looked = held.Concat(taken.Values).ToHashSet();
        var beyond = held.Where(e => e.Story is not null).Select(e => e.Story!).Distinct()
            .Select(s => (Episodes: s.Episodes.Where(e => !looked.Contains(e) && e.Articles.Count > 0).ToList(), Old: s.Episodes.Where(e => looked.Contains(e) && e.Articles.Count > 0).MinBy(e => e.Id.Value)))
            .Where(b => b.Episodes.Count > 0).ToList();
        foreach (var episode in looked) episode.Story = null;
        foreach (var (episodes, _) in beyond)
            foreach (var episode in episodes) episode.Story = null;
        foreach (var group in taken.Keys.Where(e => e.Story is not null).GroupBy(e => e.Story!).Select(g => g.Select(e => taken[e]).OrderBy(e => e.Id.Value).ToList()).Where(g => g.Count > 1)) Join(group);
        foreach (var (episodes, old) in beyond) Join(old is null ? episodes : [old, .. episodes]);

        static void Join(List<EpisodeProfile> group)
        {
            if (group.Count < 2) return;
            var story = StoryProfile.Of(group[0]);
            foreach (var episode in group.Skip(1)) story.Join(episode);
        }
    }

    /// <summary>Which stories were merged and split, by where their articles stood before and stand now.</summary>
    private List<StoryMove> Moves(Dictionary<int, StoryId> before, List<EpisodeProfile> held, int by)
    {
        var standing = before.Keys.Select(n => articles[n].Episode.Standing).ToHashSet();
        var stood = before.Values.ToHashSet();
        var emptied = held.Where(e => e.Articles.Count == 0 && !stood.Contains(e.Id))
            .Select(e => new StoryMove(StoryMoveKind.Merge, e.Id, e.Standing, ids[by], $"second look when {ids[by]} came: its pages are other episodes'"));
        return [.. emptied, .. before.Where(b => b.Value != articles[b.Key].Episode.Standing && b.Key != by)
            .GroupBy(b => (From: b.Value, To: articles[b.Key].Episode.Standing)).OrderBy(g => g.Key.From.Value).ThenBy(g => g.Key.To.Value)
            .Select(g => new StoryMove(standing.Contains(g.Key.From) ? StoryMoveKind.Split : StoryMoveKind.Merge, g.Key.From, g.Key.To, ids[by], $"second look when {ids[by]} came: {g.Count()} of its pages"))];
    }

    /// <summary>By date, the undated last; then by id, so that the order of arrival makes no difference.</summary>
    private int Compare(int one, int other)
    {
        var by = Day(one).CompareTo(Day(other));
        return by != 0 ? by : string.CompareOrdinal(ids[one].Value, ids[other].Value);
    }

    private int Day(int number) => articles[number].Days is { First: { } first, Last: { } last } ? (first.DayNumber + last.DayNumber) / 2 : int.MaxValue;
}
