using System.Globalization;
using Dapper;

namespace Dateline.Storage.Sqlite;

/// <summary>People and tokens as their tables hold them.</summary>
internal sealed class UserTables(SqliteStore store) : IUsers
{
    public bool Set(string name, string hash, DateTimeOffset at) => store.Write((connection, transaction) =>
    {
        var known = connection.ExecuteScalar<long>("SELECT count(*) FROM users WHERE name = @name", new { name }, transaction) > 0;
        connection.Execute(known ? "UPDATE users SET hash = @hash WHERE name = @name" : "INSERT INTO users (name, hash, at) VALUES (@name, @hash, @at)", new { name, hash, at = Written(at) }, transaction);
        return !known;
    });

    public (string Name, string Hash)? Find(string name) => store.Read(c => c.QuerySingleOrDefault<(string? Name, string? Hash)>("SELECT name, hash FROM users WHERE name = @name", new { name })) is ({ } known, { } hash) ? (known, hash) : null;

    public bool Any() => store.Read(c => c.ExecuteScalar<long>("SELECT count(*) FROM users") > 0);

    public int? AddToken(string owner, string hash, DateTimeOffset at) => store.Write((connection, transaction) =>
        connection.ExecuteScalar<long?>("INSERT INTO tokens (owner, hash, at) SELECT name, @hash, @at FROM users WHERE name = @owner RETURNING number", new { owner, hash, at = Written(at) }, transaction) is { } number ? (int)number : (int?)null);

    public IReadOnlyList<AccessToken> Tokens() => store.Read(c => c.Query<(long Number, string Owner, string At, string? Revoked)>("SELECT number, owner, at, revoked FROM tokens ORDER BY number")
        .Select(t => new AccessToken((int)t.Number, t.Owner, Read(t.At), t.Revoked is null ? null : Read(t.Revoked))).ToList());

    public bool Revoke(int number, DateTimeOffset at) => store.Write((connection, transaction) =>
        connection.Execute("UPDATE tokens SET revoked = @at WHERE number = @number AND revoked IS NULL", new { number, at = Written(at) }, transaction) > 0);

    public string? OwnerOf(string hash) => store.Read(c => c.ExecuteScalar<string?>("SELECT owner FROM tokens WHERE hash = @hash AND revoked IS NULL", new { hash }));

    private static string Written(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Read(string at) => DateTimeOffset.ParseExact(at, "O", CultureInfo.InvariantCulture);
}
