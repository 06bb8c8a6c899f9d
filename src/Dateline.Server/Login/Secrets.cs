using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dateline.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dateline.Server.Login;

/// <summary>Passwords and tokens: how they are made, hashed and known again.</summary>
public static class Secrets
{
    public const int ShortestPassword = 10; // characters
    public const int LongestPassword = 200;
    public const int LongestName = 60;

    private const int Rounds = 210_000; // PBKDF2 with HMAC-SHA512, as OWASP asks
    private const int TokenBytes = 32;

    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    /// <summary>Compared with where there is nobody of the name, so that the answer takes as long.</summary>
    private static readonly Lazy<string> Nobody = new(() => Hash("nobody"));

    public static string Hash(string password) => Hasher.HashPassword("", password);

    /// <returns>The name as it was added and the hash that it was checked against; null where name or password is wrong, and nothing tells which.</returns>
    public static (string Name, string Hash)? Check(IUsers users, string name, string password)
    {
        ArgumentNullException.ThrowIfNull(users);
        var known = users.Find(name);
        var right = Hasher.VerifyHashedPassword("", known?.Hash ?? Nobody.Value, password) != PasswordVerificationResult.Failed;
        return right ? known : null;
    }

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>A token is random throughout: one round suffices.</summary>
    public static string HashToken(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Letters, digits and a few signs: a name stands in logs and on pages.</summary>
    public static bool IsName(string name) => name is { Length: > 0 and <= LongestName } && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '_' or '@' or ' ') && name == name.Trim();
}
