using System.Text;
using System.Text.Json;

namespace Dateline.Cli.Tests;

/// <summary>Each kind of bad input stands beside a good page: it ends in its code, the good page is read all the same, and nothing is lost.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly DatelineProcess dateline = new();

    public BadInputTests() => dateline.Write("pages/good.txt", "Ferries halted\n\nThe harbour master said on Tuesday that no ferry would sail from Port Elvin until the fog had lifted.\nAda Brook told reporters that 14 ferries were waiting.");

    public void Dispose() => dateline.Dispose();

    [Fact]
    public void Empty_file()
    {
        dateline.Write("pages/bad.html", "");
        Rejected(Codes.Empty, "bad.html", bytes: 0);
    }

    [Fact]
    public void Binary_file()
    {
        File.WriteAllBytes(dateline["pages/bad.html"], [.. "%PDF-1.7\n"u8, 0, 1, 2, 3]);
        Rejected(Codes.Binary, "bad.html", bytes: 13);
    }

    [Fact]
    public void Text_of_200_megabytes()
    {
        using (var big = File.Create(dateline["pages/bad.txt"])) big.SetLength(200L * 1024 * 1024); // sparse
        Rejected(Codes.TooLarge, "bad.txt", bytes: null);
    }

    [Fact]
    public void Html_nested_ten_thousand_deep()
    {
        var deep = new StringBuilder();
        for (var i = 0; i < 10_000; i++) deep.Append("<div>");
        dateline.Write("pages/bad.html", $"""
            <html><head><title>Ferry sails from Port Elvin</title></head><body>{deep}<h1>Ferry sails from Port Elvin</h1>
            <p>The ferry sailed from Port Elvin on Monday with 40 passengers aboard, the harbour master said in a statement on Tuesday, and nobody had told her.</p>
            <p>The harbour master, Ida Morrow, said that the ferry would sail again on Wednesday if the weather held, and that the company had been warned.</p>
            """);
        var run = dateline.Run("read", dateline["pages"]).Expect(0);
        Assert.Contains(Codes.TooDeep, run.Output, StringComparison.Ordinal); // a remark: the deeper elements are read as if side by side
        Assert.Contains("nobody had told her", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"good\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_utf8_is_read_all_the_same()
    {
        File.WriteAllBytes(dateline["pages/bad.txt"], [.. "Caf"u8, 0xE9, .. " keeper speaks\n\nThe keeper of the caf"u8, 0xE9, .. " at Port Elvin said on Tuesday that the ferry had sailed, and that nobody had told her.\n"u8, 0xC3, 0x28]);
        var run = dateline.Run("read", dateline["pages"]).Expect(0);
        Assert.Equal(2, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Json_lines_file_with_broken_lines()
    {
        dateline.Write("pages/bad.jsonl", "{\"id\":\"one\",\"text\":\"The ferry sailed from Port Elvin on Monday, the harbour master said.\"}\n{\"id\":\nnot json\n{\"id\":\"four\",\"text\":\"The ferry stayed in Port Elvin on Tuesday, the harbour master said.\"}\n");
        var run = dateline.Run("add", dateline["pages"]).Expect(1);
        Assert.Contains("bad.jsonl:2", run.Error, StringComparison.Ordinal);
        Assert.Contains("bad.jsonl:3", run.Error, StringComparison.Ordinal);
        Assert.Equal([Codes.BrokenLine, Codes.BrokenLine], Quarantine().Select(q => q.Code));
        Assert.Equal(3, Captures());
    }

    [Fact]
    public void Unreadable_file()
    {
        File.CreateSymbolicLink(dateline["pages/bad.txt"], dateline["nowhere.txt"]);
        Rejected(Codes.Unreadable, "bad.txt", bytes: null);
    }

    [Fact]
    public void File_that_fails_while_it_is_read()
    {
        if (!OperatingSystem.IsLinux()) return;
        File.CreateSymbolicLink(dateline["pages/bad.html"], "/proc/self/mem"); // even root cannot read its first page
        Rejected(Codes.Unreadable, "bad.html", bytes: null);
    }

    [Fact]
    public void Folder_that_is_not_there()
    {
        var run = dateline.Run("add", dateline["nowhere"], dateline["pages"]).Expect(2);
        Assert.Contains($"{dateline["nowhere"]}: there is no such file or folder; check the path.", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, Captures());
    }

    [Theory]
    [InlineData("read")]
    [InlineData("ledger")]
    [InlineData("annotate")]
    [InlineData("place")]
    [InlineData("copies")]
    public void Filters_say_what_is_missing(string command)
    {
        var run = dateline.Run(command, dateline["nowhere.jsonl"]).Expect(2);
        Assert.Contains("nowhere.jsonl", run.Error, StringComparison.Ordinal);
    }

    /// <param name="bytes">How many refused bytes are kept; null: none.</param>
    private void Rejected(string code, string page, int? bytes)
    {
        foreach (var command in new[] { "read", "ledger" })
        {
            var filter = dateline.Run(command, dateline["pages"]).Expect(1);
            Assert.Contains(code, filter.Error, StringComparison.Ordinal);
            Assert.Contains("good", filter.Output, StringComparison.Ordinal);
        }

        var run = dateline.Run("add", dateline["pages"]).Expect(1);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, Captures());
        var (id, held, where) = Assert.Single(Quarantine());
        Assert.Equal(code, held);
        Assert.EndsWith(page, where, StringComparison.Ordinal);
        if (bytes is { } length) Assert.Equal(length, dateline.Run("quarantine", "show", id, "--format", "bytes").Expect(0).Output.Length);
        else dateline.Run("quarantine", "show", id, "--format", "bytes").Expect(2);
        dateline.Run("add", dateline["pages"]).Expect(1); // again: the same answer, nothing twice
        Assert.Single(Quarantine());
    }

    private List<(string Id, string Code, string Where)> Quarantine()
    {
        using var json = JsonDocument.Parse(dateline.Run("quarantine", "list", "--format", "json").Expect(0).Output);
        return [.. json.RootElement.EnumerateArray().Select(q => (q.GetProperty("id").GetString()!, q.GetProperty("code").GetString()!, q.GetProperty("where").GetString()!))];
    }

    private int Captures()
    {
        using var json = JsonDocument.Parse(dateline.Run("verify").Expect(0).Output);
        return json.RootElement.GetProperty("captures").GetInt32();
    }
}
