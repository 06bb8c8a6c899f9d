using System.Text;
using System.Text.Json;
using Dateline.Exchange;

namespace Dateline.Storage.Tests;

/// <summary>What every store must do. A store's own test class derives from it.</summary>
public abstract class LedgerSpecification : IDisposable
{
    private ILedger? opened;

    protected ILedger Ledger => opened ??= Open();

    /// <summary>Opens the same store each time it is called within one test.</summary>
    protected abstract ILedger Open();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Capture_comes_back_with_its_bytes_and_metadata()
    {
        var derived = Sample.Derived("a.txt", "no ferry runs");
        Assert.True(Ledger.Append(derived));
        var held = Ledger.Capture(derived.Capture.Id)!;
        Assert.Equal(derived.Capture.Bytes.ToArray(), held.Bytes.ToArray());
        Assert.Equal(derived.Capture.Metadata, held.Metadata);
        Assert.Equal((derived.Capture.Page, derived.Capture.Format, derived.Capture.CapturedAt), (held.Page, held.Format, held.CapturedAt));
    }

    [Fact]
    public void Same_page_twice_changes_nothing()
    {
        Fill();
        var before = Print(Ledger.Load());
        Assert.False(Ledger.Append(Sample.Derived("other-name.txt", "no ferry runs")));
        Assert.False(Ledger.FoldIsDue());
        Assert.Equal(before, Print(Ledger.Load()));
        Assert.Equal(3, Ledger.Counts().Captures);
    }

    [Fact]
    public void Captures_and_history_keep_the_order_in_which_they_came()
    {
        Fill();
        Assert.Equal(["b.txt", "a.txt", "c.txt"], Ledger.Captures().Select(c => Ledger.Capture(c)!.Page));
        Assert.Equal(["b.txt", "a.txt", "c.txt"], Ledger.History().Select(a => a.Article.Page));
    }

    [Fact]
    public void Fold_is_due_from_the_append_until_the_collection_is_replaced()
    {
        Assert.False(Ledger.FoldIsDue());
        Fill(fold: false);
        Assert.True(Ledger.FoldIsDue());
        Ledger.Replace(Sample.Ledger([.. Ledger.History()]));
        Assert.False(Ledger.FoldIsDue());
    }

    [Fact]
    public void Whole_collection_comes_back_as_it_was_written()
    {
        var written = Fill();
        Assert.Equal(Print(written), Print(Ledger.Load()));
        Assert.Equal([.. written.Copies[0].Passages], Ledger.Load().Copies[0].Passages.ToArray());
    }

    [Fact]
    public void Decisions_come_back_in_order_and_make_the_fold_due()
    {
        Fill();
        var at = new DateTimeOffset(2031, 3, 7, 9, 0, 0, TimeSpan.FromHours(1));
        foreach (var ruling in Sample.Rulings()) Ledger.Decide(ruling, "ada", at);
        Assert.True(Ledger.FoldIsDue());
        Assert.Equal(Sample.Rulings().Select((r, i) => DecisionLine.Write(new Decision(i + 1, at, "ada", r))), Ledger.Decisions().Select(DecisionLine.Write));
        Assert.All(Ledger.Decisions(), d => Assert.Equal(DecisionLine.Write(d), DecisionLine.Write(DecisionLine.Read(DecisionLine.Write(d))!)));
        Assert.Empty(Ledger.CheckStore());
    }

    [Fact]
    public void Merged_story_leads_to_the_other_one()
    {
        Fill();
        var ledger = Ledger.Load();
        Ledger.Replace(ledger with { Redirects = [new Redirect(new StoryId(3, 7), new StoryId(1))] });
        Assert.Equal(new StoryId(1), Ledger.LeadsTo(new StoryId(3, 7)));
        Assert.Null(Ledger.LeadsTo(new StoryId(1)));
        Assert.Equal([new Redirect(new StoryId(3, 7), new StoryId(1))], Ledger.Load(new StoryId(1))!.Redirects.AsEnumerable());
    }

    [Fact]
    public void One_story_is_the_collection_cut_down_to_it()
    {
        Fill();
        foreach (var id in new[] { new StoryId(1), new StoryId(2) })
            Assert.Equal(Print(Untokened(Ledger.Load().Only(id))), Print(Ledger.Load(id)!));
        Assert.Null(Ledger.Load(new StoryId(9)));
    }

