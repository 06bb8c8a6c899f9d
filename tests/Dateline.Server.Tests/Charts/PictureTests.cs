using System.Xml.Linq;
using Dateline.Server.Charts;

namespace Dateline.Server.Tests.Charts;

public sealed class PictureTests
{
    public static TheoryData<string, string> Drawn
    {
        get
        {
            var drawn = new TheoryData<string, string>();
            foreach (var frame in new[] { Frame.Wide, Frame.Narrow })
            {
                drawn.Add("toll-" + frame.Css, Pictures.Draw(Pictures.Toll, frame));
                drawn.Add("displaced-" + frame.Css, Pictures.Draw(Pictures.Displaced, frame));
                drawn.Add("house-" + frame.Css, Pictures.Draw(Pictures.House, frame));
                drawn.Add("bars-" + frame.Css, BarChart.Draw("p-b", "Own and carried text", Pictures.Bars, ("own", "carried"), frame));
                drawn.Add("origins-" + frame.Css, OriginChart.Draw("p-o", "Who rests on whom", Pictures.Flows, frame));
            }

            return drawn;
        }
    }

    [Theory]
    [MemberData(nameof(Drawn))]
    public void Pictures_are_the_accepted_ones(string name, string svg)
    {
        var golden = Path.Combine(SampleSite.Root, "tests", "Dateline.Server.Tests", "golden", name + ".svg");
        var text = XDocument.Parse(svg).ToString() + "\n"; // a line an element: a change can be read
        if (Environment.GetEnvironmentVariable("DATELINE_ACCEPT") == "1") File.WriteAllText(golden, text);
        if (File.Exists(golden) && File.ReadAllText(golden) == text) return;
        File.WriteAllText(golden + ".received.svg", text);
        Assert.Fail($"{name} differs from {golden}: compare it with .received.svg, and run the test with DATELINE_ACCEPT=1 to accept it.");
    }

    [Theory]
    [MemberData(nameof(Drawn))]
    public void No_words_overlap_and_none_leave_the_picture(string name, string svg) => Check(name, svg);

    [Fact]
    public void No_words_overlap_in_any_picture()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            foreach (var frame in new[] { Frame.Wide, Frame.Narrow })
            {
                Check($"picture {seed} {frame.Css}", Pictures.Draw(Pictures.Any(seed), frame));
                if (seed < 100) Check($"bars {seed} {frame.Css}", BarChart.Draw("p-b", "made up", Pictures.AnyBars(seed), ("own", seed % 2 == 0 ? "carried" : null), frame));
                if (seed < 100) Check($"origins {seed} {frame.Css}", OriginChart.Draw("p-o", "made up", Pictures.AnyFlows(seed), frame));
            }
        }
    }

    [Fact]
    public void The_same_values_give_the_same_picture()
    {
        for (var seed = 0; seed < 20; seed++) Assert.Equal(Pictures.Draw(Pictures.Any(seed), Frame.Wide), Pictures.Draw(Pictures.Any(seed), Frame.Wide));
    }

    [Fact]
    public void Words_of_a_page_never_become_markup_of_a_picture()
    {
        const string Attack = "</title><script>alert(1)</script>\"'><a href=javascript:x>\u202E\u0000\u200B";
        var picture = new TrackPicture("p", Attack, false, [Pictures.Mark(Attack, 1, Attack, "2026-03-03")], []);
        foreach (var svg in new[] { LaneChart.Draw(picture, Frame.Wide), OriginChart.Draw("p", Attack, [new Flow(Attack, Attack, "x", 2)], Frame.Wide) })
        {
            var names = XDocument.Parse(svg).Descendants().Select(e => e.Name.LocalName).Distinct();
            Assert.Empty(names.Except(["svg", "title", "g", "a", "line", "path", "text", "rect", "circle"]));
            Assert.DoesNotContain('\u202E', svg);
            Assert.DoesNotContain("style=", svg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_picture_has_its_name_in_words()
    {
        foreach (var svg in new[] { Pictures.Draw(Pictures.Toll, Frame.Wide), Sparkline.Draw("s", [(new DateOnly(2026, 3, 3), 2), (new DateOnly(2026, 3, 9), 1)]) })
        {
            var root = XDocument.Parse(svg).Root!;
            Assert.Contains((string?)root.Attribute("role"), new[] { "img", "group" });
            Assert.Equal((string?)root.Attribute("aria-labelledby"), (string?)root.Elements().First(e => e.Name.LocalName == "title").Attribute("id"));
        }
    }

    [Fact]
    public void More_than_ends_in_an_arrow_and_a_range_in_two_caps()
    {
        static int Count(string svg, string css) => XDocument.Parse(svg).Descendants().Count(e => (string?)e.Attribute("class") == css);
        string One(string value) => QuantityChart.Draw(new TrackPicture("p", "t", true, [Pictures.Mark("a", 1, value, "2026-03-03"), Pictures.Mark("a", 1, "100", "2026-03-09")], []), Frame.Wide);
        Assert.Equal((1, 0), (Count(One(">40"), "arrow"), Count(One(">40"), "cap")));
        Assert.Equal((1, 1), (Count(One(">=40"), "arrow"), Count(One(">=40"), "cap")));
        Assert.Equal((0, 2), (Count(One("40-60"), "arrow"), Count(One("40-60"), "cap")));
        Assert.Equal((0, 2), (Count(One("~40"), "arrow"), Count(One("~40"), "cap")));
        Assert.Equal((0, 0), (Count(One("40"), "arrow"), Count(One("40"), "cap")));
    }

    private static void Check(string name, string svg)
    {
        var words = Pictures.Words(svg);
        var view = ((string)XDocument.Parse(svg).Root!.Attribute("viewBox")!).Split(' ').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        for (var i = 0; i < words.Count; i++)
        {
            Assert.True(words[i].Box.X >= -0.1 && words[i].Box.Right <= view[2] + 0.1 && words[i].Box.Y >= -0.1 && words[i].Box.Bottom <= view[3] + 0.1, $"{name}: '{words[i].Words}' at {words[i].Box} leaves the picture");
            for (var j = 0; j < i; j++) Assert.False(words[i].Box.Overlaps(words[j].Box), $"{name}: '{words[i].Words}' at {words[i].Box} lies on '{words[j].Words}' at {words[j].Box}");
        }
    }
}
