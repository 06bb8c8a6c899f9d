using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Dateline.Server.Login;
using Dateline.Storage;
using Dateline.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;

namespace Dateline.Server.Tests;

/// <summary>The real server on another address than 127.0.0.1, as others would reach it.</summary>
public sealed partial class LoginTests : IAsyncLifetime
{
    private const string Password = "correct horse battery";

    private readonly string folder = Directory.CreateTempSubdirectory("dateline-server-").FullName;
    private SqliteLedger ledger = null!;
    private WebApplication app = null!;
    private Uri address = null!;

    public async Task InitializeAsync()
    {
        ledger = SqliteLedger.Open(Path.Combine(folder, "ledger.db"));
        foreach (var annotated in MadeStory.Articles) ledger.Append(new Derived(MadeStory.CaptureOf(annotated.Article.Page), [annotated], null));
        ledger.Replace(MadeStory.Ledger);
        ledger.Users.Set("Ada", Secrets.Hash(Password), DateTimeOffset.UnixEpoch);
        app = Host.Build(ledger, new Binding(IPAddress.Parse("127.0.0.2"), 0, ["dateline.example"]));
        await app.StartAsync();
        address = new Uri(app.Urls.First());
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        ledger.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Nobody_sees_a_page_without_a_login()
    {
        using var client = Client(follow: false);
        using var page = await client.GetAsync(new Uri("/stories/story-7?clock=said", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal("/login?back=%2Fstories%2Fstory-7%3Fclock%3Dsaid", page.Headers.Location!.OriginalString);
        foreach (var path in new[] { "/api/v1/stories", "/stories.json", "/feeds/changes.atom" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Contains("request.login", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var sent = await client.PostAsync(new Uri("/decisions", UriKind.Relative), new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.Unauthorized, sent.StatusCode);
    }

    [Fact]
    public async Task Login_opens_the_page_that_was_asked_for_and_a_logout_closes_it()
    {
        using var client = Client();
        using var page = await LoginAsync(client, "ada", Password, "/stories/story-7");
        Assert.Equal((HttpStatusCode.OK, "/stories/story-7"), (page.StatusCode, page.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Contains(">Ada</a>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var form = Form(await FieldsAsync(client, "/login"));
        using var left = await client.PostAsync(new Uri("/logout", UriKind.Relative), form);
        using var after = await client.GetAsync(new Uri("/stories/story-7", UriKind.Relative));
        Assert.Equal("/login", after.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task Cookie_is_hidden_from_scripts_and_from_other_sites()
    {
        using var client = Client(follow: false);
        using var answer = await LoginAsync(client, "Ada", Password);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("dateline-login=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Decision_carries_the_name_of_the_person()
    {
        using var client = Client();
        using var page = await LoginAsync(client, "ada", Password);
        using var form = Form(await FieldsAsync(client, "/stories/story-7/decisions"), ("ruling", "add-note"), ("story", "story-7"), ("text", "ask the harbour"), ("back", "/decisions"));
        using var decided = await client.PostAsync(new Uri("/decisions", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        Assert.Equal("Ada", Assert.Single(ledger.Decisions()).By);
    }

    [Fact]
    public async Task Wrong_password_and_unknown_name_are_told_alike_and_take_alike()
    {
        using var client = Client();
        using (await LoginAsync(client, "ada", "warms the hasher up")) { }
        var (wrong, wrongTime) = await Tried(client, "ada");
        var (nobody, nobodyTime) = await Tried(client, "nobody");
        Assert.Equal(wrong, nobody);
        Assert.Contains("Name or password is wrong.", wrong, StringComparison.Ordinal);
        Assert.InRange(nobodyTime / wrongTime, 0.2, 5); // one hash each: without one it would be a hundredth

        static async Task<(string Words, double Time)> Tried(HttpClient client, string name)
        {
            var fields = await FieldsAsync(client, "/login");
            var best = double.MaxValue;
            var words = "";
            for (var i = 0; i < 3; i++)
            {
                var watch = Stopwatch.StartNew();
                using var form = Form(fields, ("name", name), ("password", "not the right one"));
                using var answer = await client.PostAsync(new Uri("/login", UriKind.Relative), form);
                best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                words = Token().Replace(await answer.Content.ReadAsStringAsync(), "");
            }

            return (words, best);
        }
    }

    [Fact]
    public async Task Too_many_tries_are_refused_with_a_code()
    {
        using var client = Client();
        var fields = await FieldsAsync(client, "/login");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var form = Form(fields, ("name", "ada"), ("password", "not the right one"));
            using var answer = await client.PostAsync(new Uri("/login", UriKind.Relative), form);
            answers.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) Assert.NotNull(answer.Headers.RetryAfter);
        }

        Assert.Equal((10, 2), (answers.Count(a => a == HttpStatusCode.Unauthorized), answers.Count(a => a == HttpStatusCode.TooManyRequests)));
        using var right = Form(fields, ("name", "ada"), ("password", Password));
        using var late = await client.PostAsync(new Uri("/login", UriKind.Relative), right);
        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
    }

    [Fact]
    public async Task Token_opens_the_API_until_it_is_revoked()
    {
        var token = Secrets.NewToken();
        var number = ledger.Users.AddToken("ada", Secrets.HashToken(token), DateTimeOffset.UnixEpoch)!.Value;
        Assert.Null(ledger.Users.AddToken("nobody", Secrets.HashToken("x"), DateTimeOffset.UnixEpoch));
        using var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, await StatusOf(client));
        Assert.True(ledger.Users.Revoke(number, DateTimeOffset.UnixEpoch));
        Assert.False(ledger.Users.Revoke(number, DateTimeOffset.UnixEpoch));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(client));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "made-up");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(client));
        Assert.DoesNotContain(token, string.Concat(Directory.GetFiles(folder).Select(f => { using var s = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite); using var r = new StreamReader(s, System.Text.Encoding.Latin1); return r.ReadToEnd(); })), StringComparison.Ordinal);

        static async Task<HttpStatusCode> StatusOf(HttpClient client)
        {
            using var answer = await client.GetAsync(new Uri("/api/v1/stories", UriKind.Relative));
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Login_leads_nobody_away_from_the_site(string back)
    {
        using var client = Client(follow: false);
        using var answer = await LoginAsync(client, "ada", Password, back);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Another_password_ends_what_was_logged_in()
    {
        using var client = Client();
        using (await LoginAsync(client, "ada", Password)) { }
        Assert.False(ledger.Users.Set("ADA", Secrets.Hash("another good password"), DateTimeOffset.UnixEpoch));
        using var after = await client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal("/login", after.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("dateline.example", HttpStatusCode.OK)]
    public async Task Server_answers_by_its_own_names_alone(string host, HttpStatusCode status)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/login", UriKind.Relative));
        request.Headers.Host = host;
        using var answer = await client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Login_form_of_another_site_is_refused()
    {
        using var client = Client();
        using var form = Form([], ("name", "ada"), ("password", Password));
        using var bare = await client.PostAsync(new Uri("/login", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/login", UriKind.Relative)) { Content = Form(await FieldsAsync(client, "/login"), ("name", "ada"), ("password", Password)) };
        request.Headers.Add("Origin", "https://evil.example");
        using var sent = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
    }

    private HttpClient Client(bool follow = true) => new(new HttpClientHandler { AllowAutoRedirect = follow }) { BaseAddress = address };

    private static async Task<HttpResponseMessage> LoginAsync(HttpClient client, string name, string password, string back = "/")
    {
        using var form = Form(await FieldsAsync(client, "/login"), ("back", back), ("name", name), ("password", password));
        return await client.PostAsync(new Uri("/login", UriKind.Relative), form);
    }

    private static async Task<Dictionary<string, string>> FieldsAsync(HttpClient client, string page) =>
        Hidden().Matches(await client.GetStringAsync(page)).Where(m => m.Groups["name"].Value is "token" or "seen" or "back").DistinctBy(m => m.Groups["name"].Value).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));

    private static FormUrlEncodedContent Form(Dictionary<string, string> carried, params (string Name, string Value)[] fields) =>
        new([.. carried.Where(c => fields.All(f => f.Name != c.Key)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[a-z]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"token\" value=\"[^\"]*\"")]
    private static partial Regex Token();
}
