namespace Dateline.Stories;

/// <summary>What a story is about so far. A story that began as a turn of an older one redirects to it and keeps its own profile, so that placing stays fine; the older one's <see cref="Affair"/> covers both.</summary>
internal sealed class StoryProfile
{
    private StoryProfile? older;
    private int dated;

    public StoryProfile(StoryId id) => Id = id;

    public StoryId Id { get; }

    /// <summary>Its own articles, by number of arrival.</summary>
    public List<int> Articles { get; } = [];

    public TermSum Terms { get; } = new();

    public TermSum Title { get; } = new();

    /// <summary>The terms of this story and of all that redirect to it.</summary>
    public TermSum Affair { get; } = new();

    public DaySpan Days { get; private set; }

    /// <summary>True where half of its own articles are dated: only then do its days speak for it.</summary>
    public bool IsDated => dated * 2 >= Articles.Count;

    public DaySpan AffairDays { get; private set; }

    /// <summary>The story at the end of the redirects: itself, if it redirects nowhere.</summary>
    public StoryProfile Standing
    {
        get
        {
            var at = this;
            while (at.older is { } next) at = next;
            return at;
        }
    }

    public bool IsRedirect => older is not null;

    public void Add(int article, TermVector vector, UncertainDate published)
    {
        Articles.Add(article);
        Terms.Add(vector.Terms);
        Title.Add(vector.Title);
        if (published.IsKnown) dated++;
        Days = Days.With(published);
        var standing = Standing;
        standing.Affair.Add(vector.Terms);
        standing.AffairDays = standing.AffairDays.With(published);
    }

    /// <summary>From now on the story stands under the older one.</summary>
    public void RedirectTo(StoryProfile story)
    {
        older = story;
        story.Affair.Add(Affair);
        story.AffairDays = story.AffairDays.With(AffairDays);
    }
}

/// <summary>The days from the first to the last dated article; the default is no day at all.</summary>
internal readonly record struct DaySpan(DateOnly? First, DateOnly? Last)
{
    public DaySpan With(UncertainDate date) => With(new DaySpan(date.From ?? date.To, date.To ?? date.From));

    public DaySpan With(DaySpan other) => new(
        First is null || other.First < First ? other.First ?? First : First,
        Last is null || other.Last > Last ? other.Last ?? Last : Last);

    /// <summary>Days between the two; 0 where they overlap, null where either is unknown.</summary>
    public int? Gap(DaySpan other) =>
        First is not { } first || Last is not { } last || other.First is not { } otherFirst || other.Last is not { } otherLast ? null
        : otherFirst > last ? otherFirst.DayNumber - last.DayNumber
        : first > otherLast ? first.DayNumber - otherLast.DayNumber
        : 0;
}
