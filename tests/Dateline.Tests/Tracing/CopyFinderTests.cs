using System.Collections.Immutable;
using Dateline.Tracing;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Tracing;

public class CopyFinderTests
{
    private const string Harbour =
        "Engineers closed the eastern lock of Varnholm harbour on Monday after divers found cracks in the gate that keeps the tide out of the old town.\n" +
        "The port authority ordered forty barges to wait upstream while crews pumped concrete into the foundations through the night.\n" +
        "“We have perhaps two days before the spring tide reaches us,” harbour master Ilse Brandt told reporters beside the flooded quay.\n" +
        "Fish traders moved their stalls to the railway yard, where volunteers handed out blankets and soup to families from the lower streets.\n" +
        "A survey commissioned nine years ago had warned that the gate would fail unless its hinges were replaced.";

    private const string Own =
        "Residents of the lower quarter packed their cellars into vans as the water rose behind the damaged gate.\n" +
        "City councillors argued until midnight over who should pay for repairs that engineers first requested under the previous mayor.\n" +
        "Insurance brokers said claims would exceed those of the storm that tore the roof from the market hall.";

    private static Article Given(string id, string text, string? published = "2031-04-02") => ArticleText.Of(id, text, published, "The " + id, "Lock closed in Varnholm");

    private static ImmutableArray<Copy> Find(params Article[] articles) => CopyFinder.Find(articles);

    private static string[] Lines(string text) => text.Split('\n');

    [Fact]
    public void The_same_text_is_a_near_copy_of_the_earlier_page()
    {
        var copy = Assert.Single(Find(Given("late", Harbour, "2031-04-03"), Given("early", Harbour)));
        Assert.Equal((CopyKind.NearCopy, "early", "late"), (copy.Kind, copy.A.Value, copy.B.Value));
        Assert.True(copy.Share > 0.99);
    }

    [Fact]
    public void A_text_cut_to_its_first_paragraphs_is_a_near_copy() =>
        Assert.Equal(CopyKind.NearCopy, Assert.Single(Find(Given("full", Harbour), Given("cut", string.Join('\n', Lines(Harbour)[..3])))).Kind);

    [Fact]
    public void The_fuller_text_gave_where_dates_do_not_tell()
    {
        var copy = Assert.Single(Find(Given("cut", string.Join('\n', Lines(Harbour)[..3]), null), Given("full", Harbour, null)));
        Assert.Equal(("full", "cut"), (copy.A.Value, copy.B.Value));
    }

    [Fact]
    public void Moved_paragraphs_do_not_hide_a_copy() =>
        Assert.Equal(CopyKind.NearCopy, Assert.Single(Find(Given("a", Harbour), Given("b", string.Join('\n', Lines(Harbour).Reverse())))).Kind);

    [Fact]
    public void Small_edits_do_not_hide_a_copy()
    {
        var edited = Harbour.Replace("closed", "shut", StringComparison.Ordinal).Replace("on Monday ", "", StringComparison.Ordinal).Replace("forty", "some forty", StringComparison.Ordinal).Replace('“', '"').Replace('”', '"');
        Assert.Equal(CopyKind.NearCopy, Assert.Single(Find(Given("a", Harbour), Given("b", edited))).Kind);
    }

