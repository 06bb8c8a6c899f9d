namespace Dateline.Stories;

/// <summary>What one episode is about so far: an event, or one turn of a longer story. Episodes that belong together stand under one <see cref="StoryProfile"/>; one that stands alone has none.</summary>
internal sealed class EpisodeProfile(StoryId id)
{
    private int dated;

    public StoryId Id { get; } = id;

    /// <summary>By number of arrival, in the order in which they were put in.</summary>
    public List<int> Articles { get; private set; } = [];

    public TermSum Terms { get; private set; } = new();

    public TermSum Title { get; private set; } = new();

    public DaySpan Days { get; private set; }

    /// <summary>True where half of its articles are dated: only then do its days speak for it.</summary>
    public bool IsDated => dated * 2 >= Articles.Count;

    public StoryProfile? Story { get; set; }

    /// <summary>The id under which it stands: its story's, or its own.</summary>
    public StoryId Standing => Heir is { } heir ? heir.Standing : Story?.Id ?? Id;

    /// <summary>Where most of its articles went, once it has none.</summary>
    public EpisodeProfile? Heir { get; set; }

    public TermSum StoryTerms => Story?.Terms ?? Terms;

    public DaySpan StoryDays => Story?.Days ?? Days;

    public void Add(int article, TermVector vector, DaySpan days)
    {
        Articles.Add(article);
        Terms.Add(vector, title: false);
        Title.Add(vector, title: true);
        if (days.First is not null) dated++;
        Days = Days.With(days);
        Story?.Add(vector, days);
    }

    public void Write(BinaryWriter into)
    {
        into.WriteArray<int>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Articles));
        Terms.Write(into);
        Title.Write(into);
        Days.Write(into);
        into.Write(dated);
        into.Write(Heir?.Id.Value ?? 0);
    }

    /// <returns>With the number of its heir, 0 where it has none.</returns>
    public static (EpisodeProfile Episode, int Heir) Read(BinaryReader from, StoryId id) =>
        (new(id) { Articles = [.. from.ReadArray<int>()], Terms = TermSum.Read(from), Title = TermSum.Read(from), Days = DaySpan.Read(from), dated = from.ReadInt32() }, from.ReadInt32());

    /// <summary>Takes over what another look found; the id stays.</summary>
    public void Become(EpisodeProfile other) => (Articles, Terms, Title, Days, dated) = (other.Articles, other.Terms, other.Title, other.Days, other.dated);
}