    [Fact]
    public void History_stays_what_the_captures_alone_gave_when_the_story_dates_a_page()
    {
        Fill();
        var first = Ledger.History().First().Article;
        Assert.Equal("manifest", first.PublishedBasis);
        Assert.Equal("story", Ledger.Article(first.Id)!.Article.PublishedBasis);
    }

    [Fact]
    public void Stories_are_listed_with_their_counts()
    {
        Fill();
        var one = Ledger.Stories().Single(s => s.Story.Id == new StoryId(1));
        Assert.Equal((2, 1, 2, 2, 1, 1), (one.Story.Articles.Length, one.Outlets, one.Origins, one.Statements, one.Tracks, one.Changes));
        Assert.Equal(new StoryId(1), Ledger.StoryOf(one.Story.Articles[0]));
        Assert.Null(Ledger.StoryOf(new ArticleId("nothing")));
        Assert.Null(Ledger.Article(new ArticleId("nothing")));
    }

    [Fact]
    public void Listed_story_shows_its_counts_its_newest_change_and_its_names()
    {
        Fill();
        var list = Ledger.List(new StoryQuery());
        Assert.Equal(2, list.Total);
        var one = list.Stories.Single(s => s.Id == new StoryId(1));
        Assert.Equal((2, 1, 2, 1), (one.Articles, one.Outlets, one.Origins, one.Changes));
        Assert.Equal(new LatestChange(new TrackId("story-1-t1a"), "Does the ferry run?", ChangeKind.Denial, "halted", "halted", new DateOnly(2031, 3, 5)), one.Latest);
        Assert.Equal("Ada Brook", Assert.Single(one.Entities));
        Assert.Equal((new DateOnly(2031, 3, 4), 1), Assert.Single(one.Days)); // the other page is not dated to the day
        Assert.Equal([("The Harbour Post", 2)], Ledger.Outlets(10));
    }

    [Theory]
    [InlineData("FERRY", null, null, 2)] // both have the article's title
    [InlineData("does ferry run", null, null, 1)]
    [InlineData("100%", null, null, 0)]
    [InlineData("_", null, null, 0)]
    [InlineData(null, "ada brook", null, 2)]
    [InlineData(null, "Ada", null, 0)]
    [InlineData(null, null, "the harbour post", 2)]
    [InlineData(null, null, "'; DROP TABLE stories; --", 0)]
    public void Stories_are_found_by_words_names_and_outlets(string? text, string? entity, string? outlet, int count)
    {
        Fill();
        var found = Ledger.List(new StoryQuery(text, entity, outlet));
        Assert.Equal(count, found.Total);
        Assert.Equal(found.Total, found.Stories.Length);
    }

    [Fact]
    public void Stories_are_found_by_time_sorted_and_given_page_by_page()
    {
        Fill();
        Assert.Equal(1, Ledger.List(new StoryQuery(From: new DateOnly(2031, 3, 4))).Total); // the last page of the other is not dated
        Assert.Equal(0, Ledger.List(new StoryQuery(To: new DateOnly(2031, 3, 3))).Total);
        foreach (var sort in Enum.GetValues<StorySort>())
        {
            var all = Ledger.List(new StoryQuery(Sort: sort)).Stories.Select(s => s.Id).ToList();
            var paged = Enumerable.Range(0, 3).SelectMany(i => Ledger.List(new StoryQuery(Sort: sort, Skip: i, Take: 1)).Stories.Select(s => s.Id)).ToList();
            Assert.Equal(all, paged);
        }

        Assert.Equal(["Another", "Ferry service halted"], Ledger.List(new StoryQuery(Sort: StorySort.Title)).Stories.Select(s => s.Title));
    }

    [Fact]
    public void Empty_ledger_lists_no_story() => Assert.Equal((0, 0), (Ledger.List(new StoryQuery("x")).Total, Ledger.Outlets(5).Count));