    [Fact]
    public void Two_paragraphs_in_a_report_of_ones_own_are_a_partial_copy()
    {
        var mixed = Own + "\n" + string.Join('\n', Lines(Harbour)[3..]);
        var copy = Assert.Single(Find(Given("wire", Harbour), Given("paper", mixed, "2031-04-03")));
        Assert.Equal(CopyKind.Partial, copy.Kind);
        var carried = string.Concat(copy.Passages.Select(p => p.B.Slice(mixed)));
        Assert.Contains("railway yard", carried, StringComparison.Ordinal);
        Assert.DoesNotContain("councillors", carried, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_that_both_heard_is_no_copy() =>
        Assert.Empty(Find(Given("a", Harbour), Given("b", Own + "\n“We have perhaps two days before the spring tide reaches us,” said Ilse Brandt.")));

    [Fact]
    public void A_shared_title_and_name_is_no_copy() =>
        Assert.Empty(Find(Given("a", Own + "\nThe Varnholm Port Authority and the Royal Society of Lock Keepers sent engineers."), Given("b", Lines(Harbour)[0] + "\nThe Varnholm Port Authority and the Royal Society of Lock Keepers met.")));

    [Fact]
    public void A_stock_line_that_stands_in_every_week_is_no_copy()
    {
        const string Stock = "\nReaders who wish to receive our morning letter may leave an address at the counter of any branch of the savings bank.";
        string[] reports =
        [
            "Farmers in the Ostmark dug new wells after a summer without rain emptied the reservoirs, and the council of the three valleys sent tankers to the upper pastures, where shepherds had begun to drive their flocks home a month before the usual day.",
            "Judges freed a clockmaker who had spent eleven years in prison for a robbery that his cousin later described in a letter to the widow of the shopkeeper, who carried it to the court herself and sat in the front row while the sentence was struck out.",
            "A ferry ran aground off Lissen and two hundred passengers walked ashore over the sand at low water, leaving prams and bicycles on the deck for the crew to bring back when the salvage tug arrives from the southern islands at the end of the fortnight.",
            "The orchestra of Mirrel chose its first conductor from outside the valley since the hall was built, a cellist whose father had carried the music stands for the travelling opera and who learned her scores by candle during the long strike.",
            "Beekeepers counted fewer hives than in any spring since the great frost killed the lime trees along the canal, and blamed the new spray that orchard owners use against the leaf moth since the older powder was forbidden by the chamber.",
        ];
        Assert.Empty(Find([.. reports.Select((r, at) => Given("p" + at, r + Stock, $"2031-0{at + 1}-12"))]));
    }

    [Fact]
    public void Related_lines_and_captions_are_not_compared()
    {
        var article = Given("b", Own + "\n" + Harbour);
        var blocks = article.Blocks.Select(b => b.Span.Start >= Own.Length && b.Role == BlockRole.Body ? b with { Role = BlockRole.Related } : b).ToImmutableArray();
        Assert.Empty(Find(Given("a", Harbour), article with { Blocks = blocks }));
    }

    [Fact]
    public void The_wire_gave_to_the_page_that_credits_it_whatever_the_dates()
    {
        var wire = ArticleText.Of("wire", Harbour, "2031-04-03", "Coastal Press");
        var client = ArticleText.Of("client", Harbour, "2031-04-02", "The Gull") with { Agencies = ["Coastal Press"] };
        Assert.Equal("wire", Assert.Single(Find(client, wire)).A.Value);
    }

    [Fact]
    public void Empty_and_tiny_texts_share_nothing() => Assert.Empty(Find(Given("a", ""), Given("b", ""), Given("c", "One."), Given("d", "One.")));

    [Fact]
    public void The_order_of_arrival_makes_no_difference()
    {
        var lines = Lines(Harbour).Concat(Lines(Own)).ToArray();
        var pages = Gen.SubListOf(lines).Where(l => l.Count > 0).Select(l => string.Join('\n', l));
        Prop.ForAll(pages.ListOf(5).ToArbitrary(), texts =>
        {
            var articles = texts.Select((t, at) => Given("p" + at, t, $"2031-04-0{(at % 3) + 1}")).ToArray();
            var one = Find(articles).Select(Key).Order(StringComparer.Ordinal);
            var other = Find([.. articles.Reverse()]).Select(Key).Order(StringComparer.Ordinal);
            return one.SequenceEqual(other);
        }).QuickCheckThrowOnFailure();
        static string Key(Copy c) => $"{c.A} {c.B} {c.Kind} {c.Share:0.0000} {string.Join(' ', c.Passages.Select(p => p.A))}";
    }

    [Fact]
    public void Passages_lie_inside_the_text_of_both_and_begin_and_end_with_a_word()
    {
        var words = Lines(Harbour).Concat(Lines(Own)).SelectMany(l => l.Split(' ')).ToArray();
        Prop.ForAll(Gen.Elements(words).ListOf(60).Two().ToArbitrary(), pair =>
        {
            Article a = Given("a", string.Join(' ', pair.Item1) + "\n" + Harbour), b = Given("b", Harbour + "\n" + string.Join(' ', pair.Item2));
            return Find(a, b).All(c => c.Passages.All(p => Sound(c.A.Value == "a" ? a.Text : b.Text, p.A) && Sound(c.B.Value == "a" ? a.Text : b.Text, p.B)));
        }).QuickCheckThrowOnFailure();
        static bool Sound(string text, TextSpan span) => span.End <= text.Length && span.Length > 0 && char.IsLetterOrDigit(text[span.Start]) && char.IsLetterOrDigit(text[span.End - 1]);
    }
}
