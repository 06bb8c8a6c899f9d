using System.Collections.Immutable;

namespace Dateline.Storage;

/// <summary>How a statement was said and came onto the page.</summary>
/// <param name="Cue">The words that introduce it; empty where there are none.</param>
public sealed record HowSaid(Manner Manner, string Cue, string? Channel, ImmutableArray<string> Relay, UncertainDate? Said, string? Hedge);

/// <summary>How many statements of a source an outlet printed, and through whom they came; null where they came straight.</summary>
public sealed record SourceFlow(string? Through, string Outlet, int Statements);

/// <summary>A source's part in a story.</summary>
public sealed record SourceStory(StoryId Story, string Title, int Statements);

/// <summary>What is known of a source in all stories.</summary>
/// <param name="Named">False for a description, which is taken within one story alone.</param>
/// <param name="Wordings">Its statements, each wording once.</param>
/// <param name="Answers">The answers that it holds.</param>
/// <param name="Days">Statements on each day, as far as their day is known.</param>
/// <param name="Called">Further words by which pages call it, the most used first.</param>
public sealed record SourceSummary(
    string Id, string Name, bool Named, int Statements, int Wordings, int Answers, int Articles, int Outlets, DateOnly? First, DateOnly? Last,
    ImmutableArray<DayCount> Days, ImmutableArray<SourceFlow> Flows, ImmutableArray<SourceStory> Stories, ImmutableArray<string> Called);

/// <summary>What a source said: which page of it, in one story or in all.</summary>
public sealed record SaidQuery(string Source, StoryId? Story = null, int Skip = 0, int Take = SaidQuery.Most)
{
    /// <summary>More are not given at once.</summary>
    public const int Most = 100;
}

/// <summary>How many on a day.</summary>
public sealed record DayCount(DateOnly Day, int Count);

/// <summary>Where a wording stands.</summary>
public sealed record SaidPlace(ArticleId Article, CaptureId Capture, string Title, string? Outlet, UncertainDate Published, TextSpan Points);

/// <summary>One wording of a source.</summary>
/// <param name="Day">When it was said; where that is not told, when its page was out.</param>
/// <param name="Also">Other pages that carry the same words, at most <see cref="MostPlaces"/> of them.</param>
/// <param name="Repeats">How many others there are.</param>
public sealed record SaidWords(StatementId Statement, StoryId? Story, DateOnly? Day, string Words, HowSaid How, SaidPlace At, ImmutableArray<SaidPlace> Also, int Repeats)
{
    public const int MostPlaces = 12;

    public TextSpan Points => At.Points;
}

/// <summary>One page of what a source said, the newest first.</summary>
public sealed record SaidList(int Total, ImmutableArray<SaidWords> Said);

/// <summary>An answer that a source holds.</summary>
/// <param name="Index">Its place among the entries of the question.</param>
/// <param name="Points">Where the words stand, in code points of the article's text.</param>
public sealed record HeldAnswer(StoryId Story, TrackId Track, string Question, int Index, ArticleId Article, TextSpan Points, string Quote, string Value, string? Outlet, UncertainDate Published);

/// <summary>Words that an outlet has from one origin, or another from it.</summary>
/// <param name="IsOutlet">True where the other is an outlet of the ledger.</param>
public sealed record OutletShare(string Origin, long Characters, int Articles, bool IsOutlet);

/// <summary>An outlet over a stretch of time, a day or a month.</summary>
public sealed record OutletPeriod(DateOnly First, int Articles, long Characters, long Carried);

/// <summary>What is known of an outlet in all stories.</summary>
/// <param name="Characters">Of the story's own words of all its articles.</param>
/// <param name="Carried">Of these the words that stand on pages of others before, or rest on an agency.</param>
/// <param name="From">Whose words it carries.</param>
/// <param name="By">Who carries its words.</param>
/// <param name="Agencies">Whom its pages credit, with the number of pages.</param>
/// <param name="Monthly">True where the periods are months.</param>
public sealed record OutletSummary(
    string Name, int Articles, int Stories, DateOnly? First, DateOnly? Last, long Characters, long Carried,
    ImmutableArray<OutletShare> From, ImmutableArray<OutletShare> By, ImmutableArray<NameCount> Agencies, bool Monthly, ImmutableArray<OutletPeriod> Periods);

/// <summary>How many of a name.</summary>
public sealed record NameCount(string Name, int Count);

/// <summary>An article in the list of its outlet.</summary>
public sealed record OutletArticle(ArticleId Article, string Title, StoryId? Story, UncertainDate Published, int Characters, int Carried, ImmutableArray<NameCount> Origins);

/// <summary>One page of the articles of an outlet, the newest first.</summary>
public sealed record OutletList(int Total, ImmutableArray<OutletArticle> Articles);
