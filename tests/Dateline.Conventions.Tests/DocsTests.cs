using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using Dateline.Cli;
using Dateline.Storage.Sqlite;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;

namespace Dateline.Conventions.Tests;

/// <summary>What is said is what is there, both ways.</summary>
public partial class DocsTests
{
    [Fact]
    public void Every_code_is_explained_and_every_explained_code_exists()
    {
        var codes = typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
        var explained = CodeHeading().Matches(Repository.Read("docs/rejections.md")).Select(m => m.Groups["code"].Value);
        Assert.Equal(codes.Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_has_the_form_of_stage_and_reason() =>
        Assert.All(typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static), f => Assert.Matches("^[a-z]+\\.[a-z0-9-]+$", (string)f.GetRawConstantValue()!));

    [Fact]
    public void Every_command_is_documented_and_every_documented_command_exists()
    {
        var documented = CommandHeading().Matches(Repository.Read("docs/cli.md")).Select(m => m.Groups["name"].Value);
        Assert.Equal(Commands().Select(c => c.Name).Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_option_is_documented_with_its_command_and_the_other_way()
    {
        var sections = Repository.Read("docs/cli.md").Split("\n## ").Skip(1).ToDictionary(s => CommandHeading().Match("## " + s).Groups["name"].Value);
        foreach (var (name, command) in Commands())
        {
            var options = command.Options.Select(o => o.Name).Where(n => n != "--help").Order(StringComparer.Ordinal);
            var documented = OptionRow().Matches(sections[name]).Select(m => m.Groups["option"].Value).Order(StringComparer.Ordinal);
            Assert.Equal(options, documented);
        }
    }

    [Fact]
    public void Every_format_is_documented()
    {
        var sections = Repository.Read("docs/cli.md").Split("\n## ").Skip(1).ToDictionary(s => CommandHeading().Match("## " + s).Groups["name"].Value);
        foreach (var (name, command) in Commands())
            foreach (var option in command.Options.Where(o => o.Name == "--format"))
                Assert.Contains($"`--format {option.HelpName!.Replace("|", "\\|", StringComparison.Ordinal)}`", sections[name], StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_use_the_words_of_the_glossary()
    {
        var words = Repository.Words();
        Assert.All(Commands().SelectMany(c => c.Name.Split(' ')), n => Assert.Contains(Repository.Singular(n), words));
    }

    [Fact]
    public void Tables_use_the_words_of_the_glossary()
    {
        var words = Repository.Words();
        using var folder = new TempLedger();
        using (SqliteLedger.Open(folder.File))
        {
        }

        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'";
        using var tables = command.ExecuteReader();
        var count = 0;
        for (; tables.Read(); count++)
        {
            var name = tables.GetString(0);
            if (words.Contains(name.Replace('_', ' '))) continue;
            Assert.All(name.Split('_'), part => Assert.Contains(Repository.Singular(part), words));
        }

        Assert.True(count > 10);
    }

    [Fact]
    public void Routes_use_the_words_of_the_glossary()
    {
        var words = Repository.Words();
        using var folder = new TempLedger();
        using var ledger = SqliteLedger.Open(folder.File);
        var app = Server.Host.Build(ledger, 0);
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!).ToList();
        Assert.NotEmpty(routes);
        var parts = routes.SelectMany(r => r.Split('/', StringSplitOptions.RemoveEmptyEntries)).Where(p => !p.Contains('{', StringComparison.Ordinal) && !p.Contains('.', StringComparison.Ordinal) && p is not ("api" or "v1"));
        Assert.All(parts, p => Assert.Contains(Repository.Singular(p), words));
    }

    /// <summary>Every command with its whole name: "story show". Those that only hold others are left out.</summary>
    private static List<(string Name, Command Command)> Commands()
    {
        return [.. Root.Create().Subcommands.SelectMany(c => Below("", c))];

        static IEnumerable<(string, Command)> Below(string above, Command command) =>
            command.Subcommands.Count == 0 ? [(above + command.Name, command)] : command.Subcommands.SelectMany(c => Below($"{above}{command.Name} ", c));
    }

    [GeneratedRegex(@"^### (?<code>\S+)", RegexOptions.Multiline)]
    private static partial Regex CodeHeading();

    [GeneratedRegex(@"^## dateline (?<name>[a-z]+(?: [a-z]+)?)", RegexOptions.Multiline)]
    private static partial Regex CommandHeading();

    [GeneratedRegex(@"^\| `(?<option>--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionRow();

    private sealed class TempLedger : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("dateline-docs-").FullName;

        public string File => Path.Combine(folder, "ledger.db");

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
