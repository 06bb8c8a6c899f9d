using System.Collections.Concurrent;
using Dapper;
using Dateline.Storage.Sqlite;

namespace Dateline.Storage.Tests.Sqlite;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dateline-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Threads_that_open_at_once_each_have_a_connection_of_their_own()
    {
        const int Threads = 12;
        for (var round = 0; round < 40; round++)
        {
            var store = new SqliteStore(Path.Combine(folder, $"{round % 4}.db"));
            var held = new ConcurrentBag<nint>();
            using var barrier = new Barrier(Threads);
            var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() => store.Read(c =>
            {
                held.Add(c.Handle!.DangerousGetHandle());
                return barrier.SignalAndWait(TimeSpan.FromMinutes(1)); // all hold theirs before any gives it back
            }))).ToList();
            threads.ForEach(t => t.Start());
            threads.ForEach(t => t.Join());
            Assert.Equal(Threads, held.Distinct().Count());
            store.Close();
        }
    }

    [Fact]
    public void Connection_in_which_something_failed_is_not_lent_again()
    {
        var store = new SqliteStore(Path.Combine(folder, "one.db"));
        store.Write((c, t) => c.Execute("CREATE TABLE kept (n INTEGER)", transaction: t));
        Assert.Throws<LedgerException>(() => store.Write((c, t) => c.Execute("INSERT INTO kept VALUES (1); INSERT INTO nowhere VALUES (1);", transaction: t)));
        Assert.Throws<InvalidOperationException>(() => store.Write<int>((c, t) =>
        {
            c.Execute("INSERT INTO kept VALUES (2)", transaction: t);
            throw new InvalidOperationException("a fault of the caller");
        }));
        Assert.Equal(0, store.Read(c => c.ExecuteScalar<int>("SELECT count(*) FROM kept")));
        store.Close();
    }

    [Fact]
    public void Closed_store_leaves_no_log_behind()
    {
        var store = new SqliteStore(Path.Combine(folder, "two.db"));
        Assert.Equal("wal", store.Read(c => c.ExecuteScalar<string>("PRAGMA journal_mode = WAL")));
        store.Write((c, t) => c.Execute("CREATE TABLE kept (n INTEGER)", transaction: t));
        store.Close();
        Assert.Equal(["two.db"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }
}
