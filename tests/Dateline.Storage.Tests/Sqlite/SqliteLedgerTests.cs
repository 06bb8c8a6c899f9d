using Dateline.Storage.Sqlite;

namespace Dateline.Storage.Tests.Sqlite;

public sealed class SqliteLedgerTests : LedgerSpecification
{
    private readonly string folder = Directory.CreateTempSubdirectory("dateline-").FullName;

    private string File => Path.Combine(folder, "sub", "ledger.db");

    [Fact]
    public void File_that_is_no_database_is_named_and_left_alone()
    {
        var path = Path.Combine(folder, "notes.db");
        System.IO.File.WriteAllText(path, new string('x', 5000));
        var error = Assert.Throws<LedgerException>(() => SqliteLedger.Open(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), System.IO.File.ReadAllText(path));
    }

    [Fact]
    public void Folder_is_no_ledger() => Assert.Throws<LedgerException>(() => SqliteLedger.Open(folder));

    protected override ILedger Open() => SqliteLedger.Open(File);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(folder, recursive: true);
    }
}
