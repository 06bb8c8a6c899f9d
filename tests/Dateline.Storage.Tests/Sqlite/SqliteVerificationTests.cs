using System.Text;
using Dapper;
using Dateline.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Tests.Sqlite;

/// <summary>One changed byte anywhere must be found and named.</summary>
public sealed class SqliteVerificationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dateline-").FullName;
    private readonly SqliteLedger ledger;

    public SqliteVerificationTests()
    {
        ledger = SqliteLedger.Open(Path.Combine(folder, "ledger.db"));
        foreach (var (name, text) in new[]
        {
            ("a.txt", "Ferry halted in Port Elvin\n\nPORT ELVIN, March 4, 2031 (Northwire) - The harbour master said on Tuesday that 14 ferries were halted.\n\"No ferry sails today,\" Ada Brook told reporters."),
            ("b.txt", "Ferries sail again\n\nPORT ELVIN, March 6, 2031 - The harbour master said on Thursday that all ferries were sailing again.\n\"The fog has lifted,\" Ada Brook said in a statement."),
        })
            ledger.Append(Derived.From(Capture.Of(Encoding.UTF8.GetBytes(text), PageFormat.Text, name)));
        ledger.Refuse(Quarantined.Of(new Rejection(Codes.Binary, "A PDF.", "x.html"), "%PDF-1.4"u8.ToArray()));
        Fold.Follow(ledger);
    }

    public void Dispose()
    {
        ledger.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Sound_ledger_has_no_difference()
    {
        var report = Verification.Run(ledger);
        Assert.Empty(report.Differences);
        Assert.Equal(2, report.Captures);
        Assert.Null(report.OtherStamp);
    }

    [Fact]
    public void Changed_byte_of_a_capture_is_named_with_its_page()
    {
        var bytes = Scalar<byte[]>("SELECT bytes FROM captures WHERE page = 'b.txt'");
        for (var i = 0; i < bytes.Length; i += 7)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 0x20;
            Change("UPDATE captures SET bytes = @changed WHERE page = 'b.txt'", new { changed });
            var differences = Verification.Run(ledger).Differences;
            Assert.True(differences.Any(d => d.Code == Codes.VerifyCapture && d.Detail.Contains("b.txt", StringComparison.Ordinal)), $"byte {i}");
            Assert.DoesNotContain(differences, d => d.Detail.Contains("a.txt", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("page = 'c.txt'")]
    [InlineData("outlet = 'The Harbour Post'")]
    [InlineData("published = '2031-03-05'")]
    [InlineData("format = 'Html'")]
    [InlineData("captured_at = '2031-03-04T00:00:00.0000000+00:00'")]
    [InlineData("length = length + 1")]
    [InlineData("id = replace(id, substr(id, 1, 1), 'x')")]
    public void Changed_particular_of_a_capture_is_named(string change)
    {
        Change($"UPDATE captures SET {change} WHERE page = 'a.txt'");
        Assert.Contains(Verification.Run(ledger).Differences, d => d.Code == Codes.VerifyCapture);
    }

    [Fact]
    public void Changed_byte_of_an_article_is_named()
    {
        var own = Scalar<byte[]>("SELECT own FROM articles WHERE page = 'a.txt'");
        for (var i = 0; i < own.Length; i += 101)
        {
            var changed = (byte[])own.Clone();
            changed[i] ^= 1;
            Change("UPDATE articles SET own = @changed WHERE page = 'a.txt'", new { changed });
            Assert.True(Verification.Run(ledger).Differences.Any(d => d.Code is Codes.VerifyArticle or Codes.VerifyCollection), $"byte {i}");
        }
    }

    [Theory]
    [InlineData("UPDATE stories SET title = title || 'x'")]
    [InlineData("UPDATE placements SET why = why || 'x'")]
    [InlineData("UPDATE origins SET reason = reason || 'x'")]
    [InlineData("UPDATE statements SET content = content || 'x'")]
    [InlineData("UPDATE statements SET span_start = span_start + 1")]
    [InlineData("UPDATE statements SET source = source || 'x'")]
    [InlineData("UPDATE tracks SET question = question || 'x'")]
    [InlineData("UPDATE entries SET quote = quote || 'x'")]
    [InlineData("UPDATE changes SET reason = reason || 'x'")]
    [InlineData("DELETE FROM stories")]
    [InlineData("DELETE FROM statements")]
    [InlineData("UPDATE quarantine SET bytes = x'00'")]
    [InlineData("UPDATE quarantine SET code = 'intake.empty'")]
    [InlineData("UPDATE stories SET first_date = '{'")]
    public void Changed_row_is_named(string change)
    {
        if (Change(change) > 0) Assert.NotEmpty(Verification.Run(ledger).Differences);
        else Assert.Empty(Verification.Run(ledger).Differences); // today's rules find no such row on these pages
    }

    [Fact]
    public void Rebuild_gives_the_same_rows_and_mends_what_is_derived()
    {
        var before = Dump();
        ledger.MarkStale();
        Fold.Rederive(ledger);
        Fold.Follow(ledger);
        Assert.Equal(before, Dump());

        Change("UPDATE stories SET title = 'another'; DELETE FROM tracks; UPDATE articles SET own = x'00';");
        Assert.NotEmpty(Verification.Run(ledger).Differences);
        ledger.MarkStale();
        Fold.Rederive(ledger);
        Fold.Follow(ledger);
        Assert.Equal(before, Dump());
        Assert.Empty(Verification.Run(ledger).Differences);
    }

    [Fact]
    public void Ledger_of_another_pipeline_is_stale_and_only_its_words_are_checked()
    {
        Change("UPDATE captures SET stamp = 'older'; UPDATE fold SET stamp = 'older';");
        Assert.Equal("older", Verification.Run(ledger).OtherStamp);
        Assert.Equal(2, ledger.StaleCaptures().Count());
        Assert.True(ledger.FoldIsDue());
    }

    [Fact]
    public void Interrupted_fold_is_done_by_the_next()
    {
        ledger.Append(Derived.From(Capture.Of("Fog\n\nThe fog came back on Friday, the harbour master said."u8.ToArray(), PageFormat.Text, "c.txt")));
        Assert.True(ledger.FoldIsDue());
        using (var again = SqliteLedger.Open(ledger.Location)) Assert.True(Fold.Follow(again));
        Assert.False(ledger.FoldIsDue());
        Assert.Empty(Verification.Run(ledger).Differences);
    }

    private string Dump()
    {
        using var connection = Open();
        var rows = new List<string>();
        foreach (var table in connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
            foreach (IDictionary<string, object?> row in connection.Query($"SELECT * FROM {table}"))
                rows.Add($"{table}: {string.Join(" | ", row.Values.Select(v => v is byte[] b ? Convert.ToHexString(b) : v?.ToString()))}");
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    private T Scalar<T>(string sql)
    {
        using var connection = Open();
        return connection.QuerySingle<T>(sql);
    }

    private int Change(string sql, object? values = null)
    {
        using var connection = Open();
        return connection.Execute(sql, values);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={ledger.Location};Foreign Keys=False;Pooling=False");
        connection.Open();
        return connection;
    }
}
