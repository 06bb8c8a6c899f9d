using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Dateline.Server.Api;

/// <summary>Where the next page of a list begins, in the ledger as it then was: a list that changed under its reader would show things twice, or not at all.</summary>
internal static class Cursor
{
    private const int Longest = 200;

    public static string Of(string version, int skip) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{version}.{skip}")));

    /// <summary>False where it is none, or that of another state of the ledger. Without a cursor a list begins at its beginning.</summary>
    public static bool TryRead(string? cursor, string version, out int skip)
    {
        skip = 0;
        if (string.IsNullOrEmpty(cursor)) return true;
        if (cursor.Length > Longest || !Base64Url.IsValid(cursor)) return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
        return parts.Length == 2 && parts[0] == version && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out skip);
    }
}
