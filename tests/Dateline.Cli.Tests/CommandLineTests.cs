namespace Dateline.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly DatelineProcess dateline = new();

    public void Dispose() => dateline.Dispose();

    [Fact]
    public void Folder_that_is_served_has_a_ledger_of_its_own()
    {
        dateline.Write("pages/page.txt", "Ferry halted\n\nPORT ELVIN, March 4, 2031 - The harbour master said on Tuesday that 14 ferries were halted.");
        dateline.Write("pages/README.md", "Pages that I saved.");
        for (var round = 0; round < 2; round++)
        {
            using var process = dateline.Start("serve", round == 0 ? dateline["pages"] : "pages/", "--port", "0");
            var told = new List<string>();
            while (process.StandardError.ReadLine() is { } line && !line.Contains("http://", StringComparison.Ordinal)) told.Add(line);
            process.Kill();
            process.WaitForExit();
            Assert.Contains(round == 0 ? "1 page added" : "0 pages added, 1 held already", string.Join('\n', told), StringComparison.Ordinal);
        }

        Assert.False(File.Exists(dateline.DefaultLedger));
        Assert.Single(Directory.GetFiles(Path.Combine(Path.GetDirectoryName(dateline.DefaultLedger)!, "served"), "pages-*.db"));
    }

    [Fact]
    public void Readme_among_pages_is_told_of_in_one_line()
    {
        dateline.Write("pages/page.txt", "Ferry halted\n\nThe harbour master said that 14 ferries were halted.");
        dateline.Write("pages/README.md", "Pages that I saved.");
        var told = dateline.Run("add", dateline["pages"]).Expect(0).Error;
        Assert.Single(told.Split('\n'), l => l.Contains("README", StringComparison.Ordinal));
        Assert.Contains("intake.companion", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_shows_an_example()
    {
        Assert.Contains("Example:\n  dateline serve", dateline.Run("--help").Expect(0).Output, StringComparison.Ordinal);
        foreach (var command in new[] { "add", "serve", "mcp", "stories", "story show", "story merge", "story split", "story move", "search", "decisions list", "decisions undo", "decisions import", "report", "ledger", "read", "annotate", "place", "copies", "quarantine list", "quarantine show", "verify", "rebuild" })
        {
            var help = dateline.Run([.. command.Split(' '), "--help"]).Expect(0).Output;
            Assert.Contains($"Example:\n  dateline {command.Split(' ')[0]}", help, StringComparison.Ordinal);
            Assert.Contains($"dateline {command}", help, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("add")]
    [InlineData("frobnicate")]
    [InlineData("add", "--frobnicate")]
    [InlineData("stories", "--format", "xml")]
    [InlineData("serve", "--port", "70000")]
    [InlineData("serve", "--port", "x")]
    public void Wrong_command_line_is_told_with_where_help_is(params string[] arguments) =>
        Assert.Contains("--help` shows how it is used.", dateline.Run(arguments).Expect(2).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("stories")]
    [InlineData("verify")]
    [InlineData("rebuild")]
    [InlineData("quarantine", "list")]
    [InlineData("report", "story-1")]
    [InlineData("search", "ferry")]
    [InlineData("mcp")]
    [InlineData("story", "show", "1")]
    public void Ledger_that_is_not_there_is_told_with_what_to_do(params string[] arguments) =>
        Assert.Contains("make one with dateline add PATH", dateline.Run(arguments).Expect(2).Error, StringComparison.Ordinal);

    [Fact]
    public void File_that_is_no_ledger_is_an_environment_error()
    {
        dateline.Write("notes.db", new string('x', 4096));
        Assert.Contains("is not a ledger", dateline.Run("stories", "--ledger", "notes.db").Expect(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Story_that_is_not_there_is_told()
    {
        dateline.Write("page.txt", "Ferries halted\n\nThe harbour master said on Tuesday that no ferry would sail from Port Elvin.");
        dateline.Run("add", "page.txt").Expect(0);
        Assert.Contains("There is no story-99", dateline.Run("report", "99").Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("is no story's id", dateline.Run("story", "show", "fog").Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("Nothing in quarantine", dateline.Run("quarantine", "show", "0").Expect(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_progress_is_drawn_where_stderr_is_no_terminal()
    {
        dateline.Write("page.txt", "Ferries halted\n\nThe harbour master said on Tuesday that no ferry would sail from Port Elvin.");
        Assert.DoesNotContain('\r', dateline.Run("add", "page.txt").Expect(0).Error);
    }
}
