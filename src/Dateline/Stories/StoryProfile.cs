namespace Dateline.Stories;

/// <summary>Episodes that belong together: one story, under the id of its oldest episode.</summary>
internal sealed class StoryProfile
{
    private StoryProfile(StoryId id, TermSum terms, DaySpan days) => (Id, Terms, Days) = (id, terms, days);

    private StoryProfile(EpisodeProfile first)
    {
        Episodes.Add(first);
        Id = first.Id;
        Terms.Add(first.Terms);
        Days = first.Days;
    }

    public List<EpisodeProfile> Episodes { get; } = [];

    public StoryId Id { get; private set; }

    /// <summary>Of all its episodes.</summary>
    public TermSum Terms { get; } = new();

    public DaySpan Days { get; private set; }

    public static StoryProfile Of(EpisodeProfile episode) => episode.Story ??= new StoryProfile(episode);

    public void Write(BinaryWriter into)
    {
        into.Write(Id.Value);
        into.WriteArray<int>(Episodes.Select(e => e.Id.Value).ToArray());
        Terms.Write(into);
        Days.Write(into);
    }

    public static void Read(BinaryReader from, IReadOnlyList<EpisodeProfile> episodes)
    {
        var id = new StoryId(from.ReadInt32());
        var members = from.ReadArray<int>();
        var story = new StoryProfile(id, TermSum.Read(from), DaySpan.Read(from));
        foreach (var member in members)
        {
            story.Episodes.Add(episodes[member - 1]);
            episodes[member - 1].Story = story;
        }
    }

    public void Add(TermVector vector, DaySpan days)
    {
        Terms.Add(vector, title: false);
        Days = Days.With(days);
    }

    /// <summary>Takes in an episode with the whole story in which it stands.</summary>
    public void Join(EpisodeProfile episode)
    {
        if (episode.Story == this) return;
        Terms.Add(episode.StoryTerms);
        Days = Days.With(episode.StoryDays);
        foreach (var member in episode.Story?.Episodes ?? [episode])
        {
            Episodes.Add(member);
            member.Story = this;
            if (member.Id.Value < Id.Value) Id = member.Id;
        }
    }
}
