using System.Collections.Immutable;
using Dateline.Storage.Extracts;

namespace Dateline.Storage;

/// <summary>
/// Where a collection is kept. Captures and refused input are kept for ever; everything else is derived from them and can be made again.
/// A capture and what was read out of it come in together or not at all; the collection's stages (stories, copies, origins, tracks) are written as a whole.
/// </summary>
/// <remarks>Safe for use by several threads; one process writes at a time. A failing machine throws <see cref="LedgerException"/>.</remarks>
public interface ILedger : IDisposable
{
    /// <summary>Where it is, for messages.</summary>
    string Location { get; }

    bool Holds(CaptureId capture);

    /// <summary>Keeps a capture with what was read out of it, and marks the fold as due. False, and nothing changed, where the capture is held already.</summary>
    bool Append(Derived derived);

    /// <summary>Writes again what was read out of a capture that is held, and marks the fold as due.</summary>
    void Rederive(Derived derived);

    /// <summary>Keeps input that could not become a capture. False, and nothing changed, where it is in quarantine already.</summary>
    bool Refuse(Quarantined quarantined);

    /// <summary>All captures, in the order in which they came.</summary>
    IReadOnlyList<CaptureId> Captures();

    /// <summary>A capture as it came, checked against its hash; null where it is not held.</summary>
    /// <exception cref="LedgerException">its bytes, or what is known of it, are not those that came</exception>
    Capture? Capture(CaptureId capture);

    /// <summary>The articles that were read out of one capture on its own.</summary>
    IReadOnlyList<AnnotatedArticle> ArticlesOf(CaptureId capture);

    /// <summary>The captures whose articles are missing, or were made by another pipeline or other rules.</summary>
    IEnumerable<Capture> StaleCaptures();

    /// <summary>Makes every capture stale: the beginning of a rebuild.</summary>
    void MarkStale();

    /// <summary>True while articles are held that the collection's stages have not seen, or were written by another pipeline.</summary>
    bool FoldIsDue();

    /// <summary>The articles as read and annotated on their own, in the order in which they came: what the fold takes.</summary>
    IEnumerable<AnnotatedArticle> History();

    /// <summary>Replaces the collection's stages in one transaction, and clears the mark that the fold is due.</summary>
    void Replace(Ledger ledger);

    /// <summary>The whole collection as the last fold left it.</summary>
    Ledger Load();

    /// <summary>One story: <see cref="Load()"/> cut down by <see cref="Ledger.Only"/>, without the tokens of its articles, which no page and no export shows. Null where there is no such story.</summary>
    Ledger? Load(StoryId story);

    /// <summary>One story opened to be written out, however long it is; null where there is no such story.</summary>
    HeldStory? Open(StoryId story);

    /// <summary>One question with its story and the articles that it quotes, opened to be written out; null where there is no such question.</summary>
    HeldStory? Open(TrackId track);

    /// <summary>One article without its tokens, with its story, its copies and its origins; the story's questions are left out. Null where there is no such article.</summary>
    Ledger? Load(ArticleId article);

    /// <summary>One question with its story and the articles that it quotes, without their tokens. Null where there is no such question.</summary>
    Ledger? Load(TrackId track);

    /// <summary>A story without what lies in it, or null.</summary>
    Story? Story(StoryId story);

    /// <summary>A question with its answers and changes, without the articles that these quote, or null.</summary>
    Track? Track(TrackId track);

    /// <summary>The first questions of a story, each with its last answer alone.</summary>
    ImmutableArray<Track> LastAnswers(StoryId story, int most);

    /// <summary>Articles without their annotations; those that are not there are left out.</summary>
    ImmutableArray<AnnotatedArticle> Heads(IEnumerable<ArticleId> articles);

    /// <summary>Other stories that may be one with this: those with which it shares most names, then the latest.</summary>
    ImmutableArray<ListedStory> Like(StoryId story, int most);

    /// <summary>What a page shows of a story; it costs much the same for a long story as for a short one. Null where there is no such story.</summary>
    StoryExtract? Extract(StoryId story, StoryExtractQuery query);

