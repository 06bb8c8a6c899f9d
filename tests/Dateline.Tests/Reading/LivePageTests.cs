using System.Globalization;
using System.Text;
using Dateline.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Reading;

public sealed class LivePageTests
{
    private static readonly (string Time, string Headline, string Text)[] Entries =
    [
        ("14:32", "Harbour talks resume after night of protests", "Talks between the seamen's union and the ferry company resumed on Monday afternoon, a spokeswoman for the mediator said. Both sides had walked out the evening before."),
        ("13:05", "Police clear the northern quay of Port Orlan", "Officers moved about 200 demonstrators from the northern quay shortly before one o'clock. Nobody was hurt, the police of Port Orlan said in a statement."),
        ("11:48", "Mayor Ilda Renn calls for calm", "“Nobody wins when the boats stand still,” mayor Ilda Renn told reporters outside the town hall. She offered to sit in on the talks."),
        ("09:10", "First ferry cancelled at dawn", "The 6 o'clock ferry to Lesser Hallow did not leave. About 300 passengers were sent home, the company said, and were promised their money back."),
        ("08:02", "Crews walk out in Port Orlan", "Ferry crews stopped work on Monday morning after pay talks failed. The union head, Mina Torvald, said that no boat would leave before there was an offer."),
    ];

    internal static ReadPage Read(string page, PageFormat format)
    {
        var outcome = PageReader.Read(Capture.Of(Encoding.UTF8.GetBytes(page), format, "page"));
        Assert.True(outcome.TryGet(out var read, out var reason), reason?.Detail);
        Assert.Null(ReadingLaws.Undivided(read));
        return read;
    }

    private static string Html(string head, Func<(string Time, string Headline, string Text), string> entry, IEnumerable<(string, string, string)>? entries = null) =>
        $"<!DOCTYPE html><html lang=en><head><title>Ferry strike in Port Orlan: live updates</title>{head}</head><body><nav><a href=/>Home</a></nav><main><article><h1>Ferry strike in Port Orlan: live updates</h1><p>By Ann Lee, 3 March 2031, 14:40 GMT</p>"
        + "<p>Ferry crews in Port Orlan have stopped work over pay, and thousands of passengers are stranded on both sides of the strait.</p><div class=posts>"
        + string.Concat((entries ?? Entries).Select(entry)) + "</div></article></main><footer><p>© 2031 The Orlan Courier</p></footer></body></html>";

