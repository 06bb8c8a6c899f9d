namespace Dateline.Stories;

/// <summary>How one article was put.</summary>
/// <param name="Score">Of the nearest episode, whether it was taken or not.</param>
/// <param name="Nearest">The episode that it resembles most; null where none shares its words.</param>
/// <param name="TurnScore">Where a new episode was put under an older story: how near.</param>
/// <param name="Merged">Stories that it showed to be one, under the ids which they had.</param>
internal readonly record struct Put(EpisodeProfile Episode, bool IsNew, float Score, EpisodeProfile? Nearest, float? TurnScore, IReadOnlyList<(StoryId From, StoryId To)> Merged);

/// <summary>One pass over articles: each into the episode that it resembles, or a new one, and that under the story which it continues.</summary>
/// <param name="articles">All that came before, by number.</param>
internal sealed class StoryPass(Vocabulary vocabulary, StoryWeights weights, List<PlacedArticle> articles)
{
    /// <summary>Undated candidates that are looked at article by article: those whose words are nearest.</summary>
    private const int LookedAt = 6;

    /// <summary>What time and size alone can make of two that have hardly a word in common.</summary>
    private const float BelowChance = -0.01f;

    /// <summary>Of an episode's articles, so many of the newest, and the nearest fifth of these decides: one event is told of in more than one way.</summary>
    private const int Newest = 8;
    private const int Nearest = 5;

    private readonly List<EpisodeProfile> episodes = [];
    private readonly StoryIndex index = new();
    private readonly List<int> likely = [];
    private readonly List<(float Unlike, EpisodeProfile Episode)> undated = [];
    private readonly TermVector vector = new();

    public IReadOnlyList<EpisodeProfile> Episodes => episodes;

    public int Terms => index.Terms;

    /// <summary>Episodes that another look left without articles.</summary>
    public int Emptied { get; set; }

    public int Living => episodes.Count - Emptied;

    /// <summary>The episodes that the last article met.</summary>
    public IEnumerable<EpisodeProfile> Met => likely.Select(at => episodes[at]);

    /// <param name="scale">How many episodes there are in all; null: as many as this pass has.</param>
    public Put Add(int article, ArticleTerms terms, DaySpan days, int? scale = null)
    {
        vector.Fill(terms, vocabulary);
        index.Likely(vector, likely);
        var count = scale ?? Living;
        var (best, score) = Best(days);
        var put = best is not null && score >= 0 ? new Put(best, false, score, best, null, []) : Open(best, score, days, count);
        put.Episode.Add(article, vector, days);
        index.Add(put.Episode.Id.Value - 1, vector);
        return put;
    }

    /// <summary>Enters an article into an episode without a choice: one that another look chose.</summary>
    public void Index(EpisodeProfile episode, ArticleTerms terms)
    {
        vector.Fill(terms, vocabulary);
        index.Add(episode.Id.Value - 1, vector);
    }

    /// <summary>Adds an article to an episode without a choice, and without entering it into the index: for a pass that places nothing itself.</summary>
    public void AddTo(EpisodeProfile episode, int number)
    {
        vector.Fill(articles[number].Terms, vocabulary);
        episode.Add(number, vector, articles[number].Days);
    }

    /// <summary>Puts each episode under the earlier story that its articles resemble on the mean, as <see cref="Add"/> does with one article.</summary>
    public void GatherStories()
    {
        var least = weights.StoryLeast(episodes.Count);
        for (var at = 1; at < episodes.Count; at++)
        {
            var own = episodes[at].Terms;
            var best = default(EpisodeProfile);
            var most = least * episodes[at].Articles.Count;
            foreach (var other in episodes.Take(at).DistinctBy(e => e.Standing))
            {
                var likeness = own.Likeness(other.StoryTerms) * own.Norm; // the sum of its articles' cosines
                if (likeness >= most) (best, most) = (other, likeness);
            }

            if (best is not null) StoryProfile.Of(best).Join(episodes[at]);
        }
    }

    public EpisodeProfile Open()
    {
        var episode = new EpisodeProfile(new StoryId(episodes.Count + 1));
        episodes.Add(episode);
        return episode;
    }