    /// <summary>What a page shows of a question, or null.</summary>
    TrackExtract? Extract(TrackId track, TrackExtractQuery query);

    /// <summary>What a page shows of an article, or null.</summary>
    ArticleExtract? Extract(ArticleId article);

    /// <summary>All stories with what a list shows of them, the last changed first.</summary>
    IReadOnlyList<StorySummary> Stories();

    /// <summary>One page of the stories that a query asks for; it costs the same in a large collection as in a small one.</summary>
    StoryList List(StoryQuery query);

    /// <summary>The outlets with most stories.</summary>
    IReadOnlyList<(string Outlet, int Stories)> Outlets(int most);

    /// <summary>One page of the statements and articles that a search finds, as the last fold left them. No words can break it.</summary>
    SearchList Search(SearchQuery query);

    /// <summary>One page of the changes of all stories, the newest first.</summary>
    ChangeList Changes(ChangeQuery query);

    /// <summary>Marks all changes that are there as seen by a person.</summary>
    /// <returns>How many were not marked before.</returns>
    int MarkSeen(string by, DateTimeOffset at);

    /// <summary>Takes the person's last marking back.</summary>
    /// <returns>How many changes it had marked; none where there is no marking.</returns>
    int UnmarkSeen(string by);

    /// <summary>When the person marked changes as seen last, or null.</summary>
    DateTimeOffset? SeenAt(string by);

    /// <summary>Who says something or holds an answer, across stories; null where there is no such source.</summary>
    SourceSummary? Source(string id);

    /// <summary>One page of what a source said, each wording once, the newest first.</summary>
    SaidList Said(SaidQuery query);

    /// <summary>The answers that a source holds, by story and question.</summary>
    ImmutableArray<HeldAnswer> Answers(string source, int most);

    /// <summary>What an outlet prints, of its own and of others; null where there is no such outlet. Case does not count.</summary>
    OutletSummary? Outlet(string name);

    /// <summary>One page of the articles of an outlet, the newest first.</summary>
    OutletList Printed(string outlet, int skip, int take);

    /// <summary>Equal for two states of the ledger only where all that was derived, decided and refused is equal: a short hash, for clients that hold a copy.</summary>
    string Version();

    /// <summary>One article as the last fold left it, or null.</summary>
    AnnotatedArticle? Article(ArticleId article);

    /// <summary>What stands beside an article: on its page, and in other captures of that page.</summary>
    Neighbours Neighbours(ArticleId article);

    /// <summary>The story of an article, or null.</summary>
    StoryId? StoryOf(ArticleId article);

    /// <summary>The story that a merged one leads to, or null.</summary>
    StoryId? LeadsTo(StoryId story);

    /// <summary>Appends to the log of what people decided, and marks the fold as due.</summary>
    /// <param name="by">Who decided.</param>
    Decision Decide(Ruling ruling, string by, DateTimeOffset at);

    /// <summary>The whole log, in order.</summary>
    ImmutableArray<Decision> Decisions();

    /// <summary>Of the log, what is about a story.</summary>
    ImmutableArray<Decision> Decisions(StoryId story);

    /// <summary>When the captures of a story were got, as far as that is known.</summary>
    IReadOnlyDictionary<CaptureId, DateTimeOffset> CapturedAt(StoryId story);

    /// <summary>Who may use the ledger from other machines.</summary>
    IUsers Users { get; }

    /// <summary>All that was rejected, in the order in which it came: refused input, and captures that could not be read.</summary>
    IReadOnlyList<Quarantined> Quarantine();

    /// <summary>A part of it, without the refused bytes.</summary>
    IReadOnlyList<Quarantined> Quarantine(int skip, int take);

    /// <summary>How much is in quarantine.</summary>
    int QuarantineCount();

    /// <summary>The statements as the index holds them, for checking; ordered by article and place.</summary>
    IEnumerable<StatementRow> StatementRows();

    LedgerCounts Counts();

    /// <summary>Asks the store whether its own tables and what was refused are sound; captures and articles are checked one by one by <see cref="Verification"/>.</summary>
    IReadOnlyList<Difference> CheckStore();
}
