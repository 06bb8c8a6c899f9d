using System.Net;
using System.Text.RegularExpressions;
using Dateline.Storage;

namespace Dateline.Server.Tests;

/// <summary>Decisions sent as a browser sends them, to the real server over the sample story; a ledger of its own for each test.</summary>
public sealed partial class DecisionPagesTests : IAsyncLifetime
{
    private readonly SampleSite site = new();

    private Ledger Story => site.Ledger.Load(site.Ledger.Stories().MaxBy(s => s.Story.Articles.Length)!.Story.Id)!;

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Split_is_done_and_taken_back_from_the_page()
    {
        var story = Story.Stories[0];
        using var done = await SendAsync($"/stories/{story.Id}/decisions", "split-story", ("story", $"{story.Id}"), ("article", $"{story.Articles[0]}"));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal($"/stories/{story.Id}/decisions", done.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.NotEqual(story.Id, site.Ledger.StoryOf(story.Articles[0]));
        using var undone = await SendAsync("/decisions", "undo", ("number", "1"));
        Assert.Equal(story.Id, site.Ledger.StoryOf(story.Articles[0]));
        Assert.Equal(["The log keeps both: a split", "and the undo"], site.Ledger.Decisions().Select(d => d.Ruling is Ruling.SplitStory ? "The log keeps both: a split" : d.Ruling is Ruling.Undo ? "and the undo" : "something else"));
    }

    [Fact]
    public async Task A_button_on_the_story_decides_with_one_click_and_the_page_tells_how_to_take_it_back()
    {
        var track = Story.Tracks.First(t => t.Changes.Length > 0);
        var change = track.Changes[0];
        var act = $"ruling=drop-change&track={track.Id}&before={change.Before}&after={change.After}";
        var story = await site.Client.GetStringAsync($"/stories/{track.Story}");
        Assert.Contains($"value=\"{WebUtility.HtmlEncode(act)}\"", story, StringComparison.Ordinal);
        using var done = await SendAsync($"/stories/{track.Story}?clock=said", "", ("act", act));
        Assert.Equal($"/stories/{track.Story}?clock=said&decided=1", done.RequestMessage!.RequestUri!.PathAndQuery);
        var told = await done.Content.ReadAsStringAsync();
        Assert.Contains("class=\"decided\"", told, StringComparison.Ordinal);
        Assert.Contains("value=\"ruling=undo&amp;number=1\"", told, StringComparison.Ordinal);
        Assert.Contains("id=\"log\"", told, StringComparison.Ordinal);
        using var undone = await SendAsync($"/stories/{track.Story}?clock=said&decided=1", "", ("act", "ruling=undo&number=1"));
        Assert.Equal($"/stories/{track.Story}?clock=said&decided=2", undone.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Contains(Story.Tracks.Single(t => t.Id == track.Id).Changes, c => c == change);
    }

    [Fact]
    public async Task A_story_as_it_once_stood_offers_nothing_to_decide()
    {
        var page = await site.Client.GetStringAsync($"/stories/{Story.Stories[0].Id}?asof=2026-03-06");
        Assert.DoesNotContain("class=\"fix\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_are_marked_as_seen_and_the_mark_is_taken_back()
    {
        using var seen = await SendAsync("/changes", "see");
        Assert.Contains("Nothing new since", await seen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("No change fits", await site.Client.GetStringAsync("/changes?unseen=1"), StringComparison.Ordinal);
        using var unseen = await SendAsync("/changes", "unsee");
        Assert.Contains("the next time this page tells what is new", await unseen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Ledger.Decisions());
    }

    [Fact]
    public async Task Question_in_a_persons_words_stands_on_the_story_page()
    {
        var (story, track) = (Story.Stories[0], Story.Tracks[0]);
        using var done = await SendAsync($"/stories/{story.Id}/decisions", "name-question", ("track", $"{track.Id}"), ("question", "What <b>would</b> you ask?"));
        var page = await site.Client.GetStringAsync($"/stories/{story.Id}");
        Assert.Contains("What &lt;b&gt;would&lt;/b&gt; you ask?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>would</b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaker_change_and_note_are_taken_from_their_forms()
    {
        var statement = Story.Statements.First(s => !s.OutletVoice);
        using var named = await SendAsync($"/articles/{statement.Article}/decisions", "name-speaker", ("article", $"{statement.Article}"), ("statement", $"{statement.Id}"), ("speaker", "Petra Lindqvist"));
        Assert.Equal("Petra Lindqvist", Story.Statements.Single(s => s.Id == statement.Id).Source.Entity);
        var track = Story.Tracks.First(t => t.Changes.Length > 0);
        var change = track.Changes[0];
        using var dropped = await SendAsync($"/stories/{track.Story}/decisions", "drop-change", ("track", $"{track.Id}"), ("before", $"{change.Before}"), ("after", $"{change.After}"));
        Assert.DoesNotContain(Story.Tracks.Where(t => t.Id == track.Id).SelectMany(t => t.Changes), c => c == change);
        using var noted = await SendAsync($"/stories/{track.Story}/decisions", "add-note", ("story", $"{track.Story}"), ("text", "ask the harbour"));
        Assert.Contains("ask the harbour", await noted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_without_the_token_changes_nothing()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["ruling"] = "undo", ["number"] = "1" });
        using var answer = await site.Client.PostAsync(new Uri("/decisions", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(site.Ledger.Decisions());
    }

    [Fact]
    public async Task Form_of_a_page_that_is_older_than_the_ledger_changes_nothing()
    {
        var story = Story.Stories[0];
        var fields = await FieldsAsync($"/stories/{story.Id}/decisions");
        site.Ledger.Decide(new Ruling.AddNote(story.Articles, [], "meanwhile"), "ada", DateTimeOffset.UnixEpoch);
        Fold.Follow(site.Ledger);
        using var answer = await PostAsync(fields, "split-story", ("story", $"{story.Id}"), ("article", $"{story.Articles[0]}"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single(site.Ledger.Decisions());
    }

    [Theory]
    [InlineData("split-story", "story", "story-99")]
    [InlineData("merge-tracks", "track", "story-1-tzz")]
    [InlineData("name-speaker", "article", "nowhere")]
    [InlineData("undo", "number", "-1")]
    [InlineData("name-question", "question", "")]
    [InlineData("something-else", "x", "y")]
    public async Task Form_that_names_what_is_not_there_is_refused_in_words(string ruling, string field, string value)
    {
        using var answer = await SendAsync("/decisions", ruling, (field, value));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Not decided", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Ledger.Decisions());
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_led_away_from_the_site(string back)
    {
        var fields = await FieldsAsync("/decisions");
        fields["back"] = back;
        var story = Story.Stories[0];
        using var answer = await PostAsync(fields, "add-note", ("story", $"{story.Id}"), ("text", "a note"));
        Assert.Equal(site.Address.Authority, answer.RequestMessage!.RequestUri!.Authority);
        Assert.Equal("/decisions", answer.RequestMessage.RequestUri.AbsolutePath);
    }

    private async Task<HttpResponseMessage> SendAsync(string page, string ruling, params (string Name, string Value)[] fields) => await PostAsync(await FieldsAsync(page), ruling, fields);

    /// <summary>What every form of the page carries. The log may have no form: then a story's page gives the token.</summary>
    private async Task<Dictionary<string, string>> FieldsAsync(string page)
    {
        var html = await site.Client.GetStringAsync(page);
        if (!html.Contains("<form", StringComparison.Ordinal)) html = await site.Client.GetStringAsync($"/stories/{Story.Stories[0].Id}/decisions");
        return Hidden().Matches(html).Where(m => m.Groups["name"].Value is "token" or "seen" or "back").DistinctBy(m => m.Groups["name"].Value).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
    }

    private async Task<HttpResponseMessage> PostAsync(Dictionary<string, string> carried, string ruling, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([.. carried, KeyValuePair.Create("ruling", ruling), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await site.Client.PostAsync(new Uri("/decisions", UriKind.Relative), form);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[a-z]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