    [Fact]
    public void Changes_are_listed_with_the_words_and_captures_of_both_sides()
    {
        Assert.Equal(0, Ledger.Changes(new ChangeQuery()).Total);
        var made = Fill();
        var change = Assert.Single(Ledger.Changes(new ChangeQuery(new StoryId(1), made.Tracks[0].Id)).Changes);
        var (before, after) = (made.Tracks[0].Entries[0], made.Tracks[0].Entries[1]);
        Assert.Equal((before.Quote, before.Span, after.Quote, after.Span), (change.Before.Quote, change.Before.Span, change.After.Quote, change.After.Span));
        Assert.Equal((ChangeKind.Denial, new DateOnly(2031, 3, 5), "Does the ferry run?"), (change.Kind, change.At, change.Question));
        Assert.Equal(Ledger.Article(after.Article)!.Article.Capture, change.After.Capture);
        Assert.Equal((0, 0, 1), (Ledger.Changes(new ChangeQuery(new StoryId(2))).Total, Ledger.Changes(new ChangeQuery(Track: new TrackId("x"))).Total, Ledger.Changes(new ChangeQuery(Skip: 1)).Total));
    }

    [Fact]
    public void Source_is_one_across_pages_with_each_wording_once()
    {
        Assert.Null(Ledger.Source("ada-brook"));
        Fill();
        var source = Ledger.Source("ada-brook")!;
        Assert.Equal(("Ada Brook", true, 3, 2), (source.Name, source.Named, source.Statements, source.Answers));
        Assert.Equal(["story-1", "story-2"], source.Stories.Select(s => s.Story.ToString()));
        Assert.Equal(3, source.Flows.Sum(f => f.Statements));
        var said = Ledger.Said(new SaidQuery("ada-brook", Take: 2));
        Assert.Equal((3, 2), (said.Total, said.Said.Length));
        Assert.All(said.Said, s => Assert.Equal(s.Words, Slice(s)));
        Assert.Equal(2, Ledger.Said(new SaidQuery("ada-brook", new StoryId(1))).Total);
        Assert.Equal(["halted", "halted"], Ledger.Answers("ada-brook", 10).Select(a => a.Value));

        string Slice(SaidWords said)
        {
            var points = Ledger.Article(said.At.Article)!.Article.Text.EnumerateRunes().ToList();
            return string.Concat(points[said.Points.Start..said.Points.End]);
        }
    }

    [Fact]
    public void Outlet_tells_its_articles_and_whom_it_credits()
    {
        Assert.Null(Ledger.Outlet("The Harbour Post"));
        Fill();
        var outlet = Ledger.Outlet("the harbour post")!;
        Assert.Equal((3, 2, "Northwire", 3), (outlet.Articles, outlet.Stories, outlet.Agencies[0].Name, outlet.Agencies[0].Count));
        Assert.Equal(3, Ledger.Printed("The Harbour Post", 0, 10).Articles.Select(a => a.Article).Distinct().Count());
        Assert.Empty(Ledger.Printed("The Harbour Post", 3, 10).Articles);
    }

    [Fact]
    public void Changes_that_a_person_has_seen_stay_seen_when_the_collection_is_written_again()
    {
        var written = Fill();
        Assert.Null(Ledger.SeenAt("ada"));
        Assert.Equal(1, New("ada"));
        Assert.Equal(1, Ledger.MarkSeen("ada", DateTimeOffset.UnixEpoch));
        Assert.Equal(0, Ledger.MarkSeen("ada", DateTimeOffset.UnixEpoch.AddDays(1)));
        Ledger.Replace(written);
        Assert.Equal((0, 1), (New("ada"), New("ben")));
        Assert.True(Ledger.Changes(new ChangeQuery { Reader = "ada" }).Changes[0].Seen);
        Assert.Equal(1, Ledger.UnmarkSeen("ada"));
        Assert.Equal(1, New("ada"));

        int New(string reader) => Ledger.Changes(new ChangeQuery { Reader = reader, Unseen = true }).Total;
    }

