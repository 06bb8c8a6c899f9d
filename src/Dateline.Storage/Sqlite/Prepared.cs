using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>A statement that is prepared once and run for many rows.</summary>
internal sealed class Prepared : IDisposable
{
    private readonly SqliteCommand command;

    /// <param name="sql">Its parameters are @a, @b, @c ... in the order of the values.</param>
    public Prepared(SqliteConnection connection, SqliteTransaction transaction, string sql, int values)
    {
        command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // the text is a constant of the caller
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values; i++) command.Parameters.Add(new SqliteParameter("@" + (char)('a' + i), null));
    }

    public void Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
