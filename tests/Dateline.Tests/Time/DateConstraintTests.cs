using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dateline.Annotation;
using Dateline.Exchange;
using Dateline.Time;

namespace Dateline.Tests.Time;

/// <summary>Each kind of evidence that bounds the day of an undated page, and what becomes of them together.</summary>
public class DateConstraintTests
{
    private const string Anchor = "The fair at Sarn opened, March 3, 2031.";

    private static AnnotatedArticle Page(string id, DateOnly? published, params (BlockRole Role, string Text)[] lines)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var (role, line) in lines)
        {
            blocks.Add(new Block(role, new TextSpan(text.Length, text.Length + line.Length), "test"));
            text.Append(line).Append('\n');
        }

        var date = published is { } day ? UncertainDate.On(day, "given") : UncertainDate.Unknown("test");
        var article = new Article(new ArticleId(id), CaptureId.Of(Encoding.UTF8.GetBytes(id + text)), id, text.ToString(), blocks.ToImmutable(), null, new Sourced($"The {id} Post", "test"), [], [], null, date, published is null ? "none" : "manifest", null, "en", null, []);
        return PublicationDater.FromOwnText(new AnnotatedArticle(article, Annotator.Annotate(article)));
    }

    private static AnnotatedArticle Undated(params string[] paragraphs) => Page("undated", null, [.. paragraphs.Select(p => (BlockRole.Body, p))]);

    private static AnnotatedArticle Dated(string id, DateOnly day, params string[] paragraphs) => Page(id, day, [.. paragraphs.Select(p => (BlockRole.Body, p))]);

    private static DateOnly Day(int month, int day) => new(2031, month, day);

    private static AnnotatedArticle Last(params AnnotatedArticle[] pages) => Together([], pages)[^1];

    private static ImmutableArray<AnnotatedArticle> Together(ImmutableArray<Copy> copies, params AnnotatedArticle[] pages)
    {
        var story = new Story(new StoryId(1), "test", [.. pages.Select(p => p.Article.Id)], UncertainDate.Unknown("test"), UncertainDate.Unknown("test"));
        return PublicationDater.FromStory([.. pages], [story], copies);
    }

    private static DateConstraint Only(AnnotatedArticle page, DateEvidence kind) => Assert.Single(page.Article.Derivation, d => d.Kind == kind);

    private static void Within(DateOnly from, DateOnly to, AnnotatedArticle page) => Assert.Equal((from, to), (page.Article.Published.From!.Value, page.Article.Published.To!.Value));

    [Fact]
    public void The_newest_date_of_the_text_bounds_it_from_both_sides()
    {
        var page = Undated("The weir at Vell was shut for repairs.", "It had been opened on Monday, 3 March 2031, the council recalled.");
        Within(Day(3, 3), Day(3, 4), page);
        Assert.Equal(DateEvidence.NewestDate, page.Article.Derivation[0].Kind);
    }

    [Fact]
    public void A_caption_bounds_it()
    {
        var page = Page("undated", null, (BlockRole.Body, "The weir at Vell was shut."), (BlockRole.Caption, "The weir, March 3, 2031."));
        Assert.Equal((Day(3, 3), Day(3, 17)), (Only(page, DateEvidence.Caption).From, Only(page, DateEvidence.Caption).To));
    }

    [Theory]
    [InlineData("This article was first published on 5 March 2031.", "2031-03-05", null)]
    [InlineData("This article was corrected on 10 March 2031 to give the mayor's name.", "2031-02-10", "2031-03-10")]
    public void A_notice_bounds_it(string notice, string? from, string? to)
    {
        var step = Only(Page("undated", null, (BlockRole.Body, "The weir at Vell was shut."), (BlockRole.Caption, "The weir, March 3, 2031."), (BlockRole.Notice, notice)), DateEvidence.Notice);
        Assert.Equal((from, to), (step.From?.ToString("O"), step.To?.ToString("O")));
    }

    [Fact]
    public void The_newest_year_of_a_copyright_line_is_the_last_in_which_it_can_have_been_made()
    {
        var page = Page("undated", null, (BlockRole.Body, "Marshal Orn wrote in a letter that 2031 would be the year of the weir."), (BlockRole.Boilerplate, "Copyright 2019-2030 Vell Post. All rights reserved."));
        Within(new DateOnly(2030, 12, 1), new DateOnly(2030, 12, 31), page);
    }

    [Fact]
    public void A_weekday_beside_a_day_without_its_year_chooses_the_year()
    {
        // 4 March is a Tuesday in 2031; the dated page alone would allow 2032, too
        var page = Last(Dated("a", Day(6, 1), "Nobody knows why the cranes of Anse stand still."), Undated("The council of Vell had opened the weir on Tuesday, March 4, and then it was shut."));
        Assert.True(Only(page, DateEvidence.YearlessDate).Holds);
        Assert.InRange(page.Article.Published.To!.Value, Day(3, 4), Day(12, 31));
    }

    [Theory]
    [InlineData("It has been 20 days since May 3 and nothing has changed, the miners said.", 17, 30)]
    [InlineData("The roof came down on May 3, three weeks ago, the miners said.", 18, 30)]
    public void An_age_counts_from_the_date_beside_it(string sentence, int first, int last)
    {
        var page = Last(Dated("a", Day(6, 1), "The pit at Vell is shut."), Undated("The pit at Vell is shut.", sentence));
        Assert.True(Only(page, DateEvidence.Age).Holds);
        Assert.InRange(page.Article.Published.From!.Value, Day(5, first), Day(5, last));
        Assert.InRange(page.Article.Published.To!.Value, Day(5, first), Day(5, last));
    }

    [Fact]
    public void Who_quotes_what_was_said_on_a_day_is_no_older()
    {
        var first = Dated("first", Day(3, 12), "\"Nobody in this valley will ever trust that wall again,\" mayor Ilse Orn said on Tuesday.");
        var page = Last(first, Undated("Many recall the words of mayor Ilse Orn, \"Nobody in this valley will ever trust that wall again,\" and agree."));
        Assert.Equal(Day(3, 11), Only(page, DateEvidence.SaidOn).From);
        Assert.Equal("first", Only(page, DateEvidence.SaidOn).Other!.Value.Value);
    }

    [Fact]
    public void A_count_of_days_that_another_page_has_ties_the_two()
    {
        var page = Last(Dated("a", Day(3, 12), "It was the fifth day of the dockers' strike."), Undated("On the 12th day of the strike the dockers' leaders met the port of Anse."));
        Within(Day(3, 18), Day(3, 20), page);
        Assert.Equal(DateEvidence.DayCount, page.Article.Derivation[^1].Kind);
    }

    [Fact]
    public void An_event_that_one_page_dates_by_its_age_and_another_by_its_day_ties_the_two()
    {
        var page = Last(
            Dated("a", Day(3, 20), "Armed raiders burned the old signal tower at Anse harbour on March 4, police recalled."),
            Undated("Armed raiders burned the old signal tower at Anse harbour ten days ago, and nobody has been held."));
        Within(Day(3, 14), Day(3, 14), page);
    }

    [Fact]
    public void A_page_that_credits_an_agency_is_no_older_than_its_text()
    {
        var wire = Dated("wire", Day(3, 12), "The weir at Vell broke.");
        var client = Undated("The weir at Vell broke.");
        client = client with { Article = client.Article with { Agencies = ["The wire Post"] } };
        var copy = new Copy(wire.Article.Id, client.Article.Id, CopyKind.NearCopy, 1, [], "test");
        Assert.Equal(Day(3, 11), Together([copy], wire, client)[1].Article.Published.From);
    }

    [Fact]
    public void Who_speaks_on_Fridays_of_different_weeks_dates_nothing_and_that_is_remarked()
    {
        var page = Last(
            Dated("a", Day(3, 8), "Harbour master Tove Lind said Friday that the cranes of Anse would stand still."),
            Dated("b", Day(3, 22), "Harbour master Tove Lind said Friday that the cranes of Anse would turn again."),
            Undated("Harbour master Tove Lind said Friday that the cranes of Anse were safe."));
        Assert.DoesNotContain(page.Article.Derivation, d => d.Kind == DateEvidence.SameStatement && d.Holds);
        Assert.Contains(page.Article.Remarks, r => r.Code == Codes.DateContradiction);
    }

    [Fact]
    public void What_contradicts_stronger_evidence_is_passed_over_and_remarked()
    {
        var copied = Dated("copied", Day(6, 20), "The weir at Vell was shut for repairs by the council.");
        var page = Page("undated", null, (BlockRole.Body, "The weir at Vell was shut for repairs by the council."), (BlockRole.Caption, "The weir, March 3, 2031."));
        var found = Together([new Copy(page.Article.Id, copied.Article.Id, CopyKind.NearCopy, 1, [], "test")], copied, page)[1].Article;
        Assert.False(Assert.Single(found.Derivation, d => d.Kind == DateEvidence.Caption).Holds);
        Assert.Contains("March 3, 2031", Assert.Single(found.Remarks, r => r.Code == Codes.DateContradiction && r.Detail.Contains("caption", StringComparison.Ordinal)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_intervals_of_the_steps_that_hold_give_the_interval()
    {
        foreach (var page in Together([], [.. MadePages(3).Take(12)]).Where(p => p.Article.Derivation.Length > 0))
        {
            var holding = page.Article.Derivation.Where(d => d.Holds).ToList();
            Assert.Equal(page.Article.Published.From, holding.Max(d => d.From));
            Assert.Equal(page.Article.Published.To, holding.Min(d => d.To));
        }
    }

    [Fact]
    public void An_interval_narrows_as_pages_arrive()
    {
        var page = Undated("The council of Vell met on Friday over the broken weir.", "On the 12th day of the repairs nobody could say when they end.");
        var first = Dated("first", Day(5, 30), "The weir at Vell has been mended.");
        var second = Dated("second", Day(3, 20), "The council of Vell met over the broken weir on the fifth day of the repairs.");
        var widths = new[] { Together([], page, first), Together([], page, first, second) }.Select(p => p[0].Article.Published).Select(d => d.To!.Value.DayNumber - d.From!.Value.DayNumber).ToList();
        Assert.False(Together([], page)[0].Article.Published.IsKnown);
        Assert.True(widths[1] < widths[0]);
        Assert.InRange(widths[1], 0, 2);
    }

    [Fact]
    public void More_pages_never_widen_an_interval_unless_a_contradiction_is_remarked()
    {
        var known = 0;
        for (var seed = 1; seed <= 30; seed++)
        {
            var pages = MadePages(seed).ToArray();
            var before = new Dictionary<ArticleId, Article>();
            for (var held = 2; held <= pages.Length; held++)
            {
                var now = Together([], pages[..held]);
                foreach (var page in now.Select(p => p.Article).Where(a => a.Derivation.Length > 0))
                {
                    if (before.TryGetValue(page.Id, out var was) && was.Remarks.Concat(page.Remarks).All(r => r.Code != Codes.DateContradiction))
                    {
                        known++;
                        Assert.True(page.Published.From >= was.Published.From && page.Published.To <= was.Published.To, $"{seed}: {was.Published} became {page.Published} with {held} pages");
                    }

                    before[page.Id] = page;
                }
            }
        }

        Assert.True(known > 200, $"only {known} steps were looked at");
    }

    [Fact]
    public void The_steps_stand_in_the_ledger_file()
    {
        var page = Page("undated", null, (BlockRole.Body, "The weir at Vell was shut."), (BlockRole.Caption, Anchor));
        var ledger = Pipeline.Follow([page]);
        using var json = JsonDocument.Parse(Json.Bytes(w => LedgerJson.Write(w, ledger), Json.Compact));
        var published = json.RootElement.GetProperty("articles")[0].GetProperty("published");
        Assert.Equal("2031-03-03", published.GetProperty("from").GetString());
        var step = published.GetProperty("derivation")[0];
        Assert.Equal(("caption", "2031-03-17", true), (step.GetProperty("kind").GetString(), step.GetProperty("to").GetString(), step.GetProperty("holds").GetBoolean()));
    }

    /// <summary>Pages of one made story, from a fixed sequence of numbers: dated and undated, with weekdays, counts, ages, quotations and days.</summary>
    private static IEnumerable<AnnotatedArticle> MadePages(int seed)
    {
        var random = new Random(seed);
        var start = Day(3, 4);
        for (var at = 0; at < 12; at++)
        {
            var day = start.AddDays(random.Next(40));
            var sentences = new List<string> { "The harbour of Anse stands still over the burned signal tower." };
            if (random.Next(2) == 0) sentences.Add($"Harbour master Tove Lind said {day.AddDays(-random.Next(5)).DayOfWeek} that the cranes of Anse would stand.");
            if (random.Next(3) == 0) sentences.Add($"It was the {day.DayNumber - start.DayNumber + 3}th day of the dockers' strike.");
            if (random.Next(3) == 0) sentences.Add("Armed raiders burned the old signal tower at Anse harbour on March 4, police recalled.");
            if (random.Next(3) == 0) sentences.Add($"Armed raiders burned the old signal tower at Anse harbour {day.DayNumber - start.DayNumber + 2} days ago, police said.");
            if (random.Next(4) == 0) sentences.Add($"The tower was damaged in {(random.Next(2) == 0 ? "January" : "February")} and had been mended.");
            var dated = random.Next(2) == 0;
            yield return Page($"p{at}", dated ? day : null, [.. sentences.Select(s => (BlockRole.Body, s))]);
        }
    }
}