    [Fact]
    public void Changes_are_filtered_by_kind_source_outlet_and_day()
    {
        Fill();
        Assert.Equal(1, Total(new ChangeQuery { Kind = ChangeKind.Denial, Source = "ada-brook", Own = true, Outlet = "the harbour post", From = new DateOnly(2031, 3, 5), To = new DateOnly(2031, 3, 5) }));
        Assert.Equal(0, Total(new ChangeQuery { Kind = ChangeKind.Update }));
        Assert.Equal(0, Total(new ChangeQuery { Source = "ada-brook", Own = false }));
        Assert.Equal(0, Total(new ChangeQuery { Source = "nobody" }));
        Assert.Equal(0, Total(new ChangeQuery { Outlet = "The Harbour Post", Own = true }));
        Assert.Equal(0, Total(new ChangeQuery { From = new DateOnly(2031, 3, 6) }));

        int Total(ChangeQuery query) => Ledger.Changes(query).Total;
    }

    [Fact]
    public void Version_stays_while_nothing_changes_and_turns_with_what_is_derived_or_decided()
    {
        var versions = new List<string> { Ledger.Version() };
        var made = Fill();
        versions.Add(Ledger.Version());
        Ledger.Replace(made);
        Assert.Equal(versions[^1], Ledger.Version());
        Ledger.Replace(made with { Stories = [made.Stories[0] with { Title = "Ferries" }, made.Stories[1]] });
        versions.Add(Ledger.Version());
        Ledger.Decide(Sample.Rulings()[^2], "ada", new DateTimeOffset(2031, 3, 7, 9, 0, 0, TimeSpan.Zero));
        versions.Add(Ledger.Version());
        Assert.Equal(versions.Distinct(), versions);
    }

