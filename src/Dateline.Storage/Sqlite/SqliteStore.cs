using System.Collections.Concurrent;
using System.Data;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>
/// The file: opens connections with the settings that hold for all, keeps them for the next who asks, and turns its errors into what a person can do. The pool is ours: that of Microsoft.Data.Sqlite 10.0
/// may hand one connection to two threads that open at once (dotnet/efcore issue 39008), and then a page is written into the transaction of another, or fails with "SQL logic error".
/// </summary>
internal sealed class SqliteStore
{
    /// <summary>"DLIN": tells a ledger from any other SQLite file.</summary>
    public const int ApplicationId = 0x444C494E;

    private const int BusySeconds = 10; // a second `add` waits that long for the first one's transaction

    private const int MostIdle = 16;

    private readonly ConcurrentStack<SqliteConnection> idle = new();
    private readonly string connectionString;
    private volatile bool closed;

    public SqliteStore(string path)
    {
        Path = path;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
            Pooling = false,
        }.ToString();
    }

    public string Path { get; }

    public T Read<T>(Func<SqliteConnection, T> read) => Decode(() => Lend(read));

    /// <summary>Runs one transaction that holds the write lock from its beginning; all of it is kept, or nothing.</summary>
    public T Write<T>(Func<SqliteConnection, SqliteTransaction, T> write) => Guard(() => Lend(connection =>
    {
        using var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: false);
        var result = write(connection, transaction);
        transaction.Commit();
        return result;
    }));

    /// <summary>Closes what is idle; what is in use is closed when it comes back.</summary>
    public void Close()
    {
        closed = true;
        while (idle.TryPop(out var connection)) connection.Dispose();
    }

    /// <summary>A connection of the caller's own, for readers that give row after row.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA synchronous = NORMAL;"); // with WAL: a lost power supply may undo the last transactions, never damage the file
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>One caller at a time has a connection; one in which something failed is not lent again.</summary>
    private T Lend<T>(Func<SqliteConnection, T> use)
    {
        if (!idle.TryPop(out var connection)) connection = Open();
        try
        {
            var result = use(connection);
            if (closed || idle.Count >= MostIdle) connection.Dispose();
            else idle.Push(connection);
            if (closed) Close(); // it was closed between
            return result;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>As <see cref="Guard"/>, for what turns rows into values.</summary>
    public T Decode<T>(Func<T> act) => Guard(() =>
    {
        try
        {
            return act();
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or FormatException or OverflowException or KeyNotFoundException or ArgumentException)
        {
            // What stands in a row is not what was written: a changed byte, not a caller's bug.
            throw new LedgerException($"{Path} holds damaged rows ({error.Message}); dateline verify names them.", error);
        }
    });

    /// <summary>The same for values that are given one by one.</summary>
    public IEnumerable<T> Each<T>(Func<IEnumerable<T>> read)
    {
        using var values = Decode(() => read().GetEnumerator());
        while (Decode(values.MoveNext)) yield return values.Current;
    }

    public T Guard<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException error)
        {
            throw new LedgerException(Explain(error), error);
        }
    }

    private string Explain(SqliteException error) => error.SqliteErrorCode switch
    {
        5 or 6 => $"{Path} is in use by another process; wait for it to end and try again.",
        8 => $"{Path} cannot be written; check its permissions, or name another file with --ledger PATH.",
        10 => $"{Path}: the disk failed to read or write ({error.Message}).",
        11 => $"{Path} is damaged; restore it from a backup, or move it away and add the pages again.",
        13 => $"{Path}: the disk is full; free some space and run the command again, nothing that was added is lost.",
        14 => $"{Path} cannot be opened; check that its folder is there and may be written, or name another file with --ledger PATH.",
        26 => $"{Path} is not a ledger; name another file with --ledger PATH.",
        _ => $"{Path}: {error.Message}",
    };
}
