using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Brings a file to the newest schema: the numbered .sql files that it has not seen, each in a transaction of its own.</summary>
internal static class SqliteMigrations
{
    private const string Folder = ".Sqlite.Migrations.";

    public static void Run(SqliteStore store) => store.Guard<object?>(() =>
    {
        using var connection = store.Open();
        CheckItIsOurs(store, connection);
        var scripts = Scripts();
        var version = Version(connection);
        if (version > scripts[^1].Number)
            throw new LedgerException($"{store.Path} was made by a newer Dateline (schema {version}, this one knows {scripts[^1].Number}); use that one, or name another file with --ledger PATH.");
        if (version == scripts[^1].Number) return null;
        connection.Execute("PRAGMA journal_mode = WAL;");
        foreach (var (number, name) in scripts.Where(s => s.Number > version)) Apply(connection, number, Text(name));
        return null;
    });

    private static void Apply(SqliteConnection connection, int number, string sql)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        if (number == 1) connection.Execute($"PRAGMA application_id = {SqliteStore.ApplicationId}; CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY) STRICT;", transaction: transaction);
        // A process that came at the same time may have been first: the lock is ours now, so look again.
        if (connection.ExecuteScalar<int>("SELECT count(*) FROM schema_version WHERE version = @number", new { number }, transaction) > 0) return;
        connection.Execute(sql, transaction: transaction);
        connection.Execute("INSERT INTO schema_version (version) VALUES (@number)", new { number }, transaction);
        transaction.Commit();
    }

    private static void CheckItIsOurs(SqliteStore store, SqliteConnection connection)
    {
        var application = connection.ExecuteScalar<int>("PRAGMA application_id");
        if (application == SqliteStore.ApplicationId) return;
        if (application != 0 || connection.ExecuteScalar<int>("SELECT count(*) FROM sqlite_master") > 0)
            throw new LedgerException($"{store.Path} is a database of another program; name another file with --ledger PATH.");
    }

    private static int Version(SqliteConnection connection) =>
        connection.ExecuteScalar<int>("SELECT count(*) FROM sqlite_master WHERE name = 'schema_version'") == 0
            ? 0
            : connection.ExecuteScalar<int>("SELECT coalesce(max(version), 0) FROM schema_version");

    /// <summary>The embedded scripts in order of their numbers: "001-captures.sql" is 1.</summary>
    private static List<(int Number, string Name)> Scripts()
    {
        var scripts = new List<(int Number, string Name)>();
        foreach (var name in typeof(SqliteMigrations).Assembly.GetManifestResourceNames())
        {
            var at = name.IndexOf(Folder, StringComparison.Ordinal);
            if (at >= 0) scripts.Add((int.Parse(name.AsSpan(at + Folder.Length, 3), CultureInfo.InvariantCulture), name));
        }

        scripts.Sort();
        return scripts;
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(SqliteMigrations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
