namespace Dateline.Storage;

/// <summary>Who may use a ledger from other machines. Passwords and tokens come as hashes alone.</summary>
public interface IUsers
{
    /// <summary>Adds a person, or gives one that is there another password.</summary>
    /// <returns>True where the person was not there.</returns>
    bool Set(string name, string hash, DateTimeOffset at);

    /// <summary>The name as it was added, and the hash of the password; null where there is nobody of the name. Case does not count.</summary>
    (string Name, string Hash)? Find(string name);

    /// <summary>True where there is anybody.</summary>
    bool Any();

    /// <returns>The token's number; null where there is no such person.</returns>
    int? AddToken(string owner, string hash, DateTimeOffset at);

    /// <summary>All tokens, also those that were revoked.</summary>
    IReadOnlyList<AccessToken> Tokens();

    /// <returns>False where there is no such token, or it was revoked before.</returns>
    bool Revoke(int number, DateTimeOffset at);

    /// <summary>Whose token this is; null where there is none, or it was revoked.</summary>
    string? OwnerOf(string hash);
}

/// <summary>By which a program reads in a person's name; the token itself is not kept.</summary>
/// <param name="Revoked">When it was revoked; null while it holds.</param>
public sealed record AccessToken(int Number, string Owner, DateTimeOffset At, DateTimeOffset? Revoked);
