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
    public void An_article_without_words_is_a_story_of_its_own()
    {
        var stream = new StoryStream();
        Assert.NotEqual(stream.Add(Given("a", "")).Story, stream.Add(Given("b", "")).Story);
    }
}