    public void Write(BinaryWriter into)
    {
        into.Write(episodes.Count);
        foreach (var episode in episodes) episode.Write(into);
        into.Write(Emptied);
        var stories = episodes.Select(e => e.Story).OfType<StoryProfile>().Distinct().ToList();
        into.Write(stories.Count);
        foreach (var story in stories) story.Write(into);
        index.Write(into);
    }

    public void Read(BinaryReader from)
    {
        var heirs = new List<int>();
        for (var count = from.ReadInt32(); episodes.Count < count;)
        {
            var (episode, heir) = EpisodeProfile.Read(from, new StoryId(episodes.Count + 1));
            episodes.Add(episode);
            heirs.Add(heir);
        }

        for (var at = 0; at < heirs.Count; at++)
            if (heirs[at] > 0) episodes[at].Heir = episodes[heirs[at] - 1];
        Emptied = from.ReadInt32();
        for (var left = from.ReadInt32(); left > 0; left--) StoryProfile.Read(from, episodes);
        index.Read(from);
    }

    private (EpisodeProfile? Episode, float Score) Best(DaySpan days)
    {
        var best = default(EpisodeProfile);
        var most = 0f;
        undated.Clear();
        foreach (var at in likely)
        {
            var episode = episodes[at];
            if (episode.Articles.Count == 0) continue;
            var likeness = Likeness.Of(episode, vector, days);
            if (likeness.Gap is null) undated.Add((-likeness.Terms, episode));
            else Meet(episode, likeness.Terms < weights.TermsLeast ? Math.Min(likeness.Event(weights), BelowChance) : likeness.Event(weights));
        }

        undated.Sort((x, y) => x.Unlike != y.Unlike ? x.Unlike.CompareTo(y.Unlike) : x.Episode.Id.CompareTo(y.Episode.Id));
        foreach (var (_, episode) in undated.Take(LookedAt)) Meet(episode, ByArticles(episode));
        return (best, most);

        void Meet(EpisodeProfile episode, float score)
        {
            if (best is null || score > most || (score == most && episode.Id.Value < best.Id.Value)) (best, most) = (episode, score);
        }
    }

    /// <summary>Where time cannot tell: how likely the article is of one event with those of the episode; above 0 means the same.</summary>
    private float ByArticles(EpisodeProfile episode)
    {
        Span<float> likely = stackalloc float[Newest];
        var count = Math.Min(Newest, episode.Articles.Count);
        for (var i = 0; i < count; i++) likely[i] = PairLikeness.Of(vector, articles[episode.Articles[^(i + 1)]].Terms, vocabulary, weights.Pairs);
        likely = likely[..count];
        likely.Sort();
        var nearest = likely[^((count / Nearest) + 1)..];
        var sum = 0f;
        foreach (var one in nearest) sum += one;
        var mean = Math.Clamp(sum / nearest.Length, 0.0001f, 0.9999f);
        return MathF.Log(mean / (1 - mean)) - MathF.Log(weights.PairLeast / (1 - weights.PairLeast));
    }

    /// <summary>A new episode: under the story that it continues, and the stories that it joins as one.</summary>
    private Put Open(EpisodeProfile? nearest, float score, DaySpan days, int count)
    {
        var stories = likely.Select(at => episodes[at]).Where(e => e.Articles.Count > 0).DistinctBy(e => e.Standing)
            .Select(e => (Episode: e, Score: Likeness.Story(e, vector, days, count, weights))).Where(s => s.Score >= 0).ToList();
        var opened = Open();
        if (stories.Count == 0) return new Put(opened, true, score, nearest, null, []);
        var best = stories.OrderByDescending(s => s.Score).ThenBy(s => s.Episode.Standing.Value).First();
        var story = StoryProfile.Of(best.Episode);
        var merged = new List<(StoryId, StoryId)>();
        foreach (var (other, _) in stories)
        {
            if (other.Story == story || !Likeness.Merge(best.Episode, other, count, weights)) continue;
            var (one, two) = (story.Id, other.Standing);
            story.Join(other);
            merged.Add(one.Value < two.Value ? (two, one) : (one, two));
        }

        story.Join(opened);
        return new Put(opened, true, score, nearest, best.Score, merged);
    }
}
