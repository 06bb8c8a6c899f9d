using Dateline.Stories;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Stories;

public class StoryStreamTests
{
    private static readonly string[] Bridge =
    [
        "The suspension bridge at Korvel was closed to lorries after inspectors found broken strands in a main cable of the Korvel bridge.",
        "Korvel bridge engineers wrapped the damaged main cable while lorries queued for the ferry across the Teme.",
        "Drivers in Korvel face months of detours, the bridge inspectors said, as strands of the main cable are replaced.",
    ];

    private static readonly string[] Vaccine =
    [
        "Health officials in Sandria began vaccinating children against marsh fever after the first cases of marsh fever in the delta.",
        "Sandria ordered more doses as marsh fever spread among children in the delta villages, health officials said.",
    ];

    private static Article Given(string id, string text, string? published = "2031-04-02") => ArticleText.Of(id, text, published, null, text.Split(" after ")[0]);

    [Fact]
    public void Reports_of_one_event_meet_in_one_story()
    {
        var stream = new StoryStream();
        var placed = Bridge.Concat(Vaccine).Select((t, at) => stream.Add(Given("p" + at, t)).Story.Value).ToArray();
        Assert.Equal([1, 1, 1, 2, 2], placed);
    }

    [Fact]
    public void Every_article_stands_in_exactly_one_story_and_no_id_is_used_twice()
    {
        var texts = Bridge.Concat(Vaccine).ToArray();
        Prop.ForAll(Gen.Elements(texts).Two().Select(p => p.Item1 + "\n" + p.Item2).ListOf(12).ToArbitrary(), list =>
        {
            var stream = new StoryStream();
            var placed = list.Select((t, at) => stream.Add(Given("p" + at, t, $"2031-04-{at + 1:00}")).Story.Value).ToArray();
            var standing = stream.Standing().ToArray();
            var created = 0;
            foreach (var story in placed)
            {
                if (story > created + 1) return false;
                created = Math.Max(created, story);
            }

            return standing.Length == list.Count && standing.Select(s => s.Article).Distinct().Count() == list.Count && standing.All(s => s.Story.Value >= 1 && s.Story.Value <= created);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_same_stream_gives_the_same_stories()
    {
        string[] Run()
        {
            var stream = new StoryStream();
            return [.. Bridge.Concat(Vaccine).Reverse().Select((t, at) => stream.Add(Given("p" + at, t)).ToString())];
        }

        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void Two_short_reports_of_one_day_that_share_hardly_a_word_are_two_events()
    {
        var stream = new StoryStream();
        var ferry = stream.Add(Given("a", "The captain of a ferry that ran into a pier in Port Ostrel had been on duty for nineteen hours, an inquiry heard on Saturday."));
        var mine = stream.Add(Given("b", "The last coal mine of the Marrow basin closed on Saturday. Six hundred miners lose their work."));
        Assert.NotEqual(ferry.Story, mine.Story);
    }

    [Fact]
    public void Undated_reports_of_two_events_of_one_kind_are_told_apart_by_what_they_state()
    {
        string[] one =
        [
            "Dorvel, 12 May 2027\nAn earthquake of magnitude 5.8 damaged 240 houses in Dorvel on Wednesday. Mayor Ilva Kern opened a school for those who lost their homes.",
            "13 May 2027\nThe earthquake of magnitude 5.8 damaged 240 houses in Dorvel, Mayor Ilva Kern said, and 31 aftershocks followed. Those who lost their homes sleep in a school.",
        ];
        string[] other =
        [
            "2 October 2031\nRescuers from Tamsin searched the fallen market hall of Dorvel, where 17 people died in the earthquake of magnitude 6.4 that also broke the Orrin dam.",
            "Dorvel, 3 October 2031\nThe earthquake of magnitude 6.4 broke the Orrin dam, and rescuers from Tamsin found 17 dead in the fallen market hall of Dorvel.",
        ];
        var stream = new StoryStream();
        var placed = new[] { one[0], other[0], one[1], other[1] }.Select((t, at) => stream.Add(ArticleText.Of("p" + at, t)).Story.Value).ToArray();
        Assert.Equal([1, 2, 1, 2], placed);
    }

    [Fact]
    public void Groups_of_undated_articles_are_the_same_in_any_order_and_each_article_stands_in_one()
    {
        var pages = Bridge.Concat(Vaccine).Select((text, at) => (Id: at, Terms: ArticleTerms.Of(Given($"p{at}", text, published: null)))).ToArray();
        var vocabulary = new Vocabulary();
        foreach (var (_, terms) in pages) vocabulary.Add(terms.Terms);
        var first = Partition(pages);
        Assert.Equal(Enumerable.Range(0, pages.Length), first.Split('|', ' ').Select(int.Parse).Order());
        Assert.DoesNotContain(first.Split('|'), g => g.Split(' ').Select(int.Parse).Any(i => i < Bridge.Length) && g.Split(' ').Select(int.Parse).Any(i => i >= Bridge.Length));
        Prop.ForAll(Gen.Shuffle(pages).ToArbitrary(), shuffled => Partition(shuffled) == first).QuickCheckThrowOnFailure();

        string Partition(IReadOnlyList<(int Id, ArticleTerms Terms)> order) =>
            string.Join('|', PairLinkage.Groups([.. order.Select(p => p.Terms)], vocabulary, StoryWeights.Trained).Select(g => string.Join(' ', g.Select(at => order[at].Id).Order())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_placement_names_the_episode_in_which_the_article_then_stands()
    {
        var stream = new StoryStream();
        foreach (var (text, at) in Bridge.Concat(Vaccine).Concat(Bridge).Select((t, at) => (t, at)))
        {
            var placed = stream.Add(Given($"p{at}", text, published: at % 3 == 0 ? "2031-04-02" : null));
            Assert.Equal(stream.InEpisodes().Last().Episode, placed.Story);
        }
    }

    [Fact]
    public void Many_undated_articles_stay_where_they_were_placed()
    {
        var stream = new StoryStream();
        var placed = Enumerable.Range(0, 60).Select(at => stream.Add(Given($"p{at}", $"{(at % 2 == 0 ? Bridge : Vaccine)[at % 3 % 2]} Report {at} of the day.", published: null))).ToList();
        Assert.DoesNotContain(stream.Moves, m => int.Parse(m.By.Value[1..], System.Globalization.CultureInfo.InvariantCulture) > 40);
        Assert.Equal(placed.Count, stream.InEpisodes().Count());
    }

    [Fact]
    public void An_article_without_words_is_a_story_of_its_own()
    {
        var stream = new StoryStream();
        Assert.NotEqual(stream.Add(Given("a", "")).Story, stream.Add(Given("b", "")).Story);
    }

    [Fact]
    public void A_later_turn_of_an_affair_opens_an_event_that_redirects_to_the_first_story()
    {
        var stream = new StoryStream();
        var first = stream.Add(Given("a", Bridge[0])).Story;
        stream.Add(Given("b", Vaccine[0]));
        var turn = stream.Add(Given("c", Bridge[1], "2031-05-20")).Story;
        Assert.NotEqual(first, turn);
        Assert.Equal(["a", "c"], stream.Standing().Where(s => s.Story == first).Select(s => s.Article.Value));
    }

    [Fact]
    public void Order_of_arrival_makes_no_difference_to_a_small_collection()
    {
        var pages = Bridge.Concat(Vaccine).Select((t, at) => Given("p" + at, t, $"2031-04-{(at * 3) + 1:00}")).ToArray();
        Prop.ForAll(Gen.Shuffle(pages).ToArbitrary(), shuffled =>
        {
            var stream = Placed(shuffled);
            var story = stream.Standing().ToDictionary(s => s.Article.Value, s => s.Story);
            return story["p0"] == story["p1"] && story["p1"] == story["p2"] && story["p3"] == story["p4"] && story["p0"] != story["p3"];
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Order_of_arrival_makes_no_difference_to_a_few_undated_pages()
    {
        Article[] pages = [.. Bridge.Concat(Vaccine).Select((text, at) => Given($"p{at}", text, published: null))];
        string Partition(IEnumerable<Article> order) => string.Join('|', Placed(order).Standing().GroupBy(s => s.Story, s => s.Article.Value).Select(g => string.Join(' ', g.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
        var random = new Random(1);
        var first = Partition(pages);
        for (var round = 0; round < 20; round++)
        {
            random.Shuffle(pages);
            Assert.Equal(first, Partition(pages));
        }
    }

    [Fact]
    public void Stories_that_a_late_page_regroups_are_recorded_and_every_lost_id_leads_on()
    {
        var pages = Bridge.Concat(Vaccine).SelectMany((t, at) => new[] { Given($"p{at}", t, $"2031-04-{(at * 3) + 1:00}"), Given($"q{at}", t, $"2031-06-{(at * 3) + 1:00}") }).ToArray();
        Prop.ForAll(Gen.Shuffle(pages).ToArbitrary(), shuffled =>
        {
            var stream = new StoryStream();
            var before = new Dictionary<string, StoryId>();
            foreach (var page in shuffled)
            {
                var known = stream.Moves.Count;
                stream.Add(page);
                var moved = stream.Moves.Skip(known).ToList();
                var after = stream.Standing().ToDictionary(s => s.Article.Value, s => s.Story);
                if (before.Any(b => after[b.Key] != b.Value && !moved.Any(m => m.From == b.Value && m.To == after[b.Key]))) return false;
                if (before.Values.Distinct().Any(lost => !after.ContainsValue(lost) && !moved.Any(m => m.Kind == StoryMoveKind.Merge && m.From == lost))) return false;
                before = after;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Index_that_was_kept_goes_on_as_if_it_had_never_ended()
    {
        var pages = Bridge.Concat(Vaccine).Select((t, at) => Given("p" + at, t, $"2031-04-{20 - (at * 3):00}")).ToArray();
        for (var cut = 0; cut <= pages.Length; cut++)
        {
            var whole = Placed(pages);
            using var kept = new MemoryStream();
            Placed(pages[..cut]).Write(kept);
            kept.Position = 0;
            var again = StoryStream.Read(kept);
            foreach (var page in pages[cut..]) again.Add(page);
            Assert.Equal(whole.Standing(), again.Standing());
            Assert.Equal(whole.InEpisodes(), again.InEpisodes());
            Assert.Equal(whole.Moves, again.Moves);
        }
    }

    [Fact]
    public void Index_that_was_cut_or_changed_is_refused()
    {
        using var kept = new MemoryStream();
        Placed([Given("a", Bridge[0])]).Write(kept);
        var bytes = kept.ToArray();
        for (var length = 0; length < bytes.Length; length += 7)
        {
            using var cut = new MemoryStream(bytes, 0, length);
            Assert.Throws<InvalidDataException>(() => StoryStream.Read(cut));
        }

        bytes[5] ^= 1;
        using var other = new MemoryStream(bytes);
        Assert.Throws<InvalidDataException>(() => StoryStream.Read(other));
    }

    private static StoryStream Placed(IEnumerable<Article> pages)
    {
        var stream = new StoryStream();
        foreach (var page in pages) stream.Add(page);
        return stream;
    }
}