    [Fact]
    public void Repeated_siblings_with_a_time_each_are_the_entries_of_a_live_page()
    {
        var page = Read(Html("", e => $"<div class=post><span class=when>{e.Time}</span><h3>{e.Headline}</h3><p>{e.Text}</p></div>"), PageFormat.Html);
        Assert.Equal(["Ferry strike in Port Orlan: live updates", .. Entries.Select(e => e.Headline)], page.Articles.Select(a => a.Title?.Value));
        Assert.All(Entries.Zip(page.Articles.Skip(1)), pair => Assert.Equal(pair.First.Text, string.Join(' ', pair.Second.Story.Where(b => b.Role == BlockRole.Body).Select(b => b.Span.Slice(pair.Second.Text)))));
        Assert.Equal("2031-03-03T13:05:00+00:00", page.Articles[2].Published.FromIso);
        Assert.Contains("13:05", page.Articles[2].Published.Reason, StringComparison.Ordinal);
        Assert.Equal("time of the entry", page.Articles[2].PublishedBasis);
        Assert.Contains("stranded on both sides", page.Articles[0].Text, StringComparison.Ordinal);
        Assert.Contains("© 2031", page.Articles[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_take_their_times_from_the_live_blog_of_the_pages_script()
    {
        var updates = string.Join(',', Entries.Select((e, i) => $"{{\"@type\":\"BlogPosting\",\"headline\":\"{e.Headline}\",\"datePublished\":\"2031-03-03T{e.Time}:{i + 10}+02:00\",\"articleBody\":\"…\"}}"));
        var page = Read(Html($"<script type='application/ld+json'>{{\"@type\":\"LiveBlogPosting\",\"headline\":\"Ferry strike in Port Orlan: live updates\",\"datePublished\":\"2031-03-03T08:00:00+02:00\",\"liveBlogUpdate\":[{updates}]}}</script>", e => $"<section><p>{e.Time} Jo Marsh</p><h3>{e.Headline}</h3><p>{e.Text}</p></section>"), PageFormat.Html);
        Assert.Equal(Entries.Length + 1, page.Articles.Length);
        Assert.Equal("2031-03-03T14:32:10+02:00", page.Articles[1].Published.FromIso);
        Assert.Equal("json-ld liveBlogUpdate", page.Articles[1].PublishedBasis);
        Assert.Equal("Jo Marsh", Assert.Single(page.Articles[1].Authors));
    }

    [Fact]
    public void Time_elements_say_when_an_entry_was_published()
    {
        var page = Read(Html("", e => $"<div><time datetime=\"2031-03-03T{e.Time}:00+01:00\">{e.Time}</time><p>{e.Text}</p></div>"), PageFormat.Html);
        Assert.Equal("2031-03-03T11:48:00+01:00", page.Articles[3].Published.FromIso);
        Assert.Equal("time element of the entry", page.Articles[3].PublishedBasis);
        Assert.Equal("Ferry strike in Port Orlan: live updates", page.Articles[3].Title?.Value);
    }

    [Fact]
    public void Plain_text_with_times_between_the_paragraphs_is_a_live_page()
    {
        var text = "The Orlan Courier\nFerry strike in Port Orlan: live updates\nBy Ann Lee\n3 March 2031\nFerry crews in Port Orlan have stopped work over pay, and thousands of passengers are stranded on both sides of the strait.\n"
            + string.Concat(Entries.Select(e => $"{e.Time}\n{e.Headline}\n{e.Text}\n")) + "Subscribe to our newsletter\n© 2031 The Orlan Courier\n";
        var page = Read(text, PageFormat.Text);
        Assert.Equal(Entries.Length + 1, page.Articles.Length);
        Assert.Equal(Entries.Select(e => e.Headline), page.Articles.Skip(1).Select(a => a.Title?.Value));
        Assert.All(page.Articles, a => Assert.Equal("2031-03-03", a.Published.FromIso));
        Assert.Equal("Ann Lee", Assert.Single(page.Articles[1].Authors));
    }

    [Fact]
    public void Times_that_rise_again_are_of_the_day_before()
    {
        var page = Read(Html("", e => $"<div><h3>{e.Time}: {e.Headline}</h3><p>{e.Text}</p></div>", [.. Entries, ("23:40", "Union calls strike for Monday", "The seamen's union called a strike on Sunday night, hours after the talks with the company had failed. Crews are to stop work at dawn.")]), PageFormat.Html);
        Assert.Equal("2031-03-02T23:40:00+00:00", page.Articles[^1].Published.FromIso);
        Assert.Equal("Union calls strike for Monday", page.Articles[^1].Title?.Value);
    }

    [Theory]
    [InlineData("Posted at 14:32 GMT, 3 March", "14:32", 3)]
    [InlineData("11.04 Uhr: Fähren bleiben im Hafen", "11:04", null)]
    [InlineData("8h47 - Les ferries restent à quai", "08:47", null)]
    [InlineData("9 p.m. Boats stay in port", "21:00", null)]
    [InlineData("3 March 2031, 14:32", "14:32", 3)]
    public void Times_of_entries_are_read_as_pages_write_them(string line, string clock, int? day)
    {
        var stamp = EntryStamp.Of(line, null, 2031);
        Assert.Equal(TimeOnly.Parse(clock, CultureInfo.InvariantCulture), stamp?.Clock);
        Assert.Equal(day, stamp?.Day?.Day);
    }

    [Theory]
    [InlineData("14:32 in the afternoon the boats left.")]
    [InlineData("13:00 – 13:15 Opening")]
    [InlineData("2.21")]
    [InlineData("12 boats were held")]
    [InlineData("06.01.2031")]
    public void Other_numbers_are_no_times_of_entries(string line) => Assert.Null(EntryStamp.Of(line, null, 2031));

    [Fact]
    public void Hours_ago_are_entries_of_a_page_that_says_it_is_live()
    {
        var hour = 1;
        var page = Read(Html("", e => $"<div><p>{hour++} hours ago</p><h3>{e.Headline}</h3><p>{e.Text}</p></div>"), PageFormat.Html);
        Assert.Equal(Entries.Length + 1, page.Articles.Length);
        Assert.Equal("2031-03-03", page.Articles[1].Published.FromIso);
        Assert.Contains("1 hours ago", page.Articles[1].Published.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_course_of_a_day_within_an_article_is_no_live_page()
    {
        var page = "The night the ferries stopped\nBy Ann Lee\n3 March 2031\nThe strike in Port Orlan took everyone by surprise, though the signs had been there for weeks, people who were on the quay that night say.\n"
            + string.Concat(Entries.Reverse().Select(e => $"{e.Time}\n{e.Text}\n"));
        Assert.Single(Read(page, PageFormat.Text).Articles);
    }

    [Fact]
    public void No_line_of_a_live_page_is_lost_or_stands_twice()
    {
        string[] pieces = ["14:32", "13:05 Jo Marsh", "3 hours ago", "Monday, 3 March", "Harbour talks resume after night of protests", "Live updates", "Talks between the union and the company resumed on Monday, a spokeswoman for the mediator said.", "ORLAN (AFP) - Ferry crews stopped work on Monday morning after pay talks failed.", "News in brief", "Orlan: The last boat left at nine, and about 300 passengers had to stay.", "***", "Advertisement", "By Ann Lee"];
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), picks =>
        {
            var lines = picks.Select(p => pieces[(int)((uint)p % pieces.Length)]).ToList();
            foreach (var (page, format) in new[] { ("x\n" + string.Join('\n', lines), PageFormat.Text), ("<h1>Live updates</h1><div>" + string.Concat(lines.Select(l => $"<p>{l}</p>")) + "</div>", PageFormat.Html) })
            {
                if (PageReader.Read(Capture.Of(Encoding.UTF8.GetBytes(page), format, "page")).TryGet(out var read, out _)) Assert.Null(ReadingLaws.Undivided(read));
            }
        }).QuickCheckThrowOnFailure();
    }
}
