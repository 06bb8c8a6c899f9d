using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Storage;

/// <summary>What a change is known by from one fold to the next: its kind and the words of both sides at their places. Stories and questions may be regrouped; it stays.</summary>
internal static class ChangeKey
{
    private const int Digits = 20;

    public static string Of(Track track, Change change)
    {
        var parts = $"{change.Kind}\n{Side(track.Entries[change.Before])}\n{Side(track.Entries[change.After])}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..Digits];
    }

    private static string Side(Entry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Article} {entry.Span.Start} {entry.Span.End}");
}