    [Theory]
    [InlineData("ferry", 5)] // three titles, two statements
    [InlineData("FÉRRIES", 5)]
    [InlineData("ferry runs", 4)] // two articles with their statements: all the words
    [InlineData("\"no ferry\"", 2)]
    [InlineData("\"ferry no\"", 0)]
    [InlineData("lifted", 2)]
    [InlineData("zeppelin", 0)]
    public void Search_finds_statements_and_articles_by_all_their_words(string words, int count)
    {
        Fill();
        var found = Ledger.Search(new SearchQuery(words));
        Assert.Equal(count, found.Total);
        Assert.Equal(count, found.Hits.Length);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    [InlineData("no AND OR NOT NEAR(")]
    [InlineData("words:ferry")]
    [InlineData("{title} : ^ferry* - + ( ) '")]
    [InlineData("'; DROP TABLE hits; --")]
    [InlineData("fer\0ry\" x")]
    [InlineData("\ud800 \udfff ferry")]
    [InlineData("😀 !!! ...")]
    public void Nothing_that_is_looked_for_breaks_the_search(string words)
    {
        Fill();
        Assert.True(Ledger.Search(new SearchQuery(words)).Total >= 0);
        Assert.True(Ledger.Search(new SearchQuery(string.Concat(Enumerable.Repeat(words + " ", 500)))).Total >= 0);
        Assert.Equal(5, Ledger.Search(new SearchQuery("ferry")).Total);
    }

    [Fact]
    public void Search_is_narrowed_by_kind_story_outlet_source_and_time()
    {
        Fill();
        Assert.Equal((2, 3), (Count(new("ferry", SearchKind.Statement)), Count(new("ferry", SearchKind.Article))));
        Assert.Equal((4, 1), (Count(new("ferry", Story: new StoryId(1))), Count(new("ferry", Story: new StoryId(2)))));
        Assert.Equal((5, 0), (Count(new("ferry", Outlet: "the harbour post")), Count(new("ferry", Outlet: "Another"))));
        Assert.Equal((2, 2, 0), (Count(new("ferry", Source: "ada brook")), Count(new("ferry", Source: "The minister")), Count(new("ferry", Source: "Ada"))));
        Assert.Equal((5, 3, 0), (Count(new("ferry", From: new DateOnly(2031, 3, 4))), Count(new("ferry", From: new DateOnly(2031, 3, 5))), Count(new("ferry", To: new DateOnly(2031, 3, 3)))));
        Assert.Equal((6, 3), (Count(new()), Count(new(Source: "Ada Brook")))); // without words all that fits

        int Count(SearchQuery query) => Ledger.Search(query).Total;
    }

    [Fact]
    public void Hit_carries_its_words_verbatim_its_capture_and_the_words_that_were_looked_for()
    {
        Fill();
        var hit = Assert.Single(Ledger.Search(new SearchQuery("\"no ferry\"", SearchKind.Statement)).Hits);
        var article = Ledger.Article(hit.Article)!.Article;
        Assert.Equal(("no ferry runs", "Ada Brook", new StoryId(1)), (hit.Words, hit.Source, hit.Story));
        Assert.Equal(hit.Words, hit.Points!.Value.Slice(article.Text)); // no pairs of surrogates: code points are offsets
        Assert.Equal((article.Capture, article.Published), (hit.Capture, hit.Published));
        Assert.Equal("no ferry", string.Concat(hit.Snippet.Where(p => p.Found).Select(p => p.Text)));
        Assert.Equal(hit.Words, string.Concat(hit.Snippet.Select(p => p.Text)));
        var title = Ledger.Search(new SearchQuery("halted", SearchKind.Article)).Hits[0]; // in the title alone
        Assert.DoesNotContain(title.Snippet, p => p.Found);
        Assert.StartsWith("The minister said", title.Snippet[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_is_given_page_by_page_and_follows_the_fold()
    {
        Assert.Equal(0, Ledger.Search(new SearchQuery("ferry")).Total);
        var made = Fill();
        var all = Ledger.Search(new SearchQuery("ferry")).Hits.Select(h => (h.Article, h.Statement)).ToList();
        Assert.Equal(all, Enumerable.Range(0, 7).SelectMany(i => Ledger.Search(new SearchQuery("ferry", Skip: i, Take: 1)).Hits).Select(h => (h.Article, h.Statement)));
        Ledger.Replace(made);
        Assert.Equal(5, Ledger.Search(new SearchQuery("ferry")).Total);
        Assert.Empty(Ledger.CheckStore());
    }

    [Fact]
    public void Times_of_capture_are_those_that_are_known()
    {
        var at = new DateTimeOffset(2031, 3, 6, 7, 8, 9, TimeSpan.FromHours(1));
        var dated = Sample.Derived("b.txt", "no ferry runs");
        Ledger.Append(dated with { Capture = dated.Capture with { CapturedAt = at } });
        Ledger.Append(Sample.Derived("a.txt", "the ferry runs"));
        Ledger.Append(Sample.Derived("c.txt", "the fog lifted"));
        Ledger.Replace(Sample.Ledger([.. Ledger.History()]));
        var known = Assert.Single(Ledger.CapturedAt(new StoryId(1)));
        Assert.Equal((dated.Capture.Id, at), (known.Key, known.Value));
    }

    [Fact]
    public void Neighbours_are_the_articles_of_the_page_and_other_captures_of_its_address()
    {
        var first = Sample.Derived("b.txt", "no ferry runs");
        var article = first.Articles[0];
        var second = article with { Article = article.Article with { Id = Article.IdOf(first.Capture.Id, 1), Title = null }, Annotations = article.Annotations with { Statements = [] } };
        Ledger.Append(first with { Articles = [article, second] });
        Ledger.Append(Sample.Derived("a.txt", "the ferry runs"));
        var history = Ledger.History().ToList();
        Ledger.Replace(new Ledger(Pipeline.Stamp, [.. history], [], [], [], [], []));
        var found = Ledger.Neighbours(second.Article.Id);
        Assert.Equal([article.Article.Id, second.Article.Id], found.SamePage.Select(n => n.Article));
        Assert.Equal(["Ferry service halted", "b.txt"], found.SamePage.Select(n => n.Title));
        Assert.Equal(history[2].Article.Id, Assert.Single(found.Captures).Article);
        Assert.Equal((0, 0), (Ledger.Neighbours(new ArticleId("nothing")).SamePage.Length, Ledger.Neighbours(new ArticleId("nothing")).Captures.Length));
    }

    [Fact]
    public void Statements_stand_verbatim_in_the_index()
    {
        Fill();
        var rows = Ledger.StatementRows().ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, r => Assert.Equal(r.Text, r.Span.Slice(Ledger.Article(r.Article)!.Article.Text)));
    }

    [Fact]
    public void Refused_input_is_kept_once_with_its_bytes()
    {
        var refused = Quarantined.Of(new Rejection(Codes.Binary, "A PDF.", "x.pdf"), Encoding.ASCII.GetBytes("%PDF-1.7"));
        Assert.True(Ledger.Refuse(refused));
        Assert.False(Ledger.Refuse(refused));
        var held = Assert.Single(Ledger.Quarantine());
        Assert.Equal(refused.Rejection, held.Rejection);
        Assert.Equal(refused.Bytes!.Value.ToArray(), held.Bytes!.Value.ToArray());
    }

    [Fact]
    public void Refused_input_without_bytes_is_told_from_refused_input_of_no_bytes()
    {
        Ledger.Refuse(Quarantined.Of(new Rejection(Codes.TooLarge, "Too large.", "big.txt")));
        Ledger.Refuse(Quarantined.Of(new Rejection(Codes.Empty, "Empty.", "empty.txt"), Array.Empty<byte>()));
        var held = Ledger.Quarantine();
        Assert.Null(held[0].Bytes);
        Assert.Equal(0, held[1].Bytes!.Value.Length);
        Assert.Empty(Ledger.CheckStore());
    }

    [Fact]
    public void Capture_that_could_not_be_read_is_kept_and_quarantined()
    {
        var capture = Sample.Page("empty.txt", "...");
        Ledger.Append(new Derived(capture, [], new Rejection(Codes.NoArticle, "Nothing but dots.", "empty.txt")));
        Assert.True(Ledger.Holds(capture.Id));
        Assert.Equal(capture.Id, Assert.Single(Ledger.Quarantine()).Capture);
    }

    [Fact]
    public void Reading_a_capture_again_lifts_it_out_of_quarantine()
    {
        var derived = Sample.Derived("a.txt", "no ferry runs");
        Ledger.Append(derived with { Articles = [], Rejection = new Rejection(Codes.NoArticle, "Nothing.", "a.txt") });
        Ledger.Rederive(derived);
        Assert.Empty(Ledger.Quarantine());
        Assert.Single(Ledger.History());
    }

    [Fact]
    public void Reading_a_capture_again_with_other_results_takes_the_old_stories_away()
    {
        Fill();
        var changed = Ledger.Capture(Ledger.Captures()[0])!;
        Ledger.Rederive(new Derived(changed, [], new Rejection(Codes.NoArticle, "Nothing.", changed.Page)));
        Assert.True(Ledger.FoldIsDue());
        Assert.Empty(Ledger.Load().Tracks);
        Assert.Equal(2, Ledger.Load().Articles.Length);
    }

    [Fact]
    public void Stale_captures_are_all_until_they_are_read_again()
    {
        var written = Fill();
        Assert.Empty(Ledger.StaleCaptures());
        Ledger.MarkStale();
        Assert.Equal(3, Ledger.StaleCaptures().Count());
        foreach (var derived in new[] { Sample.Derived("b.txt", "no ferry runs"), Sample.Derived("a.txt", "the ferry runs"), Sample.Derived("c.txt", "the fog lifted") }) Ledger.Rederive(derived);
        Assert.Empty(Ledger.StaleCaptures());
        Assert.Equal(Print(written), Print(Ledger.Load())); // nothing differed, so the stories stayed
    }

    [Fact]
    public void Closed_and_opened_again_it_holds_the_same()
    {
        var written = Fill();
        Ledger.Dispose();
        using var again = Open();
        Assert.Equal(Print(written), Print(again.Load()));
        Assert.Empty(again.CheckStore());
    }

    protected virtual void Dispose(bool disposing) => opened?.Dispose();

    private static Ledger Untokened(Ledger ledger) => ledger with { Articles = [.. ledger.Articles.Select(a => a with { Annotations = a.Annotations with { Tokens = [] } })] };

    private static string Print(Ledger ledger)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Json.Indented)) LedgerJson.Write(json, ledger);
        var payloads = ledger.Articles.Select(a => Convert.ToHexString(Payload.Json(a)));
        return Encoding.UTF8.GetString(bytes.ToArray()) + string.Join('\n', payloads) + string.Join('\n', ledger.Placements);
    }

    private Ledger Fill(bool fold = true)
    {
        Ledger.Append(Sample.Derived("b.txt", "no ferry runs"));
        Ledger.Append(Sample.Derived("a.txt", "the ferry runs"));
        Ledger.Append(Sample.Derived("c.txt", "the fog lifted"));
        var made = Sample.Ledger([.. Ledger.History()]);
        if (fold) Ledger.Replace(made);
        return made;
    }
}
