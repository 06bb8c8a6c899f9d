using System.Text.Json;

namespace Dateline.Cli.Tests;

public sealed class AddTests : IDisposable
{
    private readonly DatelineProcess dateline = new();

    public void Dispose() => dateline.Dispose();

    [Fact]
    public void Adding_twice_changes_nothing()
    {
        Pages(3);
        dateline.Run("add", dateline["pages"]).Expect(0);
        var before = Digest();
        Assert.Contains("0 pages added, 3 held already", dateline.Run("add", dateline["pages"]).Expect(0).Error, StringComparison.Ordinal);
        Assert.Equal(before, Digest());
    }

    [Fact]
    public void Killed_add_leaves_a_ledger_that_the_next_add_completes()
    {
        Pages(150);
        var whole = dateline["whole.db"];
        dateline.Run("add", dateline["pages"], "--ledger", whole).Expect(0);
        var digest = Digest(whole);

        // before the file has a table, between the schema's scripts, while pages are written, and later
        foreach (var written in (int[])[0, 1, 60_000, 250_000, 480_000, 1_500_000])
        {
            var cut = dateline[$"cut-{written}.db"];
            using (var process = dateline.Start("add", dateline["pages"], "--ledger", cut))
            {
                while (!process.HasExited && Written(cut) < written) Thread.Sleep(1);
                process.Kill(); // SIGKILL: no word of farewell
                process.WaitForExit();
            }

            dateline.Run("stories", "--ledger", cut).Expect(0);
            dateline.Run("add", dateline["pages"], "--ledger", cut).Expect(0);
            Assert.Equal(digest, Digest(cut));
            dateline.Run("verify", "--ledger", cut).Expect(0);
        }

        // What stands in the log, and 0 from the moment at which the file is there.
        static long Written(string ledger) => File.Exists(ledger + "-wal") ? new FileInfo(ledger + "-wal").Length : File.Exists(ledger) ? 0 : -1;
    }

    [Fact]
    public void Same_page_in_two_additions_stands_where_it_came_first()
    {
        Pages(4);
        foreach (var page in new[] { "page-0.txt", "page-1.txt", "page-2.txt", "page-3.txt" }) dateline.Run("add", dateline[$"pages/{page}"], "--ledger", dateline["one.db"]).Expect(0);
        dateline.Run("add", dateline["pages"], "--ledger", dateline["all.db"]).Expect(0);
        Assert.Equal(Digest(dateline["all.db"]), Digest(dateline["one.db"]));
    }

    [Fact]
    public void Default_ledger_lies_in_the_data_folder()
    {
        Pages(1);
        dateline.Run("add", dateline["pages"]).Expect(0);
        Assert.True(File.Exists(dateline.DefaultLedger));
    }

    [Fact]
    public void Ledger_command_needs_no_database_and_gives_the_same_bytes_each_time()
    {
        Pages(3);
        var first = dateline.Run("ledger", dateline["pages"]).Expect(0).Output;
        Assert.Equal(first, dateline.Run("ledger", dateline["pages"]).Expect(0).Output);
        Assert.False(File.Exists(dateline.DefaultLedger));
        dateline.Run("add", dateline["pages"]).Expect(0);
        using var json = JsonDocument.Parse(first);
        using var report = JsonDocument.Parse(dateline.Run("report", "story-1", "--format", "json").Expect(0).Output);
        Assert.Equal("dateline-ledger/1", report.RootElement.GetProperty("format").GetString());
        Assert.Equal(json.RootElement.GetProperty("stories")[0].GetProperty("id").GetString(), report.RootElement.GetProperty("stories")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void Stories_are_listed_with_the_origins_that_the_ledger_has_at_least()
    {
        File.WriteAllText(Directory.CreateDirectory(dateline["pages"]).FullName + "/one.txt", "Dyke breaks at Vale\n\nVALE, March 3, 2031 (Northwire) - The dyke broke on Monday, the council told Northwire.\n\nThe Vale Courier");
        Pages(2);
        dateline.Run("add", dateline["pages"]).Expect(0);
        using var listed = JsonDocument.Parse(dateline.Run("stories", "--format", "json").Expect(0).Output);
        foreach (var story in listed.RootElement.EnumerateArray())
        {
            var id = story.GetProperty("id").GetString()!;
            using var report = JsonDocument.Parse(dateline.Run("report", id, "--format", "json").Expect(0).Output);
            var least = report.RootElement.GetProperty("stories")[0].GetProperty("origins").GetProperty("atLeast").GetInt32();
            Assert.Equal(least, story.GetProperty("origins").GetInt32());
            Assert.Contains($"at least {least} origin", dateline.Run("story", "show", id).Expect(0).Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Same_bytes_under_two_names_are_one_article()
    {
        Pages(1);
        File.Copy(dateline["pages/page-0.txt"], dateline["pages/twin.txt"]);
        var run = dateline.Run("ledger", dateline["pages"]).Expect(0);
        Assert.Contains(Codes.Duplicate, run.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(1, json.RootElement.GetProperty("articles").GetArrayLength());
    }

    [Fact]
    public void Interrupted_add_says_so_and_keeps_what_it_has()
    {
        if (OperatingSystem.IsWindows()) return;
        Pages(400);
        using var process = dateline.Start("add", dateline["pages"]);
        while (!process.HasExited && !File.Exists(dateline.DefaultLedger + "-wal")) Thread.Sleep(5);
        using (var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) kill.WaitForExit();
        var run = DatelineProcess.Wait(process);
        Assert.True(run.Code is 130 or 0, run.Error); // 0: it was done before the signal came
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        dateline.Run("add", dateline["pages"]).Expect(0);
    }

    private void Pages(int count)
    {
        for (var i = 0; i < count; i++)
            dateline.Write($"pages/page-{i}.txt", $"Ferry {i} halted\n\nPORT ELVIN, March {1 + i % 28}, 2031 - The harbour master said on Tuesday that ferry {i} of the Elvin line would not sail.\n\"Nobody sails in this fog,\" Ada Brook told reporters, adding that {i + 10} passengers were waiting.");
    }

    private string Digest(string? ledger = null)
    {
        using var json = JsonDocument.Parse(dateline.Run(ledger is null ? ["rebuild"] : ["rebuild", "--ledger", ledger]).Expect(0).Output);
        Assert.True(json.RootElement.GetProperty("same").GetBoolean());
        return json.RootElement.GetProperty("digest").GetString()!;
    }
}
